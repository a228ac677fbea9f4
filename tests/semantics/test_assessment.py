import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.semantics import (
    Band,
    Framework,
    FrameworkLink,
    GroundKind,
    LinkKind,
    Side,
    Standing,
    Turn,
    assess,
    labelling,
    side,
    weigh,
)
from graph.semantics.standing import FORCELESS
from tests.semantics.frameworks import frameworks

SUPPORT, CONTRADICTION, UNDERCUT, CONDITION = LinkKind


@settings(deadline=None)
@given(frameworks())
def test_holds_what_the_separate_computations_give(framework: Framework) -> None:
    found = assess(framework)
    weighed = weigh(framework)
    assert (found.balances, found.forces) == (weighed.balances, weighed.forces)
    assert found.labelling == labelling(framework)


@settings(deadline=None)
@given(frameworks())
def test_the_balance_is_what_carries_less_what_is_taken(framework: Framework) -> None:
    found = assess(framework)
    for claim, band in found.balances.items():
        carried, taken = found.carried[claim], found.taken[claim]
        assert band.lower == pytest.approx(carried.lower - taken.upper, abs=1e-6)
        assert band.upper == pytest.approx(carried.upper - taken.lower, abs=1e-6)
        assert found.strengths[claim] == (max(0.0, band.lower), max(0.0, band.upper))
        assert framework.grounds[claim] <= carried.lower + 1e-12


@settings(deadline=None)
@given(frameworks(), st.data())
def test_standings_say_which_side_and_what_carries(
    framework: Framework, data: st.DataObject
) -> None:
    kinds = {claim: data.draw(st.sampled_from(GroundKind)) for claim in framework.grounds}
    found = assess(framework, kinds)
    carrying = {
        link.target
        for link in framework.links
        if link.kind is SUPPORT and found.forces[link.id].upper > FORCELESS
    }
    for claim, standing in found.standings.items():
        where = side(found.balances[claim])
        assert (standing is Standing.OPPOSED) is (where is Side.AGAINST)
        assert (standing in (Standing.BARE, Standing.DISPUTED)) is (where is Side.NEITHER)
        if where is Side.FOR:
            assert (standing is Standing.SUPPORTED) is (claim in carrying)
            assert (standing is Standing.DOCUMENTED) is (
                claim not in carrying and kinds[claim] is GroundKind.DOCUMENTED
            )


def test_without_kinds_a_claim_is_concluded_or_granted() -> None:
    found = assess(Framework({"a": 0.0, "b": 0.5}))
    assert found.kinds == {"a": GroundKind.CONCLUDED, "b": GroundKind.GRANTED}
    assert found.standings == {"a": Standing.BARE, "b": Standing.GRANTED}


def test_what_carries_a_claim_whatever_the_grades_and_the_counting_is_firm() -> None:
    found = assess(Framework.from_edges({"a": 0.0, "b": 0.9}, [("b", "a")]))
    assert found.firm == {"a": True, "b": True}
    assert found.turns_on("a") == ()


def test_a_side_can_turn_on_the_grades_of_sources() -> None:
    # 0.9 against 0.7; untold, 0.5 against 0.5.
    grounds = {"a": 0.0, "well": 0.9, "less": 0.7}
    found = assess(Framework.from_edges(grounds, [("well", "a")], [("less", "a")]))
    assert found.standings["a"] is Standing.SUPPORTED
    assert found.turns_on("a") == (Turn.SOURCES,)
    assert not found.firm["a"]


def test_a_side_can_turn_on_several_reasons_counting_together() -> None:
    # Two of 0.5 come to 0.75, against 0.5; the strongest of them is worth no more than that.
    grounds = {"a": 0.0, "one": 0.5, "two": 0.5, "con": 0.5}
    found = assess(Framework.from_edges(grounds, [("one", "a"), ("two", "a")], [("con", "a")]))
    assert found.standings["a"] is Standing.SUPPORTED
    assert found.turns_on("a") == (Turn.ACCRUAL,)


def test_a_ground_of_nothing_stays_nothing_where_sources_are_not_told_apart() -> None:
    found = assess(Framework({"a": 0.0, "b": 0.08}))
    # A ground of 0.08 alone is beside the margin; told as 0.5 it is not.
    assert found.turns_on("a") == ()
    assert found.turns_on("b") == (Turn.SOURCES,)


def test_a_failing_condition_is_taken_away() -> None:
    links = (
        FrameworkLink("only-if", ("need",), "a", CONDITION),
        FrameworkLink("not", ("fact",), "need", CONTRADICTION),
    )
    found = assess(Framework({"a": 0.5, "need": 0.0, "fact": 0.4}, links))
    assert found.carried["a"] == Band(0.5, 0.5)
    assert found.taken["a"] == pytest.approx(Band(0.4, 0.4))
    assert found.standings == {
        "a": Standing.DISPUTED,
        "need": Standing.OPPOSED,
        "fact": Standing.GRANTED,
    }
