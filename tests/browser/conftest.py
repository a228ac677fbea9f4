"""A real browser, and the built sites served on this machine."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Error,
    Page,
    ViewportSize,
    expect,
    sync_playwright,
)

from graph.base import KnowledgeBase
from graph.pages.bundled import SITE, TEMPLATES
from graph.pages.frame import Settings
from graph.pages.site import Site
from tests.browser.axe import SCRIPT
from tests.browser.opening import note_refusal, refusals, watched
from tests.browser.serving import serving
from tests.browser.walking import Walk, read_walk, write_walk
from tests.conftest import once
from tests.second_debate import lay_out_second

# One without windows draws the same pages in a third of the time; see .ci/chromium.
_NAMES = (
    "chromium-headless-shell",
    "chrome-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
_MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
# Milliseconds. By itself five seconds, which is little on a busy machine: what comes, comes sooner.
_PATIENCE = 120_000
expect.set_options(timeout=_PATIENCE)
_DESK: ViewportSize = {"width": 1280, "height": 720}
_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # The pages of a context share a process: to start one takes as long as to show a page.
    "--renderer-process-limit=1",
]


def _chromium() -> str | None:
    named = os.environ.get("BETOOG_CHROMIUM")
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    return named or found or (str(_MAC) if _MAC.exists() else None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, headless. Missing, it fails the run in CI and skips elsewhere."""
    path = _chromium()
    if path is None:
        if os.environ.get("CI") == "true":
            pytest.fail("no Chromium on this machine")
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=_ARGUMENTS)
        yield launched
        launched.close()


@contextmanager
def reading(browser: Browser, **how: Any) -> Iterator[BrowserContext]:
    """Somebody who has been here before: styles and scripts are at hand, and so is the process that
    shows their pages. `how` are options of a context of Playwright."""
    context = browser.new_context(viewport=_DESK, **how)
    context.set_default_timeout(_PATIENCE)
    # An empty page of the same host, which keeps that process while no other is open.
    kept = context.new_page()
    kept.route("**", lambda route: route.fulfill(body=""))
    kept.goto("http://127.0.0.1/")
    yield context
    context.close()


@pytest.fixture(scope="session")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A reader at a desk."""
    with reading(browser) as context:
        yield context


@pytest.fixture(scope="session")
def plain_reader(browser: Browser) -> Iterator[BrowserContext]:
    """A reader whose browser runs no scripts."""
    with reading(browser, java_script_enabled=False) as context:
        yield context


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A new page of that reader, for whom nothing is remembered; its policy refuses nothing."""
    page = watched(context.new_page())
    refused = refusals(page)
    yield page
    # A page that is gone, or was never opened, has no storage.
    with suppress(Error):
        page.evaluate("localStorage.clear()")
    page.close()
    context.clear_permissions()
    context.set_offline(False)
    assert refused == []


@pytest.fixture
def plain(plain_reader: BrowserContext) -> Iterator[Page]:
    """A new page of a reader whose browser runs no scripts."""
    page = plain_reader.new_page()
    yield page
    page.close()


@pytest.fixture(scope="session")
def _taking_axe_along(context: BrowserContext) -> Iterator[Page]:
    page = context.new_page()
    page.add_init_script(SCRIPT)
    yield page
    page.close()


@pytest.fixture
def examined(_taking_axe_along: Page) -> Iterator[Page]:
    """A page that takes axe along to many addresses; its policy refuses nothing."""
    _taking_axe_along.set_viewport_size(_DESK)
    refused: list[str] = []
    refusing = partial(note_refusal, refused)
    _taking_axe_along.on("console", refusing)
    yield _taking_axe_along
    _taking_axe_along.remove_listener("console", refusing)
    assert refused == []


@pytest.fixture(scope="session")
def _looks_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return once(tmp_path_factory, "looks", Path.touch)


@pytest.fixture
def looks(_looks_file: Path) -> Iterator[set[str]]:
    """How words and links look that could be told apart from what is behind and around them, for
    whichever worker; see `violations`."""
    known = {*_looks_file.read_text("utf-8").split()}
    looks = {*known}
    yield looks
    with _looks_file.open("a", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.write("".join(f"{each}\n" for each in sorted(looks - known)))


@pytest.fixture(scope="session")
def served(sample_site: Path) -> Iterator[str]:
    """The address of the sample's site, with a slash at its end; not the root of its host."""
    with serving(sample_site, "/kb") as address:
        yield address


@pytest.fixture(scope="session")
def walk(browser: Browser, served: str, tmp_path_factory: pytest.TempPathFactory) -> Walk:
    """What is seen of the sample's types of pages, gone through by the first worker to ask."""
    return read_walk(once(tmp_path_factory, "walk", partial(write_walk, browser, served)))


@pytest.fixture(scope="session")
def live_served(live_site: Path) -> Iterator[str]:
    """The address of the live records' site, with a slash at its end."""
    with serving(live_site) as address:
        yield address


@pytest.fixture(scope="session")
def crowded(crowd: KnowledgeBase) -> Iterator[str]:
    """The address of a site of many claims, with a slash at its end; pages are made when first
    asked for."""
    pages = Site(crowd, Settings((TEMPLATES,))).pages()
    with serving(SITE, made={each.file: cache(each.content) for each in pages}) as address:
        yield address


@pytest.fixture(scope="session")
def two_served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site of two debates, with a slash at its end; pages are made when first
    asked for."""
    kb = KnowledgeBase.load(once(tmp_path_factory, "second-debate", lay_out_second))
    pages = Site(kb, Settings((TEMPLATES,))).pages()
    with serving(SITE, made={each.file: cache(each.content) for each in pages}) as address:
        yield address
