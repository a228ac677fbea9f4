"""Finding claims by their words."""

from pathlib import Path

import pytest

from graph.answers.find import find_answer, find_text, found_claims
from graph.base import KnowledgeBase
from tests.printed import printed
from tests.small import lay_out


@pytest.fixture
def kb(tmp_path: Path) -> KnowledgeBase:
    lay_out(tmp_path)
    return KnowledgeBase.load(tmp_path)


def test_claims_with_all_the_words_are_given_with_their_standing(kb: KnowledgeBase) -> None:
    answer = find_answer(kb, found_claims(kb, "build cycle", 5))
    assert answer["near"] is False
    assert answer["claims"][0] == {
        "id": "build-cycle-paths",
        "claim": dict(kb.claims["build-cycle-paths"].claim.root),
        "standing": kb.assessment.standings["build-cycle-paths"].value,
    }


def test_a_question_has_no_standing(kb: KnowledgeBase) -> None:
    found = found_claims(kb, "rain", 5)
    assert find_answer(kb, found)["claims"][0]["standing"] is None
    assert "open question" in printed(find_text(kb, found))


def test_without_such_a_claim_the_nearest_are_offered(kb: KnowledgeBase) -> None:
    found = found_claims(kb, "A town shall build cycle paths", 5)
    assert found.near
    assert "nearest are" in printed(find_text(kb, found))


def test_it_says_when_nothing_comes_near(kb: KnowledgeBase) -> None:
    found = found_claims(kb, "oysters", 5)
    assert found.claims == ()
    assert "none comes near" in printed(find_text(kb, found))
