"""A reader without a mouse, or without a screen."""

from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.page_types import PAGE_TYPES, PREFIXES

pytestmark = pytest.mark.browser

_UNSEEN = """() => {
  const here = document.activeElement;
  const box = here.getBoundingClientRect();
  const style = getComputedStyle(here);
  const ring = parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== 'none';
  const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return ring && inside ? '' : here.outerHTML.slice(0, 120);
}"""
_STOPS = "main :is(a[href], summary, input, button)"


def _reached(page: Page) -> list[str]:
    """Tab through the whole page; the stops at which focus cannot be seen."""
    page.evaluate("document.querySelectorAll('main details').forEach(each => each.open = true)")
    stops = page.locator(_STOPS).count()
    unseen = []
    within = 0
    for _ in range(stops + 40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        within += page.evaluate(f"document.activeElement.matches({_STOPS!r})")
        if hidden := page.evaluate(_UNSEEN):
            unseen.append(hidden)
    assert within == stops
    return unseen


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", ["undercut", "theme", "weak spots"])
def test_every_link_and_toggle_is_reached_and_seen_with_the_tab_key(
    browser: Browser, served: str, name: str, theme: str
) -> None:
    page = browser.new_page(color_scheme="dark" if theme == "dark" else "light")
    page.goto(served + PAGE_TYPES[name])
    unseen = _reached(page)
    page.close()
    assert unseen == []


def test_a_branch_opens_and_closes_with_the_keyboard(browser: Browser, served: str) -> None:
    page = browser.new_page()
    page.goto(served + PAGE_TYPES["thesis"])
    branch = page.locator("main details").first
    before = branch.evaluate("each => each.open")
    branch.locator("summary").first.focus()
    page.keyboard.press("Enter")
    assert branch.evaluate("each => each.open") is not before
    page.keyboard.press("Space")
    assert branch.evaluate("each => each.open") is before
    page.close()


@pytest.mark.parametrize("language", PREFIXES)
def test_headings_leave_out_no_level(browser: Browser, served: str, language: str) -> None:
    page = browser.new_page()
    wrong = {}
    for name, path in PAGE_TYPES.items():
        page.goto(served + PREFIXES[language] + path)
        levels = page.eval_on_selector_all(
            "h1, h2, h3, h4, h5, h6", "all => all.map(each => Number(each.tagName[1]))"
        )
        if levels[0] != 1 or any(b > a + 1 for a, b in pairwise(levels)):
            wrong[name] = levels
    page.close()
    assert wrong == {}


@pytest.mark.parametrize("language", PREFIXES)
def test_a_page_names_its_landmarks_and_its_map(
    browser: Browser, served: str, language: str
) -> None:
    page = browser.new_page()
    page.goto(served + PREFIXES[language] + PAGE_TYPES["claim"])
    tree = page.locator("body").aria_snapshot()
    page.close()
    for role in ("banner", "main", "contentinfo", "complementary"):
        assert f"- {role}" in tree
    assert tree.count("- navigation ") == tree.count('- navigation "') >= 3
    # Links inside a drawing are only links to everybody where the drawing is no picture.
    assert tree.count("/claims/") or tree.count("../") > 5


def test_the_links_of_the_map_are_links_to_a_screen_reader(browser: Browser, served: str) -> None:
    page = browser.new_page()
    page.goto(served + PAGE_TYPES["claim"])
    drawn = page.locator("svg.map a.node").count()
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    page.close()
    parents = {node["nodeId"]: node for node in nodes}

    def within_map(node: dict[str, object]) -> bool:
        here: object = node.get("parentId")
        while here in parents:
            name = parents[str(here)].get("role", {}).get("value", "")
            if name in ("SvgRoot", "img", "graphics-document", "group", "image"):
                return True
            here = parents[str(here)].get("parentId")
        return False

    links = [node for node in nodes if node.get("role", {}).get("value") == "link"]
    seen = [node for node in links if not node.get("ignored") and within_map(node)]
    assert len(seen) == drawn > 5


def test_search_is_worked_with_the_keyboard_alone(browser: Browser, served: str) -> None:
    page = browser.new_page()
    page.goto(served + PAGE_TYPES["search"])
    page.keyboard.type("chips")
    page.wait_for_selector("#results li a")
    assert page.locator("#found").get_attribute("role") == "status"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#results') !== null")
    page.keyboard.press("Enter")
    page.wait_for_url("**/claims/**")
    page.close()
