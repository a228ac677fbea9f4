"""What a claim page costs a reader, and whether it holds still while it loads."""

import gzip
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Response

from tests.browser.opening import opened, until
from tests.browser.page_types import PREFIXES

REJECTED = "?reject=more-people-per-driver"
SHIFTS = """new PerformanceObserver((list) => {
  for (const each of list.getEntries()) if (!each.hadRecentInput) window.shifted += each.value;
}).observe({ type: 'layout-shift', buffered: true }); window.shifted = 0;"""

# The pointer of a browser that nobody sees lies in a corner, above whatever comes to stand there.
_POINTS_NOWHERE = """
addEventListener('pointerover', (over) => over.stopImmediatePropagation(), true);
"""


@dataclass(frozen=True)
class Answer:
    """What came from the server, as large as a server sends it."""

    url: str
    size: int


def largest(site: Path, language: str) -> str:
    """The address of the largest claim page, below the site's."""
    pages = (site / f"{PREFIXES[language]}claims").glob("*/index.html")
    found = max(pages, key=lambda each: each.stat().st_size)
    return f"{found.parent.relative_to(site).as_posix()}/"


def answers(browser: Browser, address: str) -> list[Answer]:
    """What a new reader loads who points at nothing: compressed, but for what already is."""
    found: list[Response] = []
    context = browser.new_context()
    page = context.new_page()
    page.on("response", lambda each: found.append(each))
    page.add_init_script(_POINTS_NOWHERE)
    opened(page, address)
    bodies = [(each.url, each.body()) for each in found]
    # A Chromium without windows has no use for it.
    icon = page.eval_on_selector("link[rel~=icon]", "(link) => link.href")
    if icon not in dict(bodies):
        bodies.append((icon, page.request.get(icon).body()))
    context.close()
    return [Answer(url, min(len(body), len(gzip.compress(body)))) for url, body in bodies]


def keeps_its_budget(browser: Browser, served: str, path: str) -> None:
    """Hold a claim's page to what a reader may be asked to load."""
    found = answers(browser, served + path)
    assert len(found) <= 10
    assert all(each.url.startswith(served) for each in found)
    assert sum(each.size for each in found) <= 100_000
    assert sum(each.size for each in found if each.url.endswith(".js")) <= 20_000


@pytest.mark.parametrize("language", PREFIXES)
@pytest.mark.parametrize("query", ["", REJECTED])
def test_the_largest_claim_page_keeps_its_budget(
    browser: Browser, served: str, sample_site: Path, language: str, query: str
) -> None:
    keeps_its_budget(browser, served, largest(sample_site, language) + query)


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (390, 844)])
@pytest.mark.parametrize("query", ["", REJECTED])
def test_the_largest_claim_page_holds_still(
    browser: Browser, served: str, sample_site: Path, width: int, height: int, query: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    page.add_init_script(SHIFTS)
    opened(page, served + largest(sample_site, "en") + query)
    shifted = page.evaluate("shifted")
    # So that a page on which nothing is measured does not pass.
    page.evaluate(
        """() => {
          const room = document.createElement('p');
          room.style.height = '300px';
          document.querySelector('h1').before(room);
        }"""
    )
    until(page, "(before) => shifted > before", arg=shifted)
    context.close()
    assert shifted <= 0.1
