"""The pages of the live records as a reader sees them."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from graph.base import KnowledgeBase
from tests.browser.axe import in_both_themes
from tests.browser.frames import measured_in_turn
from tests.browser.page_types import PREFIXES
from tests.browser.test_budget import keeps_its_budget, largest

# What the sample has no equal of: prose written for readers, and the debate at its real size.
PAGES = {
    "home": "",
    "thesis": "claims/{thesis}/",
    "theme": "debates/{debate}/{theme}/",
    "source": "sources/{source}/",
    "guide": "guides/analyst/",
    "guide with cases": "guides/modelling/",
}
_OPEN_ALL = "document.querySelectorAll('details').forEach(each => each.open = true)"
_HEAD = (".route", "h1", ".saying", ".standing")
_PAIR = (".pair > .supports", ".pair > .contradicts")
_DESK, _PHONE = (1280, 720), (390, 844)
_BOTTOMS = f"""(page) => {{
  const bottom = (selector) => page.querySelector(selector)?.getBoundingClientRect().bottom ?? null;
  return Object.fromEntries({list(_HEAD + _PAIR)}.map((selector) => [selector, bottom(selector)]));
}}"""


def _address(live: KnowledgeBase, name: str, language: str) -> str:
    debate = next(iter(live.debates.values()))
    path = PAGES[name].format(
        thesis=debate.theses[0],
        debate=debate.id,
        theme=debate.themes[0].id,
        source=debate.sources[0],
    )
    return PREFIXES[language] + path


@pytest.mark.parametrize("language", PREFIXES)
@pytest.mark.parametrize("name", PAGES)
def test_no_page_violates_wcag_or_scrolls_sideways(
    examined: Page, live_served: str, live: KnowledgeBase, looks: set[str], name: str, language: str
) -> None:
    examined.goto(live_served + _address(live, name, language))
    examined.evaluate(_OPEN_ALL)
    assert in_both_themes(examined, looks) == []
    examined.set_viewport_size({"width": 320, "height": 640})
    assert examined.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("language", PREFIXES)
def test_the_gist_of_every_claim_stands_above_the_fold(
    browser: Browser, live_served: str, live: KnowledgeBase, language: str
) -> None:
    page = browser.new_page(viewport={"width": 1300, "height": 900})
    page.goto(live_served + "robots.txt")
    addresses = [f"{live_served}{PREFIXES[language]}claims/{claim}/" for claim in live.claims]
    found = measured_in_turn(page, addresses, (_DESK, _PHONE), _BOTTOMS, below=".flow, .side")
    page.close()
    assert len(found) == len(live.claims)
    low = {}
    cards = {}
    for address, (desk, phone) in found.items():
        parts = [desk[part] for part in _HEAD]
        parts += [desk[part] for part in _PAIR if desk[part] is not None]
        claim = address.rstrip("/").rpartition("/")[2]
        cards[claim] = tuple(desk[part] is not None for part in _PAIR)
        parts_on_phone = [phone[part] for part in _HEAD]
        if None in parts or max(parts) > _DESK[1] or max(parts_on_phone) > _PHONE[1]:
            low[address.removeprefix(live_served)] = (parts, parts_on_phone)
    assert {each: max(parts) for each, (parts, _) in low.items()} == {}
    # The first reason stands beside the first objection, wherever there are any.
    assert cards == {
        claim: (bool(live.reasons(claim)), bool(live.objections(claim)))
        if not live.is_question(claim)
        else (False, False)
        for claim in live.claims
    }


@pytest.mark.parametrize("language", PREFIXES)
def test_the_largest_claim_page_keeps_its_budget(
    browser: Browser, live_served: str, live_site: Path, language: str
) -> None:
    keeps_its_budget(browser, live_served, largest(live_site, language))
