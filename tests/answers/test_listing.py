"""Lists of claims, records and words, narrowed down."""

from pathlib import Path
from typing import Any

import pytest

from graph.answers.listing import SORTS, Narrowing, list_answer, list_text
from graph.argument.theme_bearing import theme_bearing
from graph.argument.themes import find_theme
from graph.base import KnowledgeBase
from graph.check import RULES, Severity
from graph.errors import AnswerError
from graph.records import Kind
from tests.printed import printed
from tests.small import lay_out
from tests.two_debates import lay_out_debates


@pytest.fixture(scope="module")
def kb(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    return KnowledgeBase.load(lay_out(tmp_path_factory.mktemp("small")))


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    root: Path = tmp_path_factory.mktemp("two")
    lay_out_debates(root)
    return KnowledgeBase.load(root)


def ids(kb: KnowledgeBase, what: str, **by: Any) -> list[str]:
    return [each["id"] for each in list_answer(kb, what, Narrowing(**by))["items"]]


def test_every_claim_is_listed_with_where_it_stands(kb: KnowledgeBase) -> None:
    answer = list_answer(kb, "claims", Narrowing())
    assert [each["id"] for each in answer["items"]] == list(kb.claims)
    assert answer["total"] == len(kb.claims)
    assert answer["items"][0] == {
        "lines": None,
        "turning": None,
        "id": "build-cycle-paths",
        "title": dict(kb.claims["build-cycle-paths"].claim.root),
        "kind": "recommendation",
        "standing": kb.assessment.standings["build-cycle-paths"],
        "outcome": None,
        "debates": ["paths"],
        "uses": None,
        "path": "claims/paths/build-cycle-paths.md",
    }


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ({"kind": "value"}, ["town-cares-for-health"]),
        ({"standing": "documented"}, ["paths-cost-much"]),
        ({"kind": "question"}, ["who-rides-in-the-rain"]),
        (
            {"speaker": "ada-bron", "source": "essay"},
            ["cycling-keeps-fit", "paths-cost-much", "who-rides-in-the-rain"],
        ),
        ({"speaker": "ada-bron", "kind": "causal"}, ["cycling-keeps-fit"]),
        ({"kind": "analogy"}, []),
        ({"role": "thesis"}, ["build-cycle-paths"]),
        ({"side": "against", "role": "objection"}, ["paths-cost-much"]),
        ({"words": "paths cost"}, ["paths-cost-much"]),
    ],
)
def test_claims_are_narrowed_down(kb: KnowledgeBase, by: Any, expected: list[str]) -> None:
    assert ids(kb, "claims", **by) == expected


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        ("failed", ["shopkeepers-lose-two-years"]),
        ("came-true", ["trams-can-run-often"]),
        ("open", ["shops-do-well"]),
    ],
)
def test_predictions_are_listed_by_what_became_of_them(
    sample: KnowledgeBase, outcome: str, expected: list[str]
) -> None:
    assert ids(sample, "claims", outcome=outcome) == expected
    text = printed(list_text(list_answer(sample, "claims", Narrowing(outcome=outcome))))
    assert f"· {outcome}" in text


def test_unjudged_are_predictions_only(sample: KnowledgeBase) -> None:
    unjudged = ids(sample, "claims", outcome="unjudged")
    assert len(unjudged) == 8
    assert {sample.claims[each].kind for each in unjudged} == {Kind.PREDICTION}


def test_a_state_that_there_is_not_is_told(kb: KnowledgeBase) -> None:
    with pytest.raises(AnswerError, match="there is no outcome lost"):
        list_answer(kb, "claims", Narrowing(outcome="lost"))


def test_lists_of_a_debate_and_of_a_theme_hold_what_is_theirs(two: KnowledgeBase) -> None:
    canal, market = (set(ids(two, "claims", debate=each)) for each in ("canal", "market"))
    assert canal | market == set(two.claims)
    assert canal & market
    assert ids(two, "themes") == ["canal/money", "market/money"]
    assert ids(two, "themes", debate="canal")[:1] == ["canal/money"]
    theme = ids(two, "claims", theme="market/money")
    assert theme == ids(two, "claims", theme="money", debate="market")
    assert set(theme) <= market


