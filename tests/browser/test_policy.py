"""What may load and run on a page: what the site holds, and nothing that stands on the page."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.opening import opened, refusals, settled
from tests.conftest import SAMPLE
from tests.pages.conftest import RECORDS

_NOTED = """
globalThis.refused = [];
document.addEventListener("securitypolicyviolation",
  ({ effectiveDirective, blockedURI }) => refused.push(`${effectiveDirective}: ${blockedURI}`));
"""
_PUT_THERE = """
<img src="x" onerror="ran = 'handler'"><p style="color: red"><script>ran = 'inline'</script>
<script src="data:text/javascript,ran = 'data'"></script><base href="https://example.org/">
<style>h1 { display: none }</style><a id="js" href="javascript:ran = 'link'">link</a>
<object data="data:text/html,<script>parent.ran = 'object'</script>"></object>
<img src="https://example.org/seen.png">
"""


@pytest.fixture
def noting(browser: Browser) -> Iterator[Page]:
    """A page that notes what its policy refuses."""
    context = browser.new_context()
    context.add_init_script(_NOTED)
    yield context.new_page()
    context.close()


def test_pages_ask_for_nothing_that_their_policy_refuses(noting: Page, served: str) -> None:
    """The fixture `page` watches for that on all other pages, which are those of every type."""
    found = {}
    for path in ("search/?q=tram", "claims/build-the-tram/?reject=savings-are-passed-on"):
        opened(noting, served + path)
        found[path] = noting.evaluate("refused")
    assert {path: refused for path, refused in found.items() if refused} == {}


def test_nothing_that_is_put_on_a_page_runs_or_tells_anybody(
    noting: Page, sample_site: Path, served: str
) -> None:
    """As if some markup had come through, at the beginning of the text."""
    page = (sample_site / "method/index.html").read_text("utf-8")
    page = page.replace("<h1", f"{_PUT_THERE}<h1", 1)
    told: list[str] = []
    noticed = refusals(noting)
    noting.on("response", lambda each: told.append(each.url))
    noting.route("https://example.org/**", lambda route: route.fulfill(body="seen"))
    noting.route("**/method/", lambda route: route.fulfill(body=page, content_type="text/html"))
    opened(noting, f"{served}method/")
    noting.click("#js")
    settled(noting)
    assert noting.evaluate("globalThis.ran") is None
    assert noting.locator("h1").is_visible()
    assert [each for each in told if "example.org" in each] == []
    # By which all other tests of pages know.
    assert len(noticed) >= 7
    refused = {each.partition(":")[0] for each in noting.evaluate("refused")}
    assert refused == {
        "script-src-elem", "script-src-attr", "style-src-elem", "style-src-attr", "object-src",
        "base-uri", "img-src",
    }  # fmt: skip


def test_a_page_that_is_opened_as_a_file_has_its_styles(noting: Page, sample_site: Path) -> None:
    noting.goto((sample_site / "method/index.html").as_uri())
    assert noting.evaluate("document.styleSheets[0].href").startswith("file:")
    assert noting.evaluate("getComputedStyle(document.body).margin") == "0px"


@pytest.mark.process
def test_a_served_page_is_reloaded_when_a_record_changes(noting: Page, tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    for name in ("site", "templates"):
        (tmp_path / name).mkdir()
    for path, text in RECORDS.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    settings = (SAMPLE / "mkdocs.yml").read_text("utf-8")
    quick = settings.replace("- betoog", "- betoog: {search: false, history: 0}")
    (tmp_path / "mkdocs.yml").write_text(quick, "utf-8")
    command = [sys.executable, "-P", "-m", "mkdocs", "serve", "--livereload", "-a", place]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as server:
        try:
            assert server.stdout is not None
            next(line for line in server.stdout if "Serving on" in line)
            noting.goto(f"http://{place}/kb/claims/cheap/")
            record = tmp_path / "claims/d/cheap.md"
            changed = record.read_text("utf-8").replace("Paint costs", "Ink costs")
            record.write_text(changed, "utf-8")
            # The whole site is built again, on a machine that may have much else to do.
            noting.wait_for_selector("h1:has-text('Ink costs')", timeout=150_000)
            assert noting.evaluate("refused") == []
        finally:
            server.terminate()
