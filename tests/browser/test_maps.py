"""Maps as a reader meets them: drawn, listed beside, opened branch by branch, taken along."""

import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page

from tests.browser.opening import opened, styled, until
from tests.browser.page_types import PAGE_TYPES, PREFIXES

MAP = "debates/tram/map/"
HARBOUR = "harbour-stays-empty-without-a-line"
THEMES = ("debate", "theme")

# A map that has narrower forms is shown in one of them.
_MAP = "svg.map:visible"
_READ = """() => {
  const map = [...document.querySelectorAll('svg.map')].find(each => each.checkVisibility());
  const id = (a) => new URL(a.href.baseVal ?? a.href, location.href).pathname;
  const groups = [...map.querySelectorAll('g[data-node]')];
  const tags = groups.map(g => g.querySelector('.tag')?.textContent ?? '').filter(Boolean);
  return {
    nodes: groups.map(g => id(g.querySelector('a.node'))),
    tags,
    edges: [...map.querySelectorAll('.edge:not(.theme)')].map(e => e.classList[1]),
    kinds: groups.map(g => g.querySelector('.tag')?.classList[1]).filter(Boolean),
  };
}"""
_OPEN_OUTLINE = """() => [...document.querySelectorAll('.map-outline h2 a, .map-outline li')]
  .filter(e => e.checkVisibility() && !e.closest('[hidden]'))
  .map(e => new URL((e.matches('a') ? e : e.querySelector('a')).href).pathname)"""


def _ready(page: Page, url: str) -> None:
    page.goto(url)
    page.wait_for_selector("html[data-map=ready]")


def _cell(page: Page, claim: str) -> str:
    return f'svg.map g[data-node="{claim}"] .more'


@pytest.mark.parametrize("language", PREFIXES)
@pytest.mark.parametrize("name", [*THEMES, "claim", "undercut", "thesis"])
def test_every_node_is_a_link_and_an_item_of_the_list_beside_it(
    page: Page, served: str, name: str, language: str
) -> None:
    page.goto(served + PREFIXES[language] + PAGE_TYPES[name])
    found = page.evaluate(_READ)
    listed = page.eval_on_selector_all(
        "figure li[data-node]",
        "all => all.map(li => new URL(li.querySelector('a').href).pathname)",
    )
    assert found["nodes"] == listed
    assert len(listed) > (1 if name == "undercut" else 3)


@pytest.mark.parametrize("name", [*THEMES, "claim", "thesis", "map"])
def test_every_edge_carries_its_word_and_kinds_differ_in_their_dashes(
    page: Page, served: str, name: str
) -> None:
    branches = f"?open={HARBOUR},build-the-tram,tram-pays-for-itself"
    page.goto(served + PAGE_TYPES[name] + (branches if name == "map" else ""))
    if name == "map":
        page.wait_for_selector("html[data-map=ready]")
    found = page.evaluate(_READ)
    dashes = page.eval_on_selector_all(
        "svg.map .edge:not(.theme)",
        "all => all.map(each => [each.classList[1], getComputedStyle(each).strokeDasharray])",
    )
    assert sorted(found["edges"]) == sorted(found["kinds"])
    assert len(found["tags"]) == len(found["edges"]) > 0
    patterns: dict[str, set[str]] = {}
    for kind, dash in dashes:
        patterns.setdefault(kind, set()).add(dash)
    assert all(len(each) == 1 for each in patterns.values())
    assert patterns.get("supports") == {"none"}
    seen = [
        next(iter(patterns[k])) for k in ("supports", "contradicts", "undercuts") if k in patterns
    ]
    assert len(seen) == len(set(seen)) >= 2 or name == "theme"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["debate", "thesis", "map"])
