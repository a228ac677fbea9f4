import pytest

from graph.answers.standing import standing_answer, standing_text
from graph.base import KnowledgeBase
from tests.printed import printed
from tests.small import THESIS_BALANCE


def test_every_claim_and_question_is_listed_with_exactly_the_agreed_keys(
    kb: KnowledgeBase,
) -> None:
    answer = standing_answer(kb)
    assert set(answer["claims"]) == set(kb.claims)
    assert "who-rides-in-the-rain" in answer["claims"]
    for claim in answer["claims"].values():
        assert list(claim) == [
            "ground",
            "for",
            "against",
            "balance",
            "strength",
            "standing",
            "firm",
            "roots",
            "reasons",
            "objections",
            "side",
            "side_known",
            "sides",
        ]
        assert list(claim["ground"]) == ["kind", "value"]
        assert list(claim["roots"]) == ["for", "against"]
        assert list(claim["objections"]) == ["open", "replied", "disputed"]


def test_balances_are_those_worked_out_by_hand(kb: KnowledgeBase) -> None:
    claims = standing_answer(kb)["claims"]
    thesis = claims["build-cycle-paths"]
    assert thesis["ground"] == {"kind": "granted", "value": 0.5}
    assert thesis["for"] == pytest.approx([0.75, 0.75])
    assert thesis["against"] == pytest.approx([0.2, 0.2])
    assert thesis["balance"] == thesis["strength"] == pytest.approx([THESIS_BALANCE] * 2)
    assert (thesis["standing"], thesis["firm"], thesis["side"]) == ("supported", True, None)
    objection = claims["paths-cost-much"]
    assert objection["ground"] == {"kind": "documented", "value": 0.9}
    assert objection["balance"] == pytest.approx([0.4, 0.4])
    # With all sources alike, 0.5 against 0.5.
    assert (objection["standing"], objection["firm"]) == ("documented", False)
    assert claims["roads-cost-more"]["standing"] == "granted"


def test_every_claim_is_on_the_side_of_the_thesis_that_it_works_for(kb: KnowledgeBase) -> None:
    sides = {claim: each["side"] for claim, each in standing_answer(kb)["claims"].items()}
    assert sides == {
        "build-cycle-paths": None,
        "cycling-keeps-fit": "for",
        "town-cares-for-health": "for",
        "paths-cost-much": "against",
        "roads-cost-more": "for",
        "money-is-granted": "for",
        "who-rides-in-the-rain": None,
    }


def test_independent_sources_are_counted_on_both_sides(kb: KnowledgeBase) -> None:
    claims = standing_answer(kb)["claims"]
    assert claims["build-cycle-paths"]["roots"] == {"for": 0, "against": 1}
    assert claims["paths-cost-much"]["roots"] == {"for": 1, "against": 0}


def test_an_objection_whose_premise_is_contradicted_is_replied_to(kb: KnowledgeBase) -> None:
    claims = standing_answer(kb)["claims"]
    assert claims["build-cycle-paths"]["reasons"] == 1
    assert claims["build-cycle-paths"]["objections"] == {"open": 0, "replied": 1, "disputed": 0}
    assert claims["paths-cost-much"]["objections"] == {"open": 1, "replied": 0, "disputed": 0}


def test_the_table_says_how_many_objections_are_open(kb: KnowledgeBase) -> None:
    lines = printed(standing_text(kb)).splitlines()
    row = next(line for line in lines if line.startswith("paths-cost-much"))
    assert row.split() == ["paths-cost-much", "documented", "*", "1,", "1", "open"]
    assert "0." not in "\n".join(lines)


def test_with_numbers_the_table_has_balances(kb: KnowledgeBase) -> None:
    lines = printed(standing_text(kb, numbers=True)).splitlines()
    row = next(line for line in lines if line.startswith("paths-cost-much"))
    assert row.split() == ["paths-cost-much", "documented", "*", "0.40", "1,", "1", "open"]


def test_what_the_star_means_is_said_below_the_table(kb: KnowledgeBase) -> None:
    lines = printed(standing_text(kb)).splitlines()
    assert lines[-1].startswith("* 1 is close: ")


def test_a_question_is_called_one_and_not_weighed(kb: KnowledgeBase) -> None:
    text = printed(standing_text(kb))
    row = next(each for each in text.splitlines() if each.startswith("who-rides"))
    assert row.split() == ["who-rides-in-the-rain", "a", "question"]
    assert "6 claims: 1 supported · 1 documented · 4 granted, given the arguments" in text
