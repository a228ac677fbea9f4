"""The map of a claim."""

import re

import pytest

from graph.base import KnowledgeBase
from graph.pages.language import language
from graph.pages.neighbourhood import MOST, draw, neighbourhood
from graph.pages.views import Reader


@pytest.mark.parametrize("code", ["en", "nl"])
def test_every_map_is_small_and_every_node_a_link_that_the_list_has_too(
    real: KnowledgeBase, code: str
) -> None:
    reader = Reader(real, language(code))
    for claim in real.claims:
        near = neighbourhood(reader.claim(claim))
        drawing = str(draw(near, "../../"))
        linked = re.findall(r'<a href="\.\./\.\./claims/([^/]+)/"', drawing)
        assert len(linked) == len(near.nodes) + 1 <= MOST
        assert sorted(linked) == sorted([claim, *(node.claim.id for node in near.nodes)])


def test_every_edge_has_its_word_and_its_line(real: KnowledgeBase) -> None:
    reader = Reader(real, language("en"))
    near = neighbourhood(reader.claim("single-winner-thesis"))
    drawing = str(draw(near, ""))
    for relation in ("supports", "contradicts", "undercuts"):
        edges = drawing.count(f'class="edge {relation}"')
        words = drawing.count(f'class="tag {relation}"')
        assert edges == words == sum(node.relation == relation for node in near.nodes) > 0


def test_nothing_is_drawn_outside_the_picture(real: KnowledgeBase) -> None:
    reader = Reader(real, language("nl"))
    for claim in real.claims:
        drawing = str(draw(neighbourhood(reader.claim(claim)), ""))
        height = float(re.search(r'viewBox="-1 0 302 ([\d.]+)"', drawing)[1])  # type: ignore[index]
        for x, y, width, tall in re.findall(
            r'<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"', drawing
        ):
            assert float(x) + float(width) <= 301
            assert float(y) + float(tall) <= height
