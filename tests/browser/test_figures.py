"""Figures beside marks: off, until a reader asks."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.opening import opened
from tests.browser.page_types import PAGE_TYPES, PREFIXES
from tests.browser.walking import Walk

_WIDE = "each => each.getBoundingClientRect().width > 2"


def _seen(page: Page) -> list[bool]:
    return list(page.eval_on_selector_all("main .figure", f"all => all.map({_WIDE})"))


@pytest.mark.parametrize("language", PREFIXES)
def test_nothing_but_words_and_marks_is_seen_until_somebody_asks(walk: Walk, language: str) -> None:
    for name in ("home", "claim", "theme", "all claims", "source", "weak spots"):
        assert walk.seen[language][name].figures == 0, name


def test_a_tap_on_a_standing_shows_its_figures(page: Page, served: str) -> None:
    opened(page, served + PAGE_TYPES["claim"])
    mark = page.locator(".pair button.mark").first
    figure = mark.locator(".figure")
    mark.click()
    assert figure.evaluate(_WIDE)
    page.keyboard.press("Escape")
    assert not figure.evaluate(_WIDE)


def test_figures_asked_for_stay_on_every_page_until_put_away(page: Page, served: str) -> None:
    opened(page, served + PAGE_TYPES["claim"])
    page.locator(".in-figures summary").click()
    switch = page.locator("button[data-figures]")
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "true")
    assert _seen(page)[0]
    opened(page, served + PAGE_TYPES["all claims"])
    expect(page.locator("html")).to_have_attribute("data-figures", "")
    assert all(_seen(page))
    opened(page, served + PAGE_TYPES["claim"])
    page.locator(".in-figures summary").click()
    expect(switch).to_have_attribute("aria-pressed", "true")
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "false")
    opened(page, served + PAGE_TYPES["all claims"])
    assert not any(_seen(page))
