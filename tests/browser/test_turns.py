"""What one test leaves on a page the next one does not find."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from tests.browser.conftest import reading
from tests.browser.opening import heard, opened
from tests.browser.page_types import PAGE_TYPES
from tests.browser.turns import Turns

_SIZE: ViewportSize = {"width": 900, "height": 700}
_STATE = """() => [
  localStorage.length, sessionStorage.length, history.length, innerWidth, innerHeight,
  matchMedia("(prefers-color-scheme: dark)").matches, document.querySelectorAll("h1:hover").length,
  "left" in window,
]"""


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A reader of whom no other test has a page."""
    with reading(browser) as context:
        yield context


LASTING: dict[str, Callable[[Page, str], Any]] = {
    "init script": lambda page, _: page.add_init_script("window.left = true"),
    "route": lambda page, _: page.route("**/*.css", lambda route: route.abort()),
    "theme": lambda page, _: page.emulate_media(color_scheme="dark"),
    "listener": lambda page, _: page.on("request", lambda each: None),
    "another host": lambda page, served: page.goto(served.replace("127.0.0.1", "localhost")),
}


def test_a_page_is_handed_on_as_good_as_new(context: BrowserContext, served: str) -> None:
    turns = Turns(_SIZE)
    address = served + PAGE_TYPES["claim"]
    with turns.page(context) as first:
        first.set_viewport_size(_SIZE)
        opened(first, address)
        new = first.evaluate(_STATE)
        opened(first, served)
        first.set_viewport_size({"width": 500, "height": 400})
        first.locator("h1").first.hover()
        first.evaluate("[localStorage, sessionStorage].forEach((each) => (each.left = 1))")
        first.evaluate("left = true")
        assert first.evaluate(_STATE) != new
        with heard(first, console=lambda _: None):
            opened(first, address)
    with turns.page(context) as second:
        assert second is first
        # Nothing but what stands after the `#` is another than what the one before had open.
        opened(second, f"{address}#reject")
        assert second.evaluate(_STATE) == new


@pytest.mark.parametrize("kind", LASTING)
def test_a_page_on_which_something_lasts_is_handed_on_to_nobody(
    context: BrowserContext, served: str, kind: str
) -> None:
    turns = Turns(_SIZE)
    with turns.page(context) as first:
        LASTING[kind](first, served)
        opened(first, served)
    assert first.is_closed()
    with turns.page(context) as second:
        opened(second, served)
        assert second.evaluate(_STATE)[-1] is False
