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
    assert change["after"] == pytest.approx([0.9, 0.9])
    assert change["standing"] == ["documented", "documented"]


def test_the_text_marks_what_was_rejected_and_counts_the_rest(kb: KnowledgeBase) -> None:
    claims = ["cycling-keeps-fit"]
    text = printed(reject_text(claims, rejection(kb, claims)))
    assert "cycling-keeps-fit (rejected)" in text
    assert "supported → granted" in text
    assert "changes the balance of 1 other claim, and with it the standing of 1." in text
    assert "0." not in text


def test_only_claims_that_stand_differently_have_a_row_unless_figures_are_asked_for(
    kb: KnowledgeBase,
) -> None:
    claims = ["roads-cost-more"]
    changes = rejection(kb, claims)
    text = printed(reject_text(claims, changes))
    assert "paths-cost-much" not in text
    assert "changes the balance of 2 other claims, but the standing of none." in text
    text = printed(reject_text(claims, changes, numbers=True))
    row = next(line for line in text.splitlines() if line.startswith("paths-cost-much"))
    assert row.split() == ["paths-cost-much", "+0.50", "0.40", "→", "0.90", "documented"]


def test_rejecting_what_nothing_rests_on_changes_only_itself(kb: KnowledgeBase) -> None:
    changes = rejection(kb, ["build-cycle-paths"])
    text = printed(reject_text(["build-cycle-paths"], changes))
    assert "changes no other claim." in text


def test_accepting_an_objection_is_weighed_with_what_is_rejected(kb: KnowledgeBase) -> None:
    rejected, accepted = ["roads-cost-more", "money-is-granted"], ["paths-cost-much"]
    changes = rejection(kb, rejected, accepted)
    answer = reject_answer(rejected, changes, accepted)
    assert answer["accepted"] == accepted
    after = {each["id"]: each["after"] for each in answer["changes"]}
    assert after["paths-cost-much"] == [1.0, 1.0]
    # What carries it is 0.75, and all of the objection gets through.
    assert after["build-cycle-paths"] == pytest.approx([-0.25, -0.25])
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
