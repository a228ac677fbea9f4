"""What the largest claim pages cost a reader, and whether they hold still while they load."""

import gzip
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Response

from tests.browser.page_types import PREFIXES

pytestmark = pytest.mark.browser

_SHIFTS = """new PerformanceObserver((list) => {
  for (const each of list.getEntries()) if (!each.hadRecentInput) window.shifted += each.value;
}).observe({ type: 'layout-shift', buffered: true }); window.shifted = 0;"""


@dataclass(frozen=True)
class _Answer:
    url: str
    size: int


def _largest(site: Path, language: str) -> str:
    """The address of the largest claim page, below the site's."""
    pages = (site / f"{PREFIXES[language]}claims").glob("*/index.html")
    largest = max(pages, key=lambda each: each.stat().st_size)
    return f"{largest.parent.relative_to(site).as_posix()}/"


def _answers(browser: Browser, address: str) -> list[_Answer]:
    """What is loaded, as large as a server sends it: compressed, but for what already is."""
    found: list[Response] = []
    context = browser.new_context()
    page = context.new_page()
    page.on("response", lambda each: found.append(each))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    bodies = [(each.url, each.body()) for each in found]
    context.close()
    return [_Answer(url, min(len(body), len(gzip.compress(body)))) for url, body in bodies]


@pytest.mark.parametrize("language", PREFIXES)
@pytest.mark.parametrize("query", ["", "?reject=models-expected-to-get-cheaper"])
def test_the_largest_claim_page_keeps_its_budget(
    browser: Browser, served: str, site: Path, language: str, query: str
) -> None:
    answers = _answers(browser, f"{served}{_largest(site, language)}{query}")
    assert len(answers) <= 10
    assert all(each.url.startswith(served) for each in answers)
    assert sum(each.size for each in answers) <= 100_000
    assert sum(each.size for each in answers if each.url.endswith(".js")) <= 20_000


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (390, 844)])
@pytest.mark.parametrize("query", ["", "?reject=models-expected-to-get-cheaper"])
def test_the_largest_claim_page_holds_still(
    browser: Browser, served: str, site: Path, width: int, height: int, query: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    page.add_init_script(_SHIFTS)
    page.goto(f"{served}{_largest(site, 'en')}{query}")
    page.wait_for_load_state("networkidle")
    shifted = page.evaluate("shifted")
    # So that a page on which nothing is measured does not pass.
    page.evaluate(
        """async () => {
          const room = document.createElement('p');
          room.style.height = '300px';
          document.querySelector('h1').before(room);
          await new Promise((done) => setTimeout(done, 300));
        }"""
    )
    provoked = page.evaluate("shifted")
    context.close()
    assert shifted <= 0.1
    assert provoked > shifted
