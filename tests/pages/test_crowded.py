"""What a page does when more bears on a claim than it can show."""

import re

import pytest

from graph.base import KnowledgeBase
from graph.pages.frame import Settings
from graph.pages.maps.neighbourhood import MOST, draw, neighbourhood
from graph.pages.site import Site
from graph.pages.views.consequences import SHOWN, TURNED, rejection
from graph.pages.views.mark import Mark
from graph.pages.views.reader import Reader
from graph.words.language import language
from tests.pages.conftest import ROOT

ARGUMENTS = 20
"""Reasons for the thesis, and as many objections to it; each reason has a linked premise."""
CHAIN = 14


def _claim(name: str, links: str = "") -> str:
    return f"---\nclaim: {{en: So says {name}., nl: Aldus {name}.}}\nkind: fact\n{links}---\n"


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    root = tmp_path_factory.mktemp("crowded")
    folder = root / "claims" / "d"
    folder.mkdir(parents=True)
    (folder / "debate.yaml").write_text(
        "title: {en: Much, nl: Veel}\nquestion: {en: Much?, nl: Veel?}\ntheses: [top]\n", "utf-8"
    )
    claims = {"top": "", "shared": "", "doubt": "undercuts:\n  - {link: con-0 -> top}\n"}
    for n in range(ARGUMENTS):
        claims[f"pro-{n}"] = "supports:\n  - {claim: top, with: [shared]}\n"
        claims[f"con-{n}"] = "contradicts:\n  - {claim: top}\n"
    # A chain of supports: what rejecting its end changes is more than a page lists.
    for n in range(CHAIN):
        target = f"step-{n - 1}" if n else "pro-0"
        claims[f"step-{n}"] = f"supports:\n  - {{claim: {target}}}\n"
    for name, links in claims.items():
        (folder / f"{name}.md").write_text(_claim(name, links), "utf-8")
    return KnowledgeBase.load(root)


def test_a_crowded_map_shows_fifteen_nodes_and_both_sides(crowded: KnowledgeBase) -> None:
    near = neighbourhood(Reader(crowded, language("en")).claim("top"))
    assert len(near.nodes) + 1 == MOST == 15
    assert near.reasons
    assert near.objections
    links = re.findall(r'<a class="node[^"]*" href="claims/([^/]+)/"', draw(near, ""))
    assert sorted(links) == sorted(["top", *(node.claim.id for node in near.nodes)])
    assert near.left_out == 2 * ARGUMENTS - len(near.reasons) - len(near.objections)


def test_the_strongest_stand_on_a_crowded_map(crowded: KnowledgeBase) -> None:
    top = Reader(crowded, language("en")).claim("top")
    near = neighbourhood(top)
    count = len(near.reasons)
    assert [each.claim for each in near.reasons] == [view.claim for view in top.reasons[:count]]


def test_a_linked_premise_of_many_reasons_has_a_small_map_too(crowded: KnowledgeBase) -> None:
    near = neighbourhood(Reader(crowded, language("nl")).claim("shared"))
    assert len(near.nodes) + 1 <= MOST
    assert near.left_out == ARGUMENTS - len(near.above)


def test_a_long_list_of_consequences_is_cut_and_the_rest_counted(crowded: KnowledgeBase) -> None:
    claim = Reader(crowded, language("en")).claim(f"step-{CHAIN - 1}")
    found = rejection(claim)
    assert len(found.shifted) <= SHOWN
    turned = [each for each in claim.changes or () if each.standing[0] is not each.standing[1]]
    assert found.turns == len(turned)
    assert len(found.turned) == min(len(turned), TURNED)


def test_shifts_that_show_nowhere_are_neither_listed_nor_counted(crowded: KnowledgeBase) -> None:
    claim = Reader(crowded, language("en")).claim(f"step-{CHAIN - 1}")
    hidden = [
        each
        for each in claim.changes or ()
        if each.standing[0] is each.standing[1] and Mark.of(each.sides[0]) == Mark.of(each.sides[1])
    ]
    assert hidden
    found = rejection(claim)
    assert not {row.claim.id for row in found.shifted} & {each.id for each in hidden}
    assert found.count == len(claim.changes or ()) - len(hidden)


def test_a_crowded_page_shows_every_direct_argument(crowded: KnowledgeBase) -> None:
    pages = {each.file: each for each in Site(crowded, Settings((ROOT / "templates",))).pages()}
    html = pages["claims/top/index.html"].render()
    for n in range(ARGUMENTS):
        assert f'href="../../claims/pro-{n}/"' in html
        assert f'href="../../claims/con-{n}/"' in html
    assert f"<small>{ARGUMENTS} reasons" in html
    assert f"<small>{ARGUMENTS} objections" in html
