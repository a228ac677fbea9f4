"""The card beside a link to a claim: WCAG 2.2, 1.4.13, and what it says."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.axe import in_both_themes
from tests.browser.conftest import reading
from tests.browser.opening import opened, settled
from tests.browser.page_types import PAGE_TYPES, PREFIXES

_LINK = ".pair .supports a"
_LONGER_THAN_THE_DELAYS = 900


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A reader whose time a test may take in hand, as no page of theirs gets it back."""
    with reading(browser) as context:
        yield context


def _card(page: Page) -> Locator:
    return page.locator("#preview")


def _opened(page: Page, address: str) -> Page:
    """Open a page and point at its first reason, with time in the test's hands."""
    page.clock.install()
    opened(page, address)
    page.locator(_LINK).first.hover()
    expect(_card(page)).to_be_visible()
    return page


def _later(page: Page) -> None:
    """Let all delays pass, and whatever comes of them."""
    settled(page)
    page.clock.run_for(_LONGER_THAN_THE_DELAYS)
    settled(page)


@pytest.mark.parametrize("language", PREFIXES)
def test_the_card_says_what_the_page_of_the_claim_says_first(
    page: Page, served: str, language: str
) -> None:
    _opened(page, served + PREFIXES[language] + PAGE_TYPES["claim"])
    said = " ".join(_card(page).inner_text().split())
    page.locator(_LINK).first.click()
    standing = page.locator("main .standing > b").first.inner_text()
    figure = page.locator("main .standing .figure").first.inner_text()
    explained = " ".join(page.locator("main .explained").first.inner_text().split())
    assert f"{standing} {figure}" in said
    assert explained in said


def test_a_label_is_followed_by_its_whole_sentence(page: Page, served: str) -> None:
    page.goto(served + PAGE_TYPES["theme"])
    node = page.locator("svg.map a.node").nth(2)
    node.hover()
    expect(_card(page)).to_be_visible()
    sentence = _card(page).locator(".sentence").inner_text()
    node.click()
    assert page.locator("h1").inner_text() == sentence


def test_the_card_survives_the_way_into_it_and_closes_after_it(page: Page, served: str) -> None:
    _opened(page, served + PAGE_TYPES["claim"])
    _card(page).hover()
    _later(page)
    assert _card(page).is_visible()
    page.mouse.move(5, 5)
    _later(page)
    assert _card(page).is_hidden()


def test_escape_dismisses_the_card_where_the_pointer_stays(page: Page, served: str) -> None:
    _opened(page, served + PAGE_TYPES["claim"])
    link = page.locator(_LINK).first
    assert link.get_attribute("aria-describedby") == "preview"
    page.keyboard.press("Escape")
    expect(_card(page)).to_be_hidden()
    assert link.get_attribute("aria-describedby") is None


def test_the_card_opens_on_focus_stays_and_follows_it(page: Page, served: str) -> None:
    page.clock.install()
    opened(page, f"{served}claims/ferry-stops-in-ice/")
    page.locator(".route summary").click()
    links = page.locator(".route li a")
    assert links.count() == 3
    links.first.focus()
    page.keyboard.press("Tab")
    expect(_card(page)).to_be_visible()
    first = _card(page).inner_text()
    page.mouse.move(3, 3)
    _later(page)
    assert _card(page).inner_text() == first
    page.keyboard.press("Tab")
    expect(_card(page)).not_to_have_text(first, use_inner_text=True)
    page.keyboard.press("Escape")
    expect(_card(page)).to_be_hidden()
    assert page.evaluate("document.activeElement.matches('.route a')")


def test_touch_and_the_claim_itself_open_no_card(page: Page, served: str) -> None:
    page.clock.install()
    opened(page, served + PAGE_TYPES["claim"])
    page.locator(_LINK).first.dispatch_event("pointerover", {"pointerType": "touch"})
    _later(page)
    assert _card(page).count() == 1
    assert not _card(page).is_visible()
    page.locator("svg.map a.node.here, svg.map a.node[aria-current]").first.hover()
    _later(page)
    assert not _card(page).is_visible()
    # So that a page on which nothing opens at all does not pass.
    page.locator(_LINK).first.hover()
    _later(page)
    assert _card(page).is_visible()


def test_the_card_never_leaves_the_page_at_its_sides(page: Page, served: str) -> None:
    page.set_viewport_size({"width": 700, "height": 500})
    page.goto(served + PAGE_TYPES["claim"])
    for link in page.locator("main .route a, main .outline .leaf > a:not(.tag)").all()[:8]:
        if not link.is_visible():
            continue
        link.hover()
        expect(link).to_have_attribute("aria-describedby", "preview")
        box = _card(page).bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 700
    assert page.evaluate("document.documentElement.scrollWidth") <= 700


def test_the_card_counts_what_the_reader_rejects(page: Page, served: str) -> None:
    page.goto(served + PAGE_TYPES["thesis"])
    claim = page.locator(_LINK).first.evaluate("each => each.pathname.split('/').at(-2)")
    page.goto(served + PAGE_TYPES["thesis"] + f"?reject={claim}")
    page.locator(".acceptance").wait_for()
    page.locator(_LINK).first.hover()
    expect(_card(page).locator(".follows")).to_be_visible()


def test_an_open_card_violates_nothing(page: Page, served: str, looks: set[str]) -> None:
    _opened(page, served + PAGE_TYPES["claim"])
    assert in_both_themes(page, looks, tags=None) == []
    expect(_card(page)).to_be_visible()
