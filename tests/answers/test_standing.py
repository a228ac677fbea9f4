import pytest

from graph.answers.standing import standing_answer, standing_text
from graph.base import KnowledgeBase
from tests.printed import printed
from tests.small import THESIS_STRENGTH


def test_every_claim_and_question_is_listed_with_exactly_the_agreed_keys(
    kb: KnowledgeBase,
) -> None:
    answer = standing_answer(kb)
    assert set(answer["claims"]) == set(kb.claims)
    assert "who-rides-in-the-rain" in answer["claims"]
    for claim in answer["claims"].values():
        assert list(claim) == ["base", "strength", "standing", "robust", "reasons", "objections"]
        assert list(claim["objections"]) == ["open", "answered", "disputed"]


def test_strengths_are_those_worked_out_by_hand(kb: KnowledgeBase) -> None:
    claims = standing_answer(kb)["claims"]
    assert claims["build-cycle-paths"]["strength"] == pytest.approx([THESIS_STRENGTH] * 2)
    assert claims["paths-cost-much"]["strength"] == pytest.approx([0.4, 0.4])
    assert claims["paths-cost-much"]["standing"] == "opposed"
    assert claims["roads-cost-more"]["standing"] == "unargued"


def test_an_objection_whose_premise_is_contradicted_is_answered(kb: KnowledgeBase) -> None:
    claims = standing_answer(kb)["claims"]
    assert claims["build-cycle-paths"]["reasons"] == 1
    assert claims["build-cycle-paths"]["objections"] == {"open": 0, "answered": 1, "disputed": 0}
    assert claims["paths-cost-much"]["objections"] == {"open": 1, "answered": 0, "disputed": 0}


def test_the_table_says_how_many_objections_are_open(kb: KnowledgeBase) -> None:
    lines = printed(standing_text(kb)).splitlines()
    row = next(line for line in lines if line.startswith("paths-cost-much"))
    assert row.split() == ["paths-cost-much", "opposed", "0.40", "1,", "1", "open"]


def test_a_question_is_called_one_and_not_weighed(kb: KnowledgeBase) -> None:
    text = printed(standing_text(kb))
    row = next(each for each in text.splitlines() if each.startswith("who-rides"))
    assert row.split() == ["who-rides-in-the-rain", "a", "question"]
    assert "6 claims: 0 supported · 1 opposed · 1 undecided · 4 unargued" in text
