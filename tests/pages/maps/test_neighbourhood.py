"""The map of a claim."""

import re
from itertools import pairwise

import pytest

from graph.base import KnowledgeBase
from graph.pages.maps.neighbourhood import MOST, draw, neighbourhood
from graph.pages.views.reader import Reader
from graph.semantics import Framework, FrameworkLink, LinkKind
from graph.words.language import language
from tests.argument.arguments import knowledge_base


@pytest.mark.parametrize("code", ["en", "nl"])
def test_every_map_is_small_and_every_node_a_link_that_the_list_has_too(
    whole: KnowledgeBase, code: str
) -> None:
    reader = Reader(whole, language(code))
    for claim in whole.claims:
        near = neighbourhood(reader.claim(claim))
        drawing = str(draw(near, "../../"))
        linked = re.findall(r'<a class="node[^"]*" href="\.\./\.\./claims/([^/]+)/"', drawing)
        assert len(linked) == len(near.nodes) + 1 <= MOST
        assert sorted(linked) == sorted([claim, *(node.claim.id for node in near.nodes)])


def test_every_edge_has_its_word_and_its_line(sample: KnowledgeBase) -> None:
    reader = Reader(sample, language("en"))
    near = neighbourhood(reader.claim("harbour-stays-empty-without-a-line"))
    drawing = str(draw(near, ""))
    for relation in ("supports", "contradicts", "undercuts"):
        edges = len(re.findall(f'class="edge {relation}[ "]', drawing))
        words = drawing.count(f'class="tag {relation}"')
        assert edges == words == sum(node.relation == relation for node in near.nodes) > 0


def test_nothing_is_drawn_outside_the_picture(whole: KnowledgeBase) -> None:
    reader = Reader(whole, language("nl"))
    for claim in whole.claims:
        drawing = str(draw(neighbourhood(reader.claim(claim)), ""))
        height = float(re.search(r'viewBox="0 0 304 ([\d.]+)"', drawing)[1])  # type: ignore[index]
        corner, size = r"translate\(([\d.]+) ([\d.]+)\)", r'width="([\d.]+)" height="([\d.]+)"'
        boxes = re.findall(f"{corner}.*?<rect {size}", drawing)
        assert len(boxes) == drawing.count("<g data-node")
        for x, y, width, tall in boxes:
            assert float(x) + float(width) < 304
            assert float(y) + float(tall) < height
            assert float(tall) >= 24


def test_no_line_lies_on_another(whole: KnowledgeBase) -> None:
    reader = Reader(whole, language("en"))
    for claim in whole.claims:
        drawing = str(draw(neighbourhood(reader.claim(claim)), ""))
        upright: dict[float, list[tuple[float, float]]] = {}
        for path in re.findall(r'class="edge [^"]*"[^>]* d="M([^"]*)"', drawing):
            x, y = map(float, re.match(r"([\d.]+) ([\d.]+)", path).groups())  # type: ignore[union-attr]
            for way, text in re.findall(r"([HV])([\d.]+)", path):
                if way == "H":
                    x = float(text)
                    continue
                upright.setdefault(x, []).append((float(text), y))
                y = float(text)
        for stretches in upright.values():
            assert all(below[0] >= above[1] for above, below in pairwise(sorted(stretches)))


def test_an_answer_to_a_doubt_stands_below_the_doubt_and_not_below_what_that_is_about() -> None:
    links = (
        FrameworkLink("reason", ("r",), "t", LinkKind.SUPPORT),
        FrameworkLink("doubt", ("u",), "reason", LinkKind.UNDERCUT),
        FrameworkLink("answer", ("v",), "doubt", LinkKind.UNDERCUT),
    )
    kb = knowledge_base(Framework(dict.fromkeys("rtuv", 0.5), links))
    reader = Reader(kb, language("en"))
    assert [node.claim.id for node in neighbourhood(reader.claim("v")).above] == ["u"]
    assert [node.claim.id for node in neighbourhood(reader.claim("u")).above] == ["t"]
