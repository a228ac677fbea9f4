import pytest

from graph.answers.reject import reject_answer, reject_text, rejection
from graph.base import KnowledgeBase
from tests.answers.printed import printed


def test_changes_have_exactly_the_agreed_keys_and_the_largest_comes_first(
    kb: KnowledgeBase,
) -> None:
    changes = rejection(kb, ["roads-cost-more"])
    answer = reject_answer(["roads-cost-more"], changes)
    assert list(answer) == ["rejected", "changes"]
    assert answer["rejected"] == ["roads-cost-more"]
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
