"""What is new since the reader last looked, on a small site whose history grows."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from graph.base import KnowledgeBase
from graph.pages.bundled import SITE, TEMPLATES
from graph.pages.frame import Settings
from graph.pages.site import Site
from graph.review.history import read_history
from tests.browser.opening import opened, until
from tests.browser.serving import serving
from tests.review.committing import SMALL, TOP, Committed


class Growing:
    """A small site, made anew whenever a claim is added, each page when it is asked for."""

    def __init__(self, folder: Path) -> None:
        self.pages: dict[str, Callable[[], bytes]] = {}
        self.committed = Committed(folder / "repository")
        self.committed.commit(dict(SMALL), "The beginning")
        self.address = ""
        self.build()

    def add(self, name: str) -> None:
        self.committed.commit({f"claims/d/{name}.md": TOP}, name)
        self.build()

    def build(self) -> None:
        kb = KnowledgeBase.load(self.committed.root)
        history = read_history(self.committed.root, 3, kb)
        pages = Site(kb, Settings((TEMPLATES,)), history).pages()
        self.pages |= {page.file: page.content for page in pages}


@pytest.fixture
def growing(tmp_path: Path) -> Iterator[Growing]:
    site = Growing(tmp_path)
    with serving(SITE, made=site.pages) as site.address:
        yield site


@pytest.fixture
def reader(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context()
    yield context
    context.close()


def _since(reader: BrowserContext, address: str) -> tuple[str, list[str]]:
    """What a page says is new, and the marks on it."""
    page = reader.new_page()
    failed: list[str] = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    opened(page, address)
    since = page.locator("[data-since]")
    said = since.inner_text() if since.is_visible() else ""
    marks = page.locator("section:has(.fresh) time").all_inner_texts()
    page.close()
    assert failed == []
    return said, marks


def test_who_comes_for_the_first_time_has_nothing_to_catch_up_on(
    growing: Growing, reader: BrowserContext
) -> None:
    assert _since(reader, growing.address) == ("", [])
    assert _since(reader, growing.address + "changes/") == ("", [])


def test_home_says_what_is_new_until_it_was_looked_at(
    growing: Growing, reader: BrowserContext
) -> None:
    _since(reader, growing.address)
    growing.add("one")
    for _ in range(2):
        assert _since(reader, growing.address)[0] == "1 change since you last looked"
    growing.add("two")
    said = "2 veranderingen sinds u hier het laatst keek"
    assert _since(reader, growing.address + "nl/")[0] == said
    marked = ["16 november 2023", "15 november 2023"]
    assert _since(reader, growing.address + "nl/changes/") == (said, marked)
    for path in ("", "changes/", "nl/", "nl/changes/"):
        assert _since(reader, growing.address + path) == ("", [])


def test_what_was_seen_long_ago_and_is_listed_no_more_is_told_by_its_time(
    growing: Growing, reader: BrowserContext
) -> None:
    _since(reader, growing.address)
    for name in ("one", "two", "three", "four"):
        growing.add(name)
    said, marks = _since(reader, growing.address + "changes/")
    assert (said, len(marks)) == ("3 changes since you last looked", 3)


def test_only_the_newest_revision_is_remembered(growing: Growing, reader: BrowserContext) -> None:
    page = reader.new_page()
    page.goto(growing.address + "changes/")
    until(page, "localStorage.length > 0")
    stored = page.evaluate("Object.entries(localStorage)")
    newest = page.locator("[data-revisions]").get_attribute("data-revisions")
    page.close()
    assert stored == [["betoog:seen:/", newest]]
    assert reader.cookies() == []


def test_blocked_storage_does_no_harm(growing: Growing, reader: BrowserContext) -> None:
    reader.add_init_script(
        "Object.defineProperty(window, 'localStorage',"
        " { get() { throw new DOMException('blocked', 'SecurityError'); } });"
    )
    for path in ("", "changes/", "changes/"):
        assert _since(reader, growing.address + path) == ("", [])


def test_something_else_in_its_place_does_no_harm(growing: Growing, reader: BrowserContext) -> None:
    page = reader.new_page()
    page.goto(growing.address)
    page.evaluate("localStorage.setItem('betoog:seen:/', '<b>nonsense')")
    page.close()
    assert _since(reader, growing.address + "changes/")[0] == "1 change since you last looked"
    assert _since(reader, growing.address + "changes/") == ("", [])
