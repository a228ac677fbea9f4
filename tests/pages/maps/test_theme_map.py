"""Which claims are on the map of a theme, and that the list beside it has the same."""

import re
from pathlib import Path

import pytest

from graph.argument.debated import below
from graph.base import KnowledgeBase
from graph.pages.frame import Settings
from graph.pages.maps.theme_map import (
    MOST,
    PHONE,
    ROOMS,
    MapNode,
    debate_map,
    flat,
    strongest,
    theme_map,
)
from graph.pages.site import Site
from graph.pages.views.debates import Debates
from graph.pages.views.link import drawn_weight
from graph.pages.views.reader import Reader
from graph.pages.views.shared_debates import SharedDebates
from graph.records.link_types import LinkType, Polarity
from graph.words.language import language
from tests.pages.conftest import RECORDS, ROOT

_WIDTH = re.compile(r'<svg [^>]*?width="(\d+)"')
_NODE = re.compile(r'<g data-node="([^"]+)"')


@pytest.fixture(scope="module")
def reader(whole: KnowledgeBase) -> Reader:
    return Reader(whole, language("en"))


@pytest.fixture(scope="module")
def debates(whole: KnowledgeBase, reader: Reader) -> Debates:
    return Debates(reader, SharedDebates(whole))


def _maps(debates: Debates) -> list[tuple[MapNode, ...]]:
    (debate,) = debates.all
    tops = [debate.theses, *(theme.roots for theme in debate.themes)]
    return [strongest(roots, MOST) for roots in tops]


def test_a_map_has_at_most_thirty_boxes_and_every_root(debates: Debates) -> None:
    for tops in _maps(debates):
        assert len(list(flat(tops))) <= MOST == 30
    (debate,) = debates.all
    for theme in debate.themes:
        tops = strongest(theme.roots, MOST)
        assert [node.key for node in tops] == [root.id for root in theme.roots]


def test_a_claim_is_drawn_in_full_once(debates: Debates) -> None:
    for tops in _maps(debates):
        full = [node.key for node in flat(tops) if not node.again]
        assert len(full) == len(set(full))
        assert {node.key for node in flat(tops)} == set(full)
        again = [node for node in flat(tops) if node.again]
        assert all(each.kind in ("together", "undercuts") for node in again for each in node.below)
    assert any(node.again for tops in _maps(debates) for node in flat(tops))


def test_what_is_left_out_is_counted_where_it_belongs(debates: Debates, reader: Reader) -> None:
    for tops in _maps(debates):
        for node in (each for each in flat(tops) if not each.again and not each.kind):
            claim = reader.claim(node.key)
            shown = sum(each.kind in set(LinkType) for each in node.below)
            assert node.more == len(claim.arguments) - shown


def test_the_weakest_of_a_level_are_left_out(debates: Debates, reader: Reader) -> None:
    root = debates.all[0].theses[0]
    links = sorted(root.arguments, key=lambda each: (-each.force.midpoint, each.link.id))
    kept: dict[str, int] = {}
    for link in links:
        size = 1 + len(link.together)
        if sum(kept.values()) + size <= 3:
            kept[link.claim.id] = size
    (top,) = strongest([root], 4)
    assert {node.key for node in top.below} == kept.keys()
    assert top.more == len(links) - len(kept)


def test_linked_premises_are_on_the_map_together_or_not_at_all(
    debates: Debates, reader: Reader
) -> None:
    roots = debates.all[0].themes[1].roots
    seen = 0
    for most in range(6, MOST):
        for node in flat(strongest(roots, most)):
            claim = reader.claim(node.key)
            for each in node.below:
                premises = {
                    tuple(premise.id for premise in link.together)
                    for link in claim.arguments
                    if link.claim.id == each.key and link.type == each.kind
                }
                drawn = tuple(other.key for other in each.below if other.kind == "together")
                assert each.kind in ("together", "undercuts") or drawn in premises
                seen += len(drawn)
    assert seen


def test_what_is_left_out_at_an_open_question_leads_to_its_page_which_has_no_reasons(
    tmp_path: Path,
) -> None:
    for path, text in RECORDS.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text.replace("kind: recommendation", "kind: question"))
    reader = Reader(KnowledgeBase.load(tmp_path), language("en"))
    (question,) = strongest([reader.claim("top")], 1)
    (other,) = strongest([reader.claim("cost")], 1)
    assert question.more
    assert other.more
    assert (question.rest, other.rest) == ("claims/top/", "claims/cost/#reasons")


