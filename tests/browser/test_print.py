"""A printed page: everything open, every source findable, nothing that asks to be pressed."""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.frames import measured
from tests.browser.page_types import PAGE_TYPES, PREFIXES

# Not the attribute counts but whether the words are laid out: a folded part may be skipped by
# the browser in one of two ways.
_FOLDED = """(page) => [...page.querySelectorAll('main details:not(form details) > :not(summary)')]
  .filter((each) => each.textContent.trim() !== '')
  .filter((each) => !each.closest('.filters, .route, .routes, .copy, .embedding'))
  .filter((each) => !each.matches('.in-figures > :not(.further)'))
  .filter((each) => each.getBoundingClientRect().height < 5
    || !each.checkVisibility({ contentVisibilityAuto: true }))
  .map((each) => each.parentElement.outerHTML.slice(0, 100))"""
# A mark that asks is a button: on paper it is a word and a mark.
_CONTROLS = """(page) => [...page.querySelectorAll('button, input, select, dialog, .acts')]
  .filter((each) => each.checkVisibility() && !each.matches('.mark'))
  .map((each) => each.outerHTML.slice(0, 100))"""
_SHEET = (673, 1000)
"""As wide as a sheet of A4 between its margins."""
_ON_PAPER = f"""(page) => [
  page.querySelectorAll('main details:not([open])').length,
  [...({_FOLDED})(page), ...({_CONTROLS})(page)],
]"""


def _printed(browser: Browser, address: str) -> Page:
    width, height = _SHEET
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme="dark")
    page.goto(address)
    page.emulate_media(media="print")
    return page


@pytest.mark.parametrize("language", PREFIXES)
def test_print_opens_what_the_screen_folds_and_leaves_out_controls(
    browser: Browser, served: str, language: str
) -> None:
    page = _printed(browser, served + "robots.txt")
    addresses = [served + PREFIXES[language] + path for path in PAGE_TYPES.values()]
    printed = measured(page, addresses, (_SHEET,), _ON_PAPER)
    page.emulate_media(media="screen")
    claim = served + PREFIXES[language] + PAGE_TYPES["claim"]
    on_screen = measured(page, [claim], (_SHEET,), _ON_PAPER)
    page.close()
    assert printed.keys() == set(addresses)
    assert {address: wrong for address, ((_, wrong),) in printed.items() if wrong} == {}
    assert sum(closed for ((closed, _),) in printed.values()) > 10
    # What stands folded, and what asks to be pressed.
    wrong = on_screen[claim][0][1]
    assert any(each.startswith("<details") for each in wrong)
    assert any(each.startswith("<button") for each in wrong)


def test_print_writes_out_the_address_of_a_source_once(browser: Browser, served: str) -> None:
    page = _printed(browser, f"{served}claims/old-trees-must-go/")
    link = page.locator(".passage a[href^=http]").first
    address = link.get_attribute("href")
    assert address is not None
    written = link.evaluate("each => getComputedStyle(each, '::after').content")
    assert address.removeprefix("https://") in written.replace("\\", "")
    page.goto(served + PAGE_TYPES["source with its text"])
    # Here the address is the link's own text.
    link = page.locator(".cited a[href^=http]").first
    assert link.inner_text() == link.get_attribute("href")
    assert link.evaluate("each => getComputedStyle(each, '::after').content") == "none"
    page.close()


def test_print_is_dark_on_light_and_fits_the_sheet(browser: Browser, served: str) -> None:
    page = _printed(browser, served + PAGE_TYPES["claim"])
    colours = (
        "getComputedStyle(document.body).color + getComputedStyle(document.body).backgroundColor"
    )
    assert page.evaluate(colours) == "rgb(29, 29, 26)rgb(251, 250, 246)"
    assert page.evaluate("document.documentElement.scrollWidth") <= 673
    page.close()


def test_the_map_is_printed(browser: Browser, served: str) -> None:
    page = _printed(browser, served + PAGE_TYPES["claim"])
    box = page.locator("svg.map").first.bounding_box()
    page.close()
    assert box is not None
    assert box["width"] > 200
    assert box["height"] > 100


def test_a_booklet_is_printed_without_what_is_of_the_site(browser: Browser, served: str) -> None:
    page = _printed(browser, served + PAGE_TYPES["booklet"])
    shown = "each => each.checkVisibility()"
    for left_out in ("header.top", "footer.bottom", ".unprinted"):
        assert not page.locator(left_out).evaluate(shown), left_out
    # A claim's sentence stays with what is said of it.
    kept = page.locator(".entry .head").first.evaluate(
        "each => [getComputedStyle(each).breakInside, getComputedStyle(each).breakAfter]"
    )
    assert kept == ["avoid", "avoid"]
    page.emulate_media(media="screen")
    assert page.locator("header.top").evaluate(shown)
    page.close()


# As Markdown makes them of an annotation.
_WIDE = """each => each.insertAdjacentHTML('beforeend',
  '<table><tr><th>When</th><th>Where</th></tr><tr><td>2025</td><td>' + 'address'.repeat(40) +
  '</td></tr></table><p><code>' + 'c'.repeat(300) + '</code></p><pre><code>' + 'c'.repeat(300) +
  '</code></pre>')"""


def test_a_wide_table_of_an_annotation_fits_the_sheet(browser: Browser, served: str) -> None:
    for kind, place in (("claim", "main .prose"), ("booklet", ".entry .noted")):
        page = _printed(browser, served + PAGE_TYPES[kind])
        page.locator(place).first.evaluate(_WIDE)
        assert page.evaluate("document.documentElement.scrollWidth") <= 673, kind
        if kind == "booklet":
            page.emulate_media(media="screen")
            page.set_viewport_size({"width": 390, "height": 844})
            assert page.evaluate("document.documentElement.scrollWidth") <= 390
        page.close()
