"""The way by which a change is said to have reached a claim is one by which something came."""

from collections.abc import Mapping

import pytest

from graph.base import KnowledgeBase
from graph.records.link_types import Polarity
from graph.review.difference import difference
from graph.review.spread import Spread, spread
from tests.argument.test_lines import argument

GROUNDS = {"t": 0.5, "a": 0.5}
LINKS = ("r: a + t",)


def _ways(before: KnowledgeBase, after: KnowledgeBase) -> Mapping[str, Spread]:
    return spread(before, after, difference(before, after))


@pytest.mark.parametrize("relevance", ["1", "0.7"])
def test_an_objection_is_not_the_way_by_which_a_claim_became_stronger(relevance: str) -> None:
    after = argument(
        {**GROUNDS, "bad": 0.9, "reply": 0.9, "more": 0.9},
        *LINKS,
        *("x: bad - t 0.2", f"y: reply - bad {relevance}", "z: more + t"),
    )
    ways = _ways(argument(GROUNDS, *LINKS), after)
    assert ways["t"].claims == ("more", "t")


def test_what_has_no_force_is_no_way_of_what_becomes_weaker() -> None:
    after = argument(
        {**GROUNDS, "idle": 0.5, "reply": 0.9, "worse": 0.9},
        *LINKS,
        *("x: idle - t", "y: reply - idle", "z: worse - a"),
    )
    ways = _ways(argument(GROUNDS, *LINKS), after)
    assert ways["t"].claims == ("worse", "a", "t")


def test_a_doubt_about_a_step_is_a_way_and_a_doubt_about_the_doubt_is_one_back() -> None:
    doubted = argument({**GROUNDS, "d": 0.9}, *LINKS, "u: d / r")
    ways = _ways(argument(GROUNDS, *LINKS), doubted)
    assert ways["t"].claims == ("d", "t")
    answered = argument({**GROUNDS, "d": 0.9, "e": 0.9}, *LINKS, "u: d / r", "v: e / u")
    assert _ways(doubted, answered)["t"].claims == ("e", "t")


def test_of_links_that_are_gone_those_count_along_which_something_arrived() -> None:
    before = argument(
        {**GROUNDS, "idle": 0.5, "reply": 0.9, "good": 0.5},
        *LINKS,
        *("x: idle - a", "y: reply - idle", "z: good + t"),
    )
    after = argument({**GROUNDS, "idle": 0.5, "reply": 0.9, "good": 0.5}, *LINKS, "y: reply - idle")
    way = _ways(before, after)["t"]
    assert (way.claims, way.removed) == (("t",), True)


def test_a_reason_that_becomes_an_objection_is_the_way() -> None:
    ways = _ways(argument(GROUNDS, *LINKS), argument(GROUNDS, "r: a - t"))
    assert ways["t"].claims == ("a", "t")


@pytest.mark.parametrize("polarity", [each for each in Polarity if each is not Polarity.UNDERCUTS])
def test_each_type_of_link_is_a_way(polarity: Polarity) -> None:
    sign = {Polarity.HELPS: "+", Polarity.HINDERS: "-", Polarity.CONDITIONS: "?"}[polarity]
    before = argument({**GROUNDS, "b": 0.5, "o": 0.9}, *LINKS, f"s: b {sign} t")
    after = argument({**GROUNDS, "b": 0.5, "o": 0.9}, *LINKS, f"s: b {sign} t", "w: o - b")
    assert _ways(before, after)["t"].claims == ("o", "b", "t")
