"""Maps as a reader meets them: drawn, listed beside, opened branch by branch, taken along."""

import xml.etree.ElementTree as ET
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from graph.pages.maps.hanging_tree import Item, hanging_tree
from tests.browser.page_types import PAGE_TYPES, PREFIXES
from tests.pages.map_trees import forest

pytestmark = pytest.mark.browser
MAP = "debates/deepseek-europe/map/"
THEMES = ("debate", "theme")
SEEDS = range(200)

_READ = """() => {
  const id = (a) => new URL(a.href.baseVal ?? a.href, location.href).pathname;
  const groups = [...document.querySelectorAll('svg.map g[data-node]')];
  const tags = groups.map(g => g.querySelector('.tag')?.textContent ?? '').filter(Boolean);
  return {
    nodes: groups.map(g => id(g.querySelector('a.node'))),
    tags,
    edges: [...document.querySelectorAll('svg.map .edge')].map(e => e.classList[1]),
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
    browser: Browser, served: str, name: str, language: str
) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(served + PREFIXES[language] + PAGE_TYPES[name])
    page.close()
    page = browser.new_page()
    page.goto(served + PREFIXES[language] + PAGE_TYPES[name])
    found = page.evaluate(_READ)
    listed = page.eval_on_selector_all(
        "figure li[data-node]",
        "all => all.map(li => new URL(li.querySelector('a').href).pathname)",
    )
    page.close()
    assert found["nodes"] == listed
    assert len(listed) > 3


@pytest.mark.parametrize("name", [*THEMES, "claim", "thesis", "map"])
def test_every_edge_carries_its_word_and_kinds_differ_in_their_dashes(
    browser: Browser, served: str, name: str
) -> None:
    page = browser.new_page()
    opened = "?open=single-winner-thesis,europe-economy-may-benefit,good-news-especially-for-europe"
    page.goto(served + PAGE_TYPES[name] + (opened if name == "map" else ""))
    if name == "map":
        page.wait_for_selector("html[data-map=ready]")
    found = page.evaluate(_READ)
    dashes = page.eval_on_selector_all(
        "svg.map .edge",
        "all => all.map(each => [each.classList[1], getComputedStyle(each).strokeDasharray])",
    )
    page.close()
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


def _data(item: Item) -> dict[str, Any]:
    return asdict(item)


def test_the_browser_lays_out_maps_as_the_build_does(browser: Browser, served: str) -> None:
    page = browser.new_page()
    page.goto(served)
    for seed in SEEDS:
        rows, columns, column = forest(seed), seed % 5 + 1, 150 + seed % 7 * 30
        ours = hanging_tree(rows, columns, column)
        theirs = page.evaluate(
            """async ([script, rows, columns, column]) => {
              const { hangingTree } = await import(script);
              const found = hangingTree(rows, columns, column);
              const boxes = found.boxes.map(({item, ...rest}) => ({key: item.key, ...rest}));
              return {...found, boxes};
            }""",
            [
                f"{served}assets/js/map_layout.js",
                [[_data(item) for item in row] for row in rows],
                columns,
                column,
            ],
        )
        boxes = [
            {
                "key": box.item.key,
                "x": box.x,
                "y": box.y,
                "width": box.width,
                "height": box.height,
                "lines": list(box.lines),
            }
            for box in ours.boxes
        ]
        assert theirs["boxes"] == boxes, seed
        assert theirs["edges"] == [asdict(edge) for edge in ours.edges], seed
        assert (theirs["width"], theirs["height"]) == (ours.width, ours.height)
    page.close()


def test_the_map_starts_folded_and_asks_for_nothing_more(browser: Browser, served: str) -> None:
    asked: list[str] = []
    page = browser.new_page()
    page.on("request", lambda request: asked.append(request.url))
    _ready(page, served + MAP)
    assert page.locator("svg.map .edge").count() == 0
    assert not [url for url in asked if "/claims/" in url]
    page.locator(_cell(page, "single-winner-thesis")).click()
    page.wait_for_selector("svg.map .edge")
    assert [url for url in asked if "/claims/" in url] == [f"{served}claims/single-winner-thesis/"]
    page.close()


@pytest.mark.parametrize("language", PREFIXES)
def test_what_is_open_in_the_outline_is_open_on_the_map_and_the_other_way_round(
    browser: Browser, served: str, language: str
) -> None:
    page = browser.new_page()
    _ready(page, served + PREFIXES[language] + MAP)
    page.locator(_cell(page, "single-winner-thesis")).click()
    page.wait_for_selector("svg.map .edge")
    same = page.evaluate(_OPEN_OUTLINE)
    first = page.evaluate(_READ)["nodes"]
    assert sorted(first) == sorted(same)
    item = page.locator(
        ".map-outline li", has=page.locator('a[href$="/claims/europe-lags-in-ai/"]')
    )
    page.locator(".map-outline > ul").first.locator("summary").first.click()
    page.wait_for_selector('svg.map g[data-node="europe-lags-in-ai"]')
    assert item.count() > 0
    assert sorted(page.evaluate(_READ)["nodes"]) == sorted(page.evaluate(_OPEN_OUTLINE))
    page.locator(_cell(page, "europe-economy-may-benefit")).click()
    page.wait_for_selector('svg.map g[data-node="europe-lags-in-ai"]', state="detached")
    assert page.evaluate(_READ)["nodes"] == first
    assert page.evaluate(_OPEN_OUTLINE) == same
    page.close()


def test_a_branch_opens_by_keyboard_and_the_focus_stays(browser: Browser, served: str) -> None:
    page = browser.new_page()
    _ready(page, served + MAP)
    cell = page.locator(_cell(page, "models-expected-to-get-cheaper"))
    cell.focus()
    assert cell.get_attribute("aria-expanded") == "false"
    for key, state in (("Enter", "true"), ("Space", "false"), ("Enter", "true")):
        page.keyboard.press(key)
        page.wait_for_selector(
            f'g[data-node="models-expected-to-get-cheaper"] .more[aria-expanded={state}]'
        )
        assert cell.evaluate("each => each === document.activeElement")
    page.keyboard.press("Tab")
    within = "document.activeElement.closest('g').dataset.node !== 'models-expected-to-get-cheaper'"
    assert page.evaluate(within)
    page.close()


def test_what_is_open_stands_in_the_address_beside_what_others_put_there(
    browser: Browser, served: str
) -> None:
    page = browser.new_page()
    _ready(page, f"{served}{MAP}?reject=europe-lags-in-ai#via=x")
    page.locator(_cell(page, "single-winner-thesis")).click()
    page.wait_for_selector('g[data-node="two-powers-if-china-gets-chips"]')
    page.locator(_cell(page, "two-powers-if-china-gets-chips")).click()
    page.wait_for_function("location.search.includes('two-powers')")
    wanted = "?reject=europe-lags-in-ai&open=single-winner-thesis,two-powers-if-china-gets-chips"
    assert page.evaluate("location.search + location.hash") == f"{wanted}#via=x"
    before = page.evaluate(_READ)
    page.reload()
    page.wait_for_selector("html[data-map=ready]")
    assert page.evaluate(_READ) == before
    page.locator(_cell(page, "single-winner-thesis")).click()
    page.wait_for_function("!location.search.includes('open')")
    assert page.evaluate("location.search + location.hash") == "?reject=europe-lags-in-ai#via=x"
    page.close()


def test_a_claim_reached_twice_is_drawn_in_full_once(browser: Browser, served: str) -> None:
    page = browser.new_page()
    _ready(page, f"{served}{MAP}?open=europe-economy-may-benefit,single-winner-thesis")
    full = page.eval_on_selector_all(
        "svg.map a.node:not(.again)", "all => all.map(each => each.href.baseVal)"
    )
    again = page.locator("svg.map a.again").count()
    page.close()
    assert len(full) == len(set(full))
    assert again > 0


def test_nothing_but_the_map_scrolls_sideways_at_320_pixels(browser: Browser, served: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 640})
    chain = "single-winner-thesis,first-mover-flywheel-uncatchable,economies-of-scale-smaller"
    for path in (f"{MAP}?open={chain}", PAGE_TYPES["theme"], PAGE_TYPES["debate"]):
        page.goto(served + path)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("document.documentElement.scrollWidth") == 320, path
        frame = page.locator(".map-frame")
        assert frame.evaluate("each => getComputedStyle(each).overflowX") == "auto"
    page.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_nodes_and_controls_are_large_enough_to_hit(
    browser: Browser, served: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    for path in (f"{MAP}?open=single-winner-thesis", PAGE_TYPES["theme"], PAGE_TYPES["claim"]):
        page.goto(served + path)
        page.wait_for_load_state("networkidle")
        small = page.eval_on_selector_all(
            "svg.map .node, svg.map .more, .map-acts > *",
            """all => all.filter(each => !each.hidden).map(each => each.getBoundingClientRect())
              .filter(box => box.width < 24 || box.height < 24).length""",
        )
        assert small == 0, path
    page.close()


@pytest.mark.parametrize("font", ["DejaVu Sans", "Noto Sans", "Liberation Sans"])
def test_labels_stay_within_their_boxes_in_other_fonts(
    browser: Browser, served: str, font: str
) -> None:
    page = browser.new_page()
    for path in ("nl/" + PAGE_TYPES["theme"], PAGE_TYPES["debate"], "nl/" + PAGE_TYPES["claim"]):
        page.goto(served + path)
        page.add_style_tag(content=f".map text {{ font-family: '{font}' !important }}")
        wide = page.eval_on_selector_all(
            "svg.map a.node",
            """all => all.flatMap(node => {
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
    page.close()


@pytest.mark.parametrize("path", [MAP, PAGE_TYPES["theme"], PAGE_TYPES["claim"]])
def test_a_downloaded_map_stands_alone(
    browser: Browser, served: str, path: str, tmp_path: Path
) -> None:
    page = browser.new_page(color_scheme="dark")
    page.goto(served + path + ("?open=single-winner-thesis" if path == MAP else ""))
    page.wait_for_load_state("networkidle")
    nodes = page.locator("svg.map a.node").count()
    with page.expect_download() as waiting:
        page.locator(
            "figure[data-download] .map-acts > a[download], .map-acts > button"
        ).first.click()
    file = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(file)
    page.close()
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
    page = browser.new_page()
    page.goto(file.as_uri())
    assert page.locator("a.node").count() == nodes
    stroke = page.locator(".edge.supports").first.evaluate("each => getComputedStyle(each).stroke")
    fill = page.locator("rect").first.evaluate("each => getComputedStyle(each).fill")
    page.close()
    assert (stroke, fill) == ("rgb(0, 104, 163)", "rgb(251, 250, 246)")


def test_the_drawing_beside_a_page_stands_alone_too(browser: Browser, served: str) -> None:
    page = browser.new_page()
    page.goto(served + PAGE_TYPES["theme"])
    nodes = page.locator("svg.map a.node").count()
    colours = {
        name: page.locator(f".map .edge.{name}").first.evaluate("e => getComputedStyle(e).stroke")
        for name in ("supports", "together")
    }
    page.goto(served + PAGE_TYPES["theme"] + "map.svg")
    assert page.locator("a.node").count() == nodes
    for name, colour in colours.items():
        found = page.locator(f".edge.{name}").first.evaluate("e => getComputedStyle(e).stroke")
        assert found == colour
    page.close()


def test_without_scripts_the_map_is_folded_and_its_outline_has_two_levels(
    browser: Browser, served: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served + MAP)
    assert (
        page.locator("svg.map a.node").count()
        == page.locator(".map-outline > .tree > li, .map-outline h2 > a").count()
    )
    assert page.locator("svg.map a.more").count() > 5
    assert page.locator(".map-outline > .tree > li > details > .tree > li .tree > li").count() > 5
    context.close()
