import pytest

from graph.answers.reject import reject_answer, reject_text, rejection
from graph.base import KnowledgeBase
from graph.errors import AnswerError
from tests.printed import printed


def test_changes_have_exactly_the_agreed_keys_and_the_largest_comes_first(
    kb: KnowledgeBase,
) -> None:
    changes = rejection(kb, ["roads-cost-more"])
    answer = reject_answer(["roads-cost-more"], changes)
    assert list(answer) == ["rejected", "accepted", "changes"]
    assert answer["rejected"] == ["roads-cost-more"]
    assert answer["accepted"] == []
    assert all(list(each) == ["id", "before", "after", "standing"] for each in answer["changes"])
    sizes = [abs(each["after"][0] - each["before"][0]) for each in answer["changes"]]
    assert sizes == sorted(sizes, reverse=True)


def test_rejecting_an_objection_to_an_objection_gives_it_back_its_strength(
    kb: KnowledgeBase,
) -> None:
    answer = reject_answer(["roads-cost-more"], rejection(kb, ["roads-cost-more"]))
    change = next(each for each in answer["changes"] if each["id"] == "paths-cost-much")
    assert change["before"] == pytest.approx([0.4, 0.4])
    assert change["after"] == pytest.approx([0.5, 0.5])
    assert change["standing"] == ["opposed", "undecided"]


def test_the_text_marks_what_was_rejected_and_counts_the_rest(kb: KnowledgeBase) -> None:
    changes = rejection(kb, ["roads-cost-more"])
    text = printed(reject_text(["roads-cost-more"], changes))
    assert "roads-cost-more (rejected)" in text
    assert "opposed → undecided" in text
    assert "changes the strength of 2 other claims, and with it the standing of 1." in text


def test_rejecting_what_nothing_rests_on_changes_only_itself(kb: KnowledgeBase) -> None:
    changes = rejection(kb, ["build-cycle-paths"])
    text = printed(reject_text(["build-cycle-paths"], changes))
    assert "changes the strength of 0 other claims" in text


def test_accepting_an_objection_is_weighed_with_what_is_rejected(kb: KnowledgeBase) -> None:
    rejected, accepted = ["roads-cost-more", "money-is-granted"], ["paths-cost-much"]
    changes = rejection(kb, rejected, accepted)
    answer = reject_answer(rejected, changes, accepted)
    assert answer["accepted"] == accepted
    after = {each["id"]: each["after"] for each in answer["changes"]}
    assert after["paths-cost-much"] == [1.0, 1.0]
    # The reason weighs 0.5, the objection 1: 0.5 - 0.5·h(0.5).
    assert after["build-cycle-paths"] == pytest.approx([0.4, 0.4])
    text = printed(reject_text(rejected, changes, accepted))
    assert "paths-cost-much (accepted)" in text
    assert "Rejecting roads-cost-more and money-is-granted and accepting paths-cost-much" in text


@pytest.mark.parametrize("accepted", [[], ["build-cycle-paths"]])
def test_what_changes_nothing_is_said_to_change_nothing(
    kb: KnowledgeBase, accepted: list[str]
) -> None:
    text = printed(reject_text([], (), accepted))
    what = "Accepting build-cycle-paths" if accepted else "Rejecting no claim"
    assert text.strip() == f"{what} changes nothing."


def test_a_claim_cannot_be_both_rejected_and_accepted(kb: KnowledgeBase) -> None:
    with pytest.raises(AnswerError, match="build-cycle-paths"):
        rejection(kb, ["build-cycle-paths"], ["build-cycle-paths"])