def test_of_what_claims_make_use_of_only_that_is_listed_where_claims_are_meant(
    kb: KnowledgeBase,
) -> None:
    assert ids(kb, "schemes", speaker="ada-bron") == []
    assert ids(kb, "schemes", debate="paths") == ["positive-consequences"]
    assert ids(kb, "schemes") == list(kb.schemes)
    assert ids(kb, "kinds", source="essay") == ["fact", "causal", "question"]
    assert ids(kb, "kinds") == [each.value for each in Kind]
    assert ids(kb, "rules") == list(RULES)
    assert ids(kb, "sources") == ["essay"]
    assert ids(kb, "speakers", source="essay") == ["ada-bron"]
    assert ids(kb, "debates") == ["paths"]


@pytest.mark.parametrize(
    ("what", "by", "why"),
    [
        ("things", {}, "no list things: there are claims, debates, kinds"),
        ("scheme", {}, "did you mean schemes?"),
        ("claims", {"debate": "nope"}, "no debate nope: there is only paths"),
        ("claims", {"theme": "nope"}, "no theme nope"),
        ("claims", {"kind": "fct"}, "did you mean fact?"),
        ("claims", {"kind": "webpage"}, "no kind webpage"),
        ("claims", {"standing": "fine"}, "no standing fine: there are bare"),
        ("sources", {"standing": "bare"}, "--standing narrows down claims, and not sources"),
        ("rules", {"debate": "paths"}, "--debate narrows down claims, sources"),
        ("claims", {"speaker": "ada-bon"}, "did you mean ada-bron?"),
        ("claims", {"source": "x"}, "no source x: there is only essay"),
    ],
)
def test_what_cannot_be_listed_is_told_with_a_way_out(
    kb: KnowledgeBase, what: str, by: Any, why: str
) -> None:
    with pytest.raises(AnswerError, match=why):
        list_answer(kb, what, Narrowing(**by))


def test_a_line_begins_with_the_id_and_a_limit_says_of_how_many(kb: KnowledgeBase) -> None:
    lines = printed(list_text(list_answer(kb, "claims", Narrowing(), 2))).splitlines()
    assert [each.partition(" ")[0] for each in lines[:2]] == list(kb.claims)[:2]
    assert lines[2:] == [f"2 of {len(kb.claims)} claims"]


@pytest.mark.parametrize("what", SORTS)
def test_every_sort_has_words(kb: KnowledgeBase, what: str) -> None:
    answer = list_answer(kb, what, Narrowing())
    text = printed(list_text(answer))
    assert len(text.splitlines()) == max(len(answer["items"]), 1)
    assert text.strip()


@pytest.mark.parametrize("name", ["role", "reply", "side", "certainty", "quality"])
def test_a_word_that_no_facet_has_is_told(kb: KnowledgeBase, name: str) -> None:
    with pytest.raises(AnswerError, match="nonsense"):
        ids(kb, "claims", **{name: "nonsense"})


def test_facets_of_claims_narrow_down_nothing_else(kb: KnowledgeBase) -> None:
    with pytest.raises(AnswerError, match="--role narrows down claims, and not sources"):
        ids(kb, "sources", role="reason")


def test_a_theme_comes_with_what_it_does_for_the_thesis_and_nothing_else_does(
    sample: KnowledgeBase,
) -> None:
    for item in list_answer(sample, "themes", Narrowing())["items"]:
        bearing = theme_bearing(sample, *find_theme(sample, item["id"]))
        assert item["turning"] == list(bearing.turning)
        assert item["lines"] == [
            {
                "claim": each.line.link.claim,
                "thesis": each.line.link.target,
                "state": each.line.state,
                "weakens": each.weakens,
            }
            for each in bearing.strands
        ]
    for sort in SORTS.keys() - {"themes"}:
        items = list_answer(sample, sort, Narrowing())["items"]
        assert {(item["lines"], item["turning"]) for item in items} == {(None, None)}


def test_rules_are_narrowed_down_by_what_rules_can_be() -> None:
    assert SORTS["rules"].kinds == tuple(Severity)
