from itertools import combinations

import pytest
from hypothesis import given, settings

from graph.argument.downfall import LARGEST, Downfall, brought_down_by
from graph.base import knowledge_base as base
from graph.semantics import MARGIN, Framework, FrameworkLink, LinkKind, balances
from tests.argument.arguments import knowledge_base
from tests.argument.test_lines import argument
from tests.semantics.frameworks import frameworks
from tests.shapes import shaped, web


def test_one_claim_that_everything_rests_on_is_enough() -> None:
    kb = argument({"t": 0, "a": 0, "b": 0.5}, "r: a + t", "s: b + a")
    assert set(brought_down_by(kb, "t").sets) == {("a",), ("b",)}


def test_two_lines_need_one_claim_of_each() -> None:
    kb = argument({"t": 0, "a": 0.5, "b": 0.5}, "r: a + t", "s: b + t")
    assert brought_down_by(kb, "t").sets == (("a", "b"),)


def test_a_condition_can_bring_down_what_it_never_carried() -> None:
    kb = argument({"t": 0, "a": 0.5, "n": 0.5}, "r: a + t", "c: n ? t")
    assert set(brought_down_by(kb, "t").sets) == {("a",), ("n",)}


def test_claims_that_carry_each_other_fall_with_the_one_that_carries_them() -> None:
    kb = argument({"t": 0, "a": 0.5, "b": 0}, "r: a + t", "s: b + t", "u: t + b")
    assert brought_down_by(kb, "t").sets == (("a", "b"),)


def test_two_that_carry_it_wholly_fall_together() -> None:
    kb = argument({"t": 0, "a": 1, "b": 1}, "r: a + t", "s: b + t")
    assert brought_down_by(kb, "t").sets == (("a", "b"),)


def test_nothing_brings_down_what_has_no_support_as_it_is() -> None:
    assert brought_down_by(argument({"t": 0, "a": 0}, "r: a + t"), "t").sets == ()


def test_four_lines_are_more_than_three_claims_take_away() -> None:
    kb = argument(
        {"t": 0, **dict.fromkeys("abcd", 0.5)}, "p: a + t", "q: b + t", "r: c + t", "s: d + t"
    )
    assert brought_down_by(kb, "t").sets == ()


def test_a_claim_that_helps_when_it_is_rejected_alone_may_be_one_of_them() -> None:
    grounds = {"critic": 0.9, "premise": 0.0, "t": 0.5}
    links = (
        FrameworkLink("a", ("critic",), "premise", LinkKind.CONTRADICTION),
        FrameworkLink("b", ("critic",), "c", LinkKind.UNDERCUT),
        FrameworkLink("c", ("premise",), "t", LinkKind.CONDITION),
    )
    kb = knowledge_base(Framework(grounds, links))
    assert brought_down_by(kb, "t").sets == (("critic", "premise"),)


def test_claims_that_take_nothing_away_alone_are_found_among_many_that_do() -> None:
    grounds = {"t": 0.0, "strong": 0.9, "critic-1": 0.95, "critic-2": 0.95}
    rows = ["o: strong - t", "p: critic-1 - strong", "q: critic-2 - strong"]
    for number in range(40):
        grounds[f"small-{number}"] = 0.02
        rows.append(f"r{number}: small-{number} + t")
    found = brought_down_by(argument(grounds, *rows), "t")
    assert found.sets == (("critic-1", "critic-2"),)
    assert not found.given_up


@pytest.mark.parametrize("work", [300, 3_000])
def test_what_is_not_tried_is_said_to_be_left(work: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.argument.downfall._WORK", work)
    grounds = {"t": 0.0} | {f"a{number}": 0.5 for number in range(50)}
    kb = argument(grounds, *(f"r{number}: a{number} + t" for number in range(50)))
    assert brought_down_by(kb, "t") == Downfall(given_up=True)


def test_no_more_sets_are_told_than_anybody_looks_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.argument.downfall._MOST", 5)
    one, other = ("a3 + a2", "a2 + a1", "a1 + t"), ("b3 + b2", "b2 + b1", "b1 + t")
    rows = [f"r{number}: {row}" for number, row in enumerate((*one, *other))]
    grounds = dict.fromkeys(("t", "a1", "a2", "b1", "b2"), 0.0) | {"a3": 0.5, "b3": 0.5}
    found = brought_down_by(argument(grounds, *rows), "t")
    assert len(set(found.sets)) == 5
    assert found.given_up
    monkeypatch.undo()
    found = brought_down_by(argument(grounds, *rows), "t")
    assert set(found.sets) == {(f"a{one}", f"b{other}") for one in "123" for other in "123"}
    assert not found.given_up


@settings(max_examples=30, deadline=None)
@given(frameworks(most_claims=6, most_links=8))
def test_the_sets_are_the_smallest_that_there_are(framework: Framework) -> None:
    kb = knowledge_base(framework)
    for thesis in kb.claims:
        found = brought_down_by(kb, thesis).sets
        others = [claim for claim in kb.claims if claim != thesis]

        def down(claims: tuple[str, ...], thesis: str = thesis) -> bool:
            return balances(kb.framework, rejected=claims)[thesis].upper <= MARGIN

        if down(()):
            assert found == ()
            continue
        for size in range(1, LARGEST + 1):
            smallest = {each for each in combinations(others, size) if down(each)}
            if smallest:
                assert set(found) == smallest
                break
        else:
            assert found == ()


def test_where_all_claims_argue_about_many_others_the_work_is_bounded_and_that_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(base, "_WORK", 40_000)
    monkeypatch.setattr("graph.argument.downfall._WORK", 10_000)
    kb = shaped(web(120))
    assert brought_down_by(kb, "c0").given_up
    turning = kb.turning("c0")
    assert 0 < turning.unknown < turning.below
    # Rejected and accepted, each claim has its share, and all sets together have theirs.
    assert kb.reweighing.spent <= 2 * kb.share * turning.below + 10_000
