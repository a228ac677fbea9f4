"""What WCAG 2.2 asks at levels A and AA, as far as a machine can tell."""

import pytest
from playwright.sync_api import Page

from tests.browser.axe import COLOURS, in_both_themes, violations
from tests.browser.opening import styled
from tests.browser.page_types import PAGE_TYPES, PREFIXES
from tests.browser.walking import Walk

_OPEN_ALL = "document.querySelectorAll('details').forEach(each => each.open = true)"
ADDRESSES = {
    f"{name} ({language})": prefix + path
    for name, path in PAGE_TYPES.items()
    for language, prefix in PREFIXES.items()
} | {"missing": "404.html"}


@pytest.mark.parametrize("name", ADDRESSES)
def test_no_page_type_violates_wcag(
    examined: Page, served: str, looks: set[str], name: str
) -> None:
    examined.goto(served + ADDRESSES[name])
    examined.evaluate(_OPEN_ALL)
    assert in_both_themes(examined, looks) == []


OF_TWO_DEBATES = (
    "",
    "nl/debates/",
    "debates/parking/",
    "debates/parking/money/",
    "nl/debates/parking/map/",
    "lists/debate/parking/",
    "weak-spots/",
    "nl/weak-spots/parking/",
)
"""The pages that are otherwise where there are two debates."""


@pytest.mark.parametrize("path", OF_TWO_DEBATES)
def test_no_page_of_two_debates_violates_wcag_or_scrolls_sideways(
    page: Page, two_served: str, looks: set[str], path: str
) -> None:
    page.goto(two_served + path)
    page.evaluate(_OPEN_ALL)
    assert in_both_themes(page, looks) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_a_page_that_violates_wcag_is_found_out(page: Page, served: str) -> None:
    page.goto(served)
    styled(page, "@media (prefers-color-scheme: dark) { h1 { color: #222 !important } }")
    page.evaluate("document.querySelector('main').append(document.createElement('img'))")
    found = [each.partition(": <")[0] for each in in_both_themes(page, set())]
    assert found == ["image-alt", "dark: color-contrast"]


def test_one_faint_word_among_many_that_look_alike_is_found_out(page: Page, served: str) -> None:
    page.goto(served + PAGE_TYPES["all claims"])
    looks: set[str] = set()
    assert violations(page, rules=COLOURS, looks=looks) == []
    assert len(looks) > 20
    assert violations(page, rules=COLOURS, looks=looks) == []
    links = page.locator("main li a")
    assert links.count() > 20
    links.last.evaluate("(link) => link.style.setProperty('color', '#aaa')")
    [found] = violations(page, rules=COLOURS, looks=looks)
    assert found.startswith(f'color-contrast: <a href="{links.last.get_attribute("href")}"')


@pytest.mark.parametrize("language", PREFIXES)
def test_nothing_scrolls_sideways_at_320_pixels(walk: Walk, language: str) -> None:
    widths = {name: page.width for name, page in walk.seen[language].items()}
    assert widths.keys() == PAGE_TYPES.keys()
    assert {name: width for name, width in widths.items() if width > 320} == {}


def test_the_first_tab_stop_skips_to_the_text(page: Page, served: str) -> None:
    page.goto(served + PAGE_TYPES["claim"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.evaluate("document.activeElement.getBoundingClientRect().left") >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#site-text"


def test_focus_can_be_seen(page: Page, served: str) -> None:
    page.goto(served + PAGE_TYPES["claim"])
    for _ in range(4):
        page.keyboard.press("Tab")
        style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert style == "solid"