def test_a_condition_is_drawn_as_two_lines_with_the_paper_between(
    page: Page, served: str, name: str, scheme: Literal["light", "dark"]
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(served + PAGE_TYPES[name] + ("?open=build-the-tram" if name == "map" else ""))
    page.locator("svg.map .edge.conditions").first.wait_for(state="attached")
    found = page.evaluate("""() => {
      const all = (name) => [...document.querySelectorAll(`svg.map path.${name}`)];
      const style = (each) => getComputedStyle(each);
      return {
        paper: style(document.body).backgroundColor,
        broad: all('edge.conditions').map(e => [e.getAttribute('d'), style(e).strokeWidth]),
        within: all('inside').map(
          e => [e.getAttribute('d'), style(e).stroke, style(e).strokeWidth]),
      };
    }""")
    assert [each[0] for each in found["broad"]] == [each[0] for each in found["within"]] != []
    assert {each[1] for each in found["within"]} == {found["paper"]}
    narrow, broad = (float(found[each][0][-1].removesuffix("px")) for each in ("within", "broad"))
    assert 1 <= narrow <= broad - 2


def test_the_map_starts_at_the_reasons_of_the_thesis_and_asks_for_nothing_more(
    page: Page, served: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    _ready(page, served + MAP)
    assert page.locator('svg.map g[data-node="shopkeepers-lose-two-years"]').count() == 1
    assert (
        page.locator("svg.map .edge.theme").count() == page.locator("svg.map .theme").count() // 2
    )
    before = page.locator(f"{_MAP} a.node").count()
    page.locator(_cell(page, "build-the-tram")).click()
    until(page, "document.querySelectorAll('svg.map .edge:not(.theme)').length === 0")
    page.locator(_cell(page, "build-the-tram")).click()
    until(page, f"document.querySelectorAll('svg.map a.node').length === {before}")
    assert not [url for url in asked if "/claims/" in url]
    page.locator(_cell(page, HARBOUR)).click()
    page.wait_for_selector('g[data-node="ferry-serves-the-harbour"]')
    assert not [url for url in asked if "/claims/" in url]
    ferry = page.locator(_cell(page, "ferry-serves-the-harbour"))
    ferry.click()
    page.wait_for_selector(f"{_cell(page, 'ferry-serves-the-harbour')}[aria-expanded=true]")
    until(page, "!document.querySelector('.map-frame').ariaBusy")
    assert [url for url in asked if "/claims/" in url] == [
        f"{served}claims/ferry-serves-the-harbour/"
    ]


@pytest.mark.parametrize("language", PREFIXES)
def test_what_is_open_in_the_outline_is_open_on_the_map_and_the_other_way_round(
    page: Page, served: str, language: str
) -> None:
    _ready(page, served + PREFIXES[language] + MAP)
    page.locator(_cell(page, HARBOUR)).click()
    page.wait_for_selector('g[data-node="ferry-serves-the-harbour"]')
    same = page.evaluate(_OPEN_OUTLINE)
    first = page.evaluate(_READ)["nodes"]
    assert sorted(first) == sorted(same)
    item = page.locator(
        ".map-outline li", has=page.locator('a[href$="/claims/shopkeepers-lose-two-years/"]')
    )
    assert item.count() > 0
    page.locator(".map-outline > ul").first.locator("summary").first.click()
    page.wait_for_selector('svg.map g[data-node="shopkeepers-lose-two-years"]', state="detached")
    assert sorted(page.evaluate(_READ)["nodes"]) == sorted(page.evaluate(_OPEN_OUTLINE))
    page.locator(_cell(page, "build-the-tram")).click()
    page.wait_for_selector('svg.map g[data-node="shopkeepers-lose-two-years"]')
    assert page.evaluate(_READ)["nodes"] == first
    assert page.evaluate(_OPEN_OUTLINE) == same


def test_a_branch_opens_by_keyboard_and_the_focus_stays(page: Page, served: str) -> None:
    _ready(page, served + MAP)
    cell = page.locator(_cell(page, "tram-pays-for-itself"))
    cell.focus()
    assert cell.get_attribute("aria-expanded") == "false"
    for key, state in (("Enter", "true"), ("Space", "false"), ("Enter", "true")):
        page.keyboard.press(key)
        page.wait_for_selector(f'g[data-node="tram-pays-for-itself"] .more[aria-expanded={state}]')
        assert cell.evaluate("each => each === document.activeElement")
    page.keyboard.press("Tab")
    within = "document.activeElement.closest('g').dataset.node !== 'tram-pays-for-itself'"
    assert page.evaluate(within)


def test_what_is_open_stands_in_the_address_beside_what_others_put_there(
    page: Page, served: str
) -> None:
    _ready(page, f"{served}{MAP}?reject=shopkeepers-lose-two-years#via=x")
    page.locator(_cell(page, HARBOUR)).click()
    page.wait_for_selector('g[data-node="ferry-serves-the-harbour"]')
    page.locator(_cell(page, "ferry-serves-the-harbour")).click()
    until(page, "location.search.includes('ferry')")
    opened = f"build-the-tram,{HARBOUR},ferry-serves-the-harbour"
    wanted = f"?reject=shopkeepers-lose-two-years&open={opened}"
    assert page.evaluate("location.search + location.hash") == f"{wanted}#via=x"
    before = page.evaluate(_READ)
    page.reload()
    page.wait_for_selector("html[data-map=ready]")
    assert page.evaluate(_READ) == before
    page.locator(_cell(page, HARBOUR)).click()
    until(page, "!location.search.includes('open')")
    assert (
        page.evaluate("location.search + location.hash")
        == "?reject=shopkeepers-lose-two-years#via=x"
    )


def test_a_claim_reached_twice_is_drawn_in_full_once(page: Page, served: str) -> None:
    _ready(page, f"{served}{MAP}?open=build-the-tram,{HARBOUR}")
    full = page.eval_on_selector_all(
        "svg.map a.node:not(.again)", "all => all.map(each => each.href.baseVal)"
    )
    again = page.locator("svg.map a.again").count()
    assert len(full) == len(set(full))
    assert again > 0


def test_nothing_but_the_map_scrolls_sideways_at_320_pixels(page: Page, served: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    chain = f"{HARBOUR},ferry-serves-the-harbour,tram-pays-for-itself,people-leave-the-car"
    for path in (f"{MAP}?open={chain}", PAGE_TYPES["theme"], PAGE_TYPES["debate"]):
        opened(page, served + path)
        assert page.evaluate("document.documentElement.scrollWidth") == 320, path
        frame = page.locator(".map-frame:not(.forms)")
        assert frame.count() == (MAP in path)
        if frame.count():
            assert frame.evaluate("each => getComputedStyle(each).overflowX") == "auto"


@pytest.mark.parametrize("width", [320, 1280])
def test_nodes_and_controls_are_large_enough_to_hit(page: Page, served: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for path in (
        f"{MAP}?open={HARBOUR}",
        PAGE_TYPES["theme"],
        PAGE_TYPES["claim"],
    ):
        opened(page, served + path)
        small = page.eval_on_selector_all(
            "svg.map .node, svg.map .more, .map-acts > *",
            """all => all.filter(each => each.checkVisibility())
              .map(each => each.getBoundingClientRect())
              .filter(box => box.width < 24 || box.height < 24).length""",
        )
        assert small == 0, path


@pytest.mark.parametrize("font", ["DejaVu Sans", "Noto Sans", "Liberation Sans"])
def test_labels_stay_within_their_boxes_in_other_fonts(page: Page, served: str, font: str) -> None:
    for path in ("nl/" + PAGE_TYPES["theme"], PAGE_TYPES["debate"], "nl/" + PAGE_TYPES["claim"]):
        page.goto(served + path)
        styled(page, f".map text {{ font-family: '{font}' !important }}")
        wide = page.eval_on_selector_all(
            "svg.map a.node",
            """all => all.filter(each => each.checkVisibility()).flatMap(node => {
              const rect = node.querySelector('rect').getBBox();
              const cell = node.parentElement.querySelector('.more rect');
              const right = cell ? cell.getBBox().x : rect.x + rect.width;
              return [...node.querySelectorAll('text')]
                .filter(text => {
                  const box = text.getBBox();
                  return box.x < rect.x + 1 || box.x + box.width > right - 1;
                })
                .map(text => text.textContent);
            })""",
        )
        assert wide == [], path


@pytest.mark.parametrize("path", [MAP, PAGE_TYPES["theme"], PAGE_TYPES["claim"]])
def test_a_downloaded_map_stands_alone(page: Page, served: str, path: str, tmp_path: Path) -> None:
    page.emulate_media(color_scheme="dark")
    opened(page, served + path + (f"?open={HARBOUR}" if path == MAP else ""))
    nodes = page.locator(f"{_MAP} a.node").count()
    page.locator("h1").hover()
    with page.expect_download() as waiting:
        page.locator(
            "figure[data-download] .map-acts > a[download], .map-acts > button"
        ).first.click()
    file = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(file)
    assert file.suffix == ".svg"
    text = file.read_text("utf-8")
    assert "light-dark" not in text
    assert "var(" not in text
    root = ET.fromstring(text)
    ns = "{http://www.w3.org/2000/svg}"
    assert root.findtext(f"{ns}title")
    assert "CC BY 4.0" in (root.findtext(f"{ns}desc") or "")
    links = [each.get("href", "") for each in root.iter(f"{ns}a")]
    assert len([each for each in links if each]) >= nodes > 3
    assert all(link.startswith(served) for link in links)
    page.emulate_media(color_scheme="light")
    page.goto(file.as_uri())
    assert page.locator("a.node").count() == nodes
    stroke = page.locator(".edge.supports").first.evaluate("each => getComputedStyle(each).stroke")
    fill = page.locator("rect").first.evaluate("each => getComputedStyle(each).fill")
    assert (stroke, fill) == ("rgb(0, 104, 163)", "rgb(251, 250, 246)")


def test_the_drawing_beside_a_page_stands_alone_too(page: Page, served: str) -> None:
    page.goto(served + PAGE_TYPES["theme"])
    nodes = page.locator(f"{_MAP} a.node").count()
    colours = {
        name: page.locator(f"{_MAP} .edge.{name}").first.evaluate("e => getComputedStyle(e).stroke")
        for name in ("supports", "together")
    }
    page.goto(served + PAGE_TYPES["theme"] + "map.svg")
    assert page.locator("a.node").count() == nodes
    for name, colour in colours.items():
        found = page.locator(f".edge.{name}").first.evaluate("e => getComputedStyle(e).stroke")
        assert found == colour


def test_without_scripts_the_map_has_the_reasons_of_the_thesis_and_its_outline_two_levels(
    plain: Page, served: str
) -> None:
    plain.goto(served + MAP)
    listed = plain.locator(".map-outline > .tree > li, .map-outline h2 > a").count()
    reasons = plain.locator("svg.map .edge:not(.theme)").count()
    assert reasons > 3
    assert plain.locator(f"{_MAP} a.node").count() == listed + reasons
    assert plain.locator("svg.map a.more").count() > 5
    assert plain.locator(".map-outline > .tree > li > details > .tree > li .tree > li").count() > 5
