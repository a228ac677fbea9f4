"""Objections without a reply, by the side that they work for, that which does most first."""

from pathlib import Path

import pytest

from graph.argument.debated import debate_links
from graph.argument.objections import open_objections
from graph.argument.sides import greatest_effect, link_side
from graph.argument.unanswered import unanswered
from graph.base import KnowledgeBase
from graph.semantics import Side
from tests.two_debates import DEBATES, lay_out_debates


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    root: Path = tmp_path_factory.mktemp("two")
    lay_out_debates(root)
    return KnowledgeBase.load(root)


@pytest.mark.parametrize("debate", [None, *DEBATES])
def test_each_stands_once_on_its_side_with_the_greatest_effect_first(
    two: KnowledgeBase, debate: str | None
) -> None:
    found = unanswered(two, debate)
    among = two.links if debate is None else {link.id for link in debate_links(two, debate)}
    assert found.keys() == {Side.FOR, Side.AGAINST, None}
    every = [link.id for links in found.values() for link in links]
    assert sorted(every) == sorted(set(open_objections(two)) & set(among))
    for side, links in found.items():
        assert {link_side(two, link, debate) for link in links} <= {side}
        effects = [round(greatest_effect(two, link.claim, debate), 9) for link in links]
        assert effects == sorted(effects, reverse=True)


def test_a_debate_that_is_not_there_has_none(two: KnowledgeBase) -> None:
    with pytest.raises(KeyError):
        unanswered(two, "other")
