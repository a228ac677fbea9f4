"""What WCAG 2.2 asks at levels A and AA, as far as a machine can tell."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.browser.page_types import PAGE_TYPES, PREFIXES

pytestmark = pytest.mark.browser
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]


@pytest.mark.parametrize("language", PREFIXES)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_page_type_violates_wcag(
    browser: Browser, served: str, theme: str, language: str
) -> None:
    context = browser.new_context(color_scheme="dark" if theme == "dark" else "light")
    page = context.new_page()
    found = []
    for name, path in {**PAGE_TYPES, "missing": "404.html"}.items():
        prefix = "" if name == "missing" else PREFIXES[language]
        page.goto(served + prefix + path)
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        results = Axe().run(page, options={"runOnly": _TAGS})
        found += [
            f"{name}: {each['id']}: {each['nodes'][0]['html'][:120]}"
            for each in results.response["violations"]
        ]
    context.close()
    assert found == []


@pytest.mark.parametrize("language", PREFIXES)
def test_nothing_scrolls_sideways_at_320_pixels(
    browser: Browser, served: str, language: str
) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 640})
    wide = {}
    for name, path in PAGE_TYPES.items():
        page.goto(served + PREFIXES[language] + path)
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 320:
            wide[name] = width
    page.close()
    assert wide == {}


def test_the_first_tab_stop_skips_to_the_text(browser: Browser, served: str) -> None:
    page = browser.new_page()
    page.goto(served + PAGE_TYPES["claim"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.evaluate("document.activeElement.getBoundingClientRect().left") >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#text"
    page.close()


def test_focus_can_be_seen(browser: Browser, served: str) -> None:
    page = browser.new_page()
    page.goto(served + PAGE_TYPES["claim"])
    for _ in range(4):
        page.keyboard.press("Tab")
        style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert style == "solid"
    page.close()
