"""Which of several theses a claim helps, and that each is named where a reader could take it for
another."""

import pytest
from hypothesis import given, settings

from graph.argument.sides import side_of
from graph.argument.thesis_sides import NAMED, sides_of, sides_told, thesis_meant
from graph.base import KnowledgeBase
from graph.semantics import Framework, LinkKind, Side, reject
from graph.words.language import language
from graph.words.sentence import Piece, told_plainly
from tests.argument.test_sides import debate, link
from tests.examples import examples
from tests.semantics.frameworks import frameworks

SUPPORT, CONTRADICTION = LinkKind.SUPPORT, LinkKind.CONTRADICTION


def said(kb: KnowledgeBase, claim: str) -> list[str]:
    return [told_plainly(each, language("en"), Piece) for each in sides_told(kb, claim)]


def test_each_thesis_is_named_that_a_claim_helps_or_speaks_against() -> None:
    links = (
        link("both-one", SUPPORT, "both", "one"),
        link("both-two", CONTRADICTION, "both", "two"),
        link("fact-two", SUPPORT, "fact", "two"),
    )
    kb = debate(Framework({"one": 0, "two": 0, "both": 0.5, "fact": 0.9}, links), "one", "two")
    assert said(kb, "both") == ["It helps the thesis “one”.", "It speaks against the thesis “two”."]
    # It leads to one thesis alone, but a reader of the debate has seen two.
    assert said(kb, "fact") == ["It helps the thesis “two”."]
    assert said(kb, "one") == []


def test_a_thesis_goes_without_its_name_where_there_is_no_other() -> None:
    links = (
        link("fact-one", SUPPORT, "fact", "one"),
        link("foe-fact", CONTRADICTION, "foe", "fact"),
    )
    kb = debate(Framework({"one": 0, "fact": 0.9, "foe": 0.5, "loner": 0.5}, links), "one")
    assert said(kb, "fact") == ["It helps the thesis."]
    assert said(kb, "foe") == ["It speaks against the thesis."]
    assert said(kb, "loner") == []


def test_of_many_theses_some_are_named_and_the_others_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    theses = [f"t{number:02}" for number in range(NAMED + 4)]
    links = tuple(link(f"claim-{each}", SUPPORT, "claim", each) for each in theses)
    kb = debate(Framework({"claim": 0.5, **dict.fromkeys(theses, 0.0)}, links), *theses)
    assert said(kb, "claim")[NAMED:] == ["It does something to four more theses."]
    monkeypatch.setattr("graph.argument.thesis_sides.ASKED", NAMED + 1)
    assert said(kb, "claim")[NAMED:] == [
        "It does something to one more thesis.",
        "Of three theses it is not worked out on which side of them this is.",
    ]


@settings(deadline=None, max_examples=examples(0.3))
@given(frameworks(most_claims=6))
def test_what_is_said_of_a_thesis_is_what_accepting_instead_of_rejecting_does_to_it(
    framework: Framework,
) -> None:
    theses = [each for each in ("c0", "c1") if each in framework.grounds]
    kb = debate(framework, *theses)
    for claim in kb.claims:
        found = sides_of(kb, claim)
        assert not found.unknown
        for thesis in theses:
            effect = 0.0 if claim in theses else _effect(kb, claim, thesis)
            expected = Side.FOR if effect > 0.0 else Side.AGAINST
            if abs(effect) > 1e-6:
                assert found.sides[thesis] is expected
            elif claim in theses:
                assert not found.sides
        if len(theses) == 1:
            assert thesis_meant(kb, claim) == "c0"
            assert side_of(kb, claim) is found.sides.get("c0")
        else:
            named = {each.claims["thesis"]: each.pattern for each in sides_told(kb, claim)}
            assert named == {
                thesis: f"claim.side.named.{side.value}" for thesis, side in found.sides.items()
            }


def _effect(kb: KnowledgeBase, claim: str, thesis: str) -> float:
    ends = []
    for rejected, accepted in (([claim], []), ([], [claim])):
        changes = {each.id: each for each in reject(kb.assessment, rejected, accepted)}
        change = changes.get(thesis)
        ends.append((kb.assessment.balances[thesis] if change is None else change.after).midpoint)
    return ends[1] - ends[0]
