"""All claims, narrowed down: in place with scripts, by lists made beforehand without."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.page_types import PAGE_TYPES, PREFIXES

pytestmark = pytest.mark.browser

_OPTION = ".facets a[href]"


def _rows(page: Page) -> Locator:
    return page.locator("#results :not(.chips) > li:has(> a)")


def _count(page: Page) -> int:
    found = re.search(r"\d+", page.locator("#results > h2").inner_text())
    assert found is not None
    return int(found[0])


def _open(browser: Browser, address: str, *, scripts: bool = True) -> Page:
    context = browser.new_context(
        java_script_enabled=scripts, viewport={"width": 1280, "height": 900}
    )
    page = context.new_page()
    page.goto(address)
    return page


def _titles(page: Page) -> list[str]:
    return page.locator("#results :not(.chips) > li > a").all_inner_texts()


@pytest.mark.parametrize("language", PREFIXES)
def test_an_option_without_scripts_leads_to_the_claims_that_scripts_show(
    browser: Browser, served: str, language: str
) -> None:
    address = served + PREFIXES[language] + PAGE_TYPES["all claims"]
    plain = _open(browser, address, scripts=False)
    scripted = _open(browser, address)
    facets = plain.locator(".facets section").count()
    assert facets >= 5
    for number in range(facets):
        option = f".facets section >> nth={number} >> a[href] >> nth=0"
        plain.locator(option).click()
        names = {name.strip() for name in plain.locator("main li > a").all_inner_texts()}
        plain.goto(address)
        scripted.locator(option).click()
        expect(scripted.locator(".chips a").first).to_be_visible()
        assert _count(scripted) > 0
        assert {name.strip() for name in _titles(scripted)} <= names
        scripted.goto(address)
    plain.context.close()
    scripted.context.close()


def test_filters_work_together_and_stand_in_the_address(browser: Browser, served: str) -> None:
    page = _open(browser, served + PAGE_TYPES["all claims"])
    page.locator(".facets section >> nth=1 >> a[href] >> nth=0").click()
    expect(page.locator(".chips a")).to_have_count(2)
    one = _count(page)
    page.locator(".facets section >> nth=0 >> a[href] >> nth=0").click()
    expect(page.locator(".chips a")).to_have_count(3)
    two = _count(page)
    assert 0 < two < one
    rows = _titles(page)
    address = page.url
    assert "?" in address
    again = _open(browser, address)
    expect(again.locator(".chips a")).to_have_count(3)
    assert _titles(again) == rows
    again.context.close()
    page.go_back()
    expect(page.locator(".chips a")).to_have_count(2)
    assert _count(page) == one
    page.locator(".chips a").last.click()
    expect(page.locator(".chips a")).to_have_count(0)
    assert "?" not in page.url
    page.context.close()


def test_words_narrow_the_list_as_they_are_typed(browser: Browser, served: str) -> None:
    page = _open(browser, served + PAGE_TYPES["all claims"])
    page.locator(".find input").fill("open models")
    expect(page.locator("#results > h2")).not_to_contain_text("Page")
    assert 0 < _count(page) < 30
    for title in _titles(page):
        assert "open" in title.lower()
        assert "model" in title.lower()
    expect(page).to_have_url(re.compile(r"\?.*open"))
    page.context.close()


def test_rows_made_by_scripts_are_the_rows_of_the_build(
    browser: Browser, served: str, site: Path
) -> None:
    """The same words and structure, so that whatever works on one works on the other."""
    page = _open(browser, served + PAGE_TYPES["all claims"], scripts=False)
    built = {
        row.locator("a").first.inner_text(): row.evaluate("each => each.textContent.trim()")
        for row in _rows(page).all()
    }
    marks = _rows(page).locator("[data-standing-of] .mark .figure").count()
    page.context.close()
    assert marks > 100
    page = _open(browser, served + PAGE_TYPES["all claims"])
    page.locator(".facets section >> nth=1 >> a[href] >> nth=0").click()
    expect(page.locator(".chips a")).to_have_count(2)
    made = {
        row.locator("a").first.inner_text(): row.evaluate("each => each.textContent.trim()")
        for row in _rows(page).all()
    }
    assert _rows(page).locator("[data-standing-of] .mark .figure").count() == len(made)
    page.context.close()
    shared = made.keys() & built.keys()
    assert len(shared) > 10

    def tidy(text: str) -> str:
        return " ".join(text.split())

    assert {name: tidy(made[name]) for name in shared} == {
        name: tidy(built[name]) for name in shared
    }
    assert len(json.loads((site / "lists/claims.json").read_text("utf-8"))["claims"]) > 200


def test_the_options_are_worked_with_the_keyboard(browser: Browser, served: str) -> None:
    page = _open(browser, served + PAGE_TYPES["all claims"])
    page.locator(_OPTION).first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".chips a")).to_have_count(2)
    page.locator(".chips a").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".chips a")).to_have_count(0)
    page.context.close()
