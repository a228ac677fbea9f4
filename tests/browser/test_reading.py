"""What holds of all pages: nothing comes from elsewhere, and the other language is near."""

from playwright.sync_api import Page, Request

from tests.browser.page_types import PAGE_TYPES
from tests.browser.walking import Walk


def test_no_page_asks_anything_of_another_origin(page: Page, served: str, walk: Walk) -> None:
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("request", note)
    page.goto(served + "search/?q=tram")
    page.wait_for_selector("#results li")
    assert [url for url in asked if not url.startswith((served, "data:", "blob:"))] == []
    assert walk.elsewhere == []


def test_the_language_switch_keeps_the_page(page: Page, served: str) -> None:
    page.goto(served + PAGE_TYPES["claim"])
    page.click("header [hreflang=nl]")
    assert page.url == served + "nl/" + PAGE_TYPES["claim"]
    page.click("header [hreflang=en]")
    assert page.url == served + PAGE_TYPES["claim"]