def test_how_many_claims_are_not_on_the_map_is_said(debates: Debates, reader: Reader) -> None:
    theme = debates.all[0].themes[0]
    drawn = theme_map(reader, theme.roots, "")
    here = below(reader.kb, [root.id for root in theme.roots])
    assert drawn.left_out == len(here - {node.key for node in drawn.nodes}) > 0


@pytest.mark.parametrize("code", ["en", "nl"])
def test_drawing_and_list_hold_the_same_in_the_same_order(whole: KnowledgeBase, code: str) -> None:
    pages = {each.file: each for each in Site(whole, Settings((ROOT / "templates",))).pages()}
    prefix = {"en": "", "nl": "nl/"}[code]
    (debate,) = whole.debates.values()
    paths = ["", *(f"{theme.id}/" for theme in debate.themes)]
    for path in paths:
        html = pages[f"{prefix}debates/{debate.id}/{path}index.html"].render()
        figure = re.search(r"<figure class=\"map-figure\".*?</figure>", html, re.S)
        assert figure is not None
        drawings, _, listed = figure[0].partition("<details>")
        svg, *narrower = drawings.split("</svg>")[:3]
        for form in narrower:
            assert sorted(_NODE.findall(form)) == sorted(_NODE.findall(svg))
            assert form.count('class="edge ') == svg.count('class="edge ')
        assert _NODE.findall(svg) == re.findall(r'<li data-node="([^"]+)"', listed)
        drawn = re.findall(r'<a class="(?:node|more)[^"]*" href="([^"]+)"', svg)
        assert drawn == re.findall(r'href="([^"]+)"', listed)
        words = [
            re.sub(r"<[^>]+>", "", each) for each in re.findall(r'<em class="w-.*?</em>', listed)
        ]
        assert words == re.findall(r'<text class="tag[^>]*>([^<]*)<', svg)
        assert len(words) == svg.count('class="edge ')


def test_no_form_of_a_map_is_wider_than_the_room_it_is_for(
    debates: Debates, reader: Reader
) -> None:
    (debate,) = debates.all
    for roots in (debate.theses, *(theme.roots for theme in debate.themes)):
        drawn = theme_map(reader, roots, "")
        widths = [int(each[1]) for each in _WIDTH.finditer("".join((drawn.svg, *drawn.narrower)))]
        assert len(widths) == 3
        assert [width <= room for width, room in zip(widths, (*ROOMS, PHONE + 4), strict=True)] == [
            True,
            True,
            True,
        ]


def test_a_box_shows_along_its_side_how_its_claim_stands_and_a_question_shows_nothing(
    sample: KnowledgeBase,
) -> None:
    reader = Reader(sample, language("en"))
    svg = str(theme_map(reader, [reader.claim(each) for each in sample.theses], "").svg)
    drawn = re.findall(
        r'<g data-node="([^"]+)".*?(?:class="strip" data-for="(\d)" data-against="(\d)"|</g>)', svg
    )
    assert len(drawn) > 3
    for claim, carried, taken in drawn:
        mark = reader.claim(claim).stand.mark
        assert (carried, taken) == (str(mark.carried), str(mark.taken))
    questions = [each for each in sample.claims if sample.is_question(each)]
    assert 'class="strip"' not in str(theme_map(reader, [reader.claim(questions[0])], "").svg)


def test_a_line_is_as_heavy_as_what_passes_along_it_and_a_condition_is_never_faint(
    whole: KnowledgeBase,
) -> None:
    weights = {link: drawn_weight(whole, link) for link in whole.links}
    for link, weight in weights.items():
        force = whole.assessment.forces[link].midpoint
        if whole.links[link].type.polarity is Polarity.CONDITIONS:
            assert weight == "some"
        else:
            assert (weight == "none") == (force < 1e-9)
            assert (weight == "much") == (force >= 2 / 3)
    assert len(set(weights.values())) == 4


def test_a_single_thesis_is_open_on_the_map_of_its_debate_and_themes_are_joined_to_it(
    sample: KnowledgeBase,
) -> None:
    reader = Reader(sample, language("en"))
    view = Debates(reader, SharedDebates(sample)).all[0]
    drawn = debate_map(reader, view, "")
    (thesis,), themes = drawn.rows
    assert {each.key for each in thesis.below} <= {
        link.claim.id for link in view.theses[0].arguments
    }
    assert thesis.below
    assert str(drawn.svg).count('class="edge theme"') == len(themes)
