"""What holds of all pages: nothing comes from elsewhere, and the other language is near."""

import pytest
from playwright.sync_api import Browser, Request

from tests.browser.page_types import PAGE_TYPES

pytestmark = pytest.mark.browser


def test_no_page_asks_anything_of_another_origin(browser: Browser, served: str) -> None:
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page = browser.new_page()
    page.on("request", note)
    for path in PAGE_TYPES.values():
        page.goto(served + path)
    page.goto(served + "search/?q=europe")
    page.wait_for_selector("#results li")
    page.close()
    assert [url for url in asked if not url.startswith((served, "data:", "blob:"))] == []


def test_the_language_switch_keeps_the_page(browser: Browser, served: str) -> None:
    page = browser.new_page()
    page.goto(served + PAGE_TYPES["claim"])
    page.click("header [hreflang=nl]")
    assert page.url == served + "nl/" + PAGE_TYPES["claim"]
    page.click("header [hreflang=en]")
    assert page.url == served + PAGE_TYPES["claim"]
    page.close()
