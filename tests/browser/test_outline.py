"""Reasons and objections as nested lists that open and fold."""

import pytest
from playwright.sync_api import Page

from graph.base import KnowledgeBase
from tests.browser.opening import opened, until
from tests.browser.page_types import PREFIXES

ADDRESSES = ("claims/build-the-tram/", "debates/tram/harbour/")
_DEEP = """() => [...document.querySelectorAll('.tree li[id]')]
  .filter((each) => each.parentElement.closest('details:not([open])'))
  .map((each) => each.id)"""


def _open(page: Page, address: str) -> None:
    page.goto("about:blank")
    opened(page, address)


@pytest.mark.parametrize(("path", "levels"), [(ADDRESSES[0], 0), (ADDRESSES[1], 1)])
@pytest.mark.parametrize("language", PREFIXES)
def test_closed_lines_say_what_they_hide(
    page: Page, served: str, language: str, path: str, levels: int
) -> None:
    _open(page, served + PREFIXES[language] + path)
    first = page.locator(".outline > .tree > li > details")
    assert first.count() > 0
    open_ = page.locator(".outline > .tree > li > details[open]").count()
    assert open_ == (first.count() if levels else 0)
    assert page.locator(".outline .tree .tree details[open]").count() == 0
    wrong = page.eval_on_selector_all(
        ".outline details",
        """(all) => all.filter((each) => {
          const said = (each.firstElementChild.textContent.match(/\\d+/g) ?? []).map(Number);
          const inside = each.querySelectorAll(':scope > .tree > li').length;
          return said.reduce((sum, one) => sum + one, 0) !== inside;
        }).map((each) => each.textContent.slice(0, 80))""",
    )
    assert wrong == []


@pytest.mark.parametrize("path", ADDRESSES)
def test_a_doubt_hangs_on_the_step_and_not_below_the_reason(
    page: Page, served: str, path: str
) -> None:
    _open(page, served + path)
    steps = page.locator(".outline .hop > .tree > li")
    assert steps.count() > 0
    assert page.locator(".outline .hop > .tree > li:not(.at-step)").count() == 0
    assert page.locator(".outline details > .tree > .at-step").count() == 0


def test_the_doubts_about_what_is_shown_are_shown_whatever_is_folded(
    page: Page, served: str, sample: KnowledgeBase
) -> None:
    doubt = next(
        each
        for each in sample.links.values()
        if each.type.at_link and not sample.links[each.target].type.at_link
    )
    _open(page, f"{served}claims/{sample.final_target(doubt)}/")
    shown = page.locator(".outline > .tree > li > .hop > .tree > li")
    assert shown.count() > 0
    assert all(each.is_visible() for each in shown.all())


@pytest.mark.parametrize("path", ADDRESSES)
def test_all_of_an_outline_is_opened_and_folded_at_once(page: Page, served: str, path: str) -> None:
    _open(page, served + path)
    # On the page of a theme what is below a root opens on request.
    for whole in page.locator("details.whole > summary").all():
        whole.click()
    outline = page.locator(".outline:has(> button)").first
    button = outline.locator("> button")
    assert button.inner_text() == "Expand all"
    button.focus()
    page.keyboard.press("Enter")
    outline.locator("> button", has_text="Collapse all").wait_for()
    assert outline.locator("details:not([open])").count() == 0
    button.click()
    outline.locator("> button", has_text="Expand all").wait_for()
    assert outline.locator("details[open]").count() == 0


@pytest.mark.parametrize("rest", ["", "&via=no-such-claim"])
@pytest.mark.parametrize("path", ADDRESSES)
def test_an_address_leads_to_a_place_that_is_folded_in(
    page: Page, served: str, path: str, rest: str
) -> None:
    _open(page, served + path)
    places = page.evaluate(_DEEP)
    assert places
    _open(page, f"{served}{path}#{places[-1]}{rest}")
    place = page.locator(f"[id='{places[-1]}']")
    until(page, "(id) => document.getElementById(id).matches('.sought, :target')", arg=places[-1])
    assert place.locator("> .leaf").is_visible()
    top = place.evaluate("each => each.getBoundingClientRect().top")
    assert -1 <= top < 720


def test_a_claim_named_again_leads_to_where_it_is_opened(page: Page, served: str) -> None:
    _open(page, served + ADDRESSES[0])
    mention = page.locator(".outline .leaf .num > a[href^='#link-']").first
    place = (mention.get_attribute("href") or "")[1:]
    mention.evaluate("each => each.click()")
    until(page, "(id) => document.getElementById(id).matches('.sought, :target')", arg=place)
    assert page.locator(f"[id='{place}'] > .leaf").is_visible()


def test_without_scripts_there_is_no_button(plain: Page, served: str) -> None:
    plain.goto(served + ADDRESSES[0])
    assert plain.locator(".outline > button").count() > 0
    assert not plain.locator(".outline > button").first.is_visible()
    plain.locator(".outline .tree summary").first.click()
    assert plain.locator(".outline .tree details[open]").count() == 1
