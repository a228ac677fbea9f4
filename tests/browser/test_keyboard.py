"""A reader without a mouse, or without a screen."""

from itertools import pairwise

import pytest
from playwright.sync_api import Page

from tests.browser.opening import settled
from tests.browser.page_types import PAGE_TYPES, PREFIXES
from tests.browser.walking import Walk

_STOPS = "main :is(a[href], summary, input, button)"
_HERE = """stops => {
  const here = document.activeElement;
  if (here === document.body) return null;
  const box = here.getBoundingClientRect();
  const style = getComputedStyle(here);
  const ring = parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== 'none';
  const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return [here.matches(stops), ring && inside ? '' : here.outerHTML.slice(0, 120)];
}"""


def _reached(page: Page) -> list[str]:
    """Tab through the whole page; the stops at which focus cannot be seen."""
    page.evaluate("document.querySelectorAll('main details').forEach(each => each.open = true)")
    # Some tools come when a reader first takes hold of the page.
    page.keyboard.press("Tab")
    settled(page)
    page.evaluate("document.activeElement.blur()")
    stops = page.locator(f"{_STOPS}:visible").count()
    unseen = []
    within = 0
    for _ in range(stops + 40):
        page.keyboard.press("Tab")
        here = page.evaluate(_HERE, _STOPS)
        if here is None:
            break
        counts, hidden = here
        within += counts
        if hidden:
            unseen.append(hidden)
    assert within == stops
    return unseen


@pytest.mark.parametrize("name", ["undercut", "theme", "weak spots"])
def test_every_link_and_toggle_is_reached_and_seen_with_the_tab_key(
    page: Page, served: str, name: str
) -> None:
    page.goto(served + PAGE_TYPES[name])
    unseen = _reached(page)
    assert unseen == []


def test_a_branch_opens_and_closes_with_the_keyboard(page: Page, served: str) -> None:
    page.goto(served + PAGE_TYPES["thesis"])
    branch = page.locator("main details").first
    before = branch.evaluate("each => each.open")
    branch.locator("summary").first.focus()
    page.keyboard.press("Enter")
    assert branch.evaluate("each => each.open") is not before
    page.keyboard.press("Space")
    assert branch.evaluate("each => each.open") is before


@pytest.mark.parametrize("language", PREFIXES)
def test_headings_leave_out_no_level(walk: Walk, language: str) -> None:
    levels = {name: page.levels for name, page in walk.seen[language].items()}
    assert levels.keys() == PAGE_TYPES.keys()
    assert {
        name: found
        for name, found in levels.items()
        if found[0] != 1 or any(b > a + 1 for a, b in pairwise(found))
    } == {}


@pytest.mark.parametrize("language", PREFIXES)
def test_a_page_names_its_landmarks_and_its_map(page: Page, served: str, language: str) -> None:
    page.goto(served + PREFIXES[language] + PAGE_TYPES["claim"])
    tree = page.locator("body").aria_snapshot()
    for role in ("banner", "main", "contentinfo", "complementary"):
        assert f"- {role}" in tree
    assert tree.count("- navigation ") == tree.count('- navigation "') >= 3
    # Links inside a drawing are only links to everybody where the drawing is no picture.
    assert tree.count("/claims/") or tree.count("../") > 5


def test_the_links_of_the_map_are_links_to_a_screen_reader(page: Page, served: str) -> None:
    page.goto(served + PAGE_TYPES["claim"])
    drawn = page.locator("svg.map a.node").count()
    session = page.context.new_cdp_session(page)
    found = session.send("Runtime.evaluate", {"expression": "document.querySelector('svg.map')"})
    session.send("Accessibility.enable")
    links = session.send(
        "Accessibility.queryAXTree", {"objectId": found["result"]["objectId"], "role": "link"}
    )["nodes"]
    seen = [link for link in links if not link["ignored"] and link["name"]["value"]]
    assert len(seen) == drawn > 5


def test_search_is_worked_with_the_keyboard_alone(page: Page, served: str) -> None:
    page.goto(served + PAGE_TYPES["search"])
    page.keyboard.type("rails")
    page.wait_for_selector("#results li a")
    assert page.locator("#found").get_attribute("role") == "status"
    # On the way to the results stands what narrows them down.
    for _ in range(8):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('#results') !== null"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/claims/**")
