"""The key / leads to search from every page, unless somebody types or has switched it off."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.page_types import PAGE_TYPES


@pytest.mark.parametrize("kind", ["home", "claim", "glossary"])
def test_the_key_opens_a_field_that_searches(page: Page, served: str, kind: str) -> None:
    page.goto(served + PAGE_TYPES[kind])
    page.keyboard.press("/")
    field = page.locator("header.top form.search input")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("header.top a.search")).to_be_focused()
    page.keyboard.press("/")
    page.keyboard.type("tram/haven")
    expect(field).to_have_value("tram/haven")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=tram*")
    expect(page.locator("#q")).to_have_value("tram/haven")


@pytest.mark.parametrize(("kind", "field"), [("search", "#q"), ("all claims", ".find input")])
def test_the_key_leads_to_the_field_of_a_page_that_has_one(
    page: Page, served: str, kind: str, field: str
) -> None:
    page.goto(served + PAGE_TYPES[kind])
    page.locator("header.top a").first.focus()
    page.keyboard.press("/")
    expect(page.locator(field)).to_be_focused()
    page.keyboard.press("/")
    expect(page.locator(field)).to_have_value("/")


@pytest.mark.parametrize("modifier", ["Control", "Alt", "Meta"])
def test_with_another_key_it_is_none_of_ours(page: Page, served: str, modifier: str) -> None:
    page.goto(served)
    page.keyboard.press(f"{modifier}+/")
    expect(page.locator("header.top a.search")).to_be_visible()


def test_the_key_can_be_switched_off_where_one_searches(page: Page, served: str) -> None:
    page.goto(f"{served}search/")
    page.locator("#slash input").uncheck()
    page.goto(served)
    page.keyboard.press("/")
    expect(page.locator("header.top a.search")).to_be_visible()
    expect(page.locator("header.top .search kbd")).to_be_hidden()
