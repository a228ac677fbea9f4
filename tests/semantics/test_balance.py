"""Balances of claims and forces of links, one at a time."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.semantics import Framework, FrameworkLink, LinkKind, weigh
from graph.semantics.balance import ACCRUAL, STRONGEST, Balance
from graph.semantics.df_quad import DFQuAD
from graph.semantics.gradual import GradualSemantics, Least, Move, Slopes
from graph.semantics.quadratic_energy import QuadraticEnergy

SUPPORT, CONTRADICTION, UNDERCUT, CONDITION = LinkKind

units = st.floats(0, 1)
lists = st.lists(units, max_size=4)


def test_reasons_carry_a_part_of_what_is_left_and_objections_are_taken_off() -> None:
    # For: 1 - 0.5·0.6·0.5. Against: 1 - 0.8·0.9.
    assert ACCRUAL.carried(0.5, [0.4, 0.5]) == pytest.approx(0.85)
    assert ACCRUAL.claim(0.5, [0.4, 0.5], [0.2, 0.1]) == pytest.approx(0.85 - 0.28)


def test_only_the_strongest_count_where_several_do_not() -> None:
    assert STRONGEST.carried(0.3, [0.4, 0.5]) == 0.5
    assert STRONGEST.claim(0.6, [0.4, 0.5], [0.2, 0.1]) == pytest.approx(0.4)


@pytest.mark.parametrize("balance", [ACCRUAL, STRONGEST])
def test_a_claim_without_links_has_its_ground(balance: Balance) -> None:
    assert balance.claim(0.7, [], []) == 0.7


@pytest.mark.parametrize("balance", [ACCRUAL, STRONGEST])
def test_an_opposed_premise_carries_nothing_and_a_held_condition_takes_nothing(
    balance: Balance,
) -> None:
    assert balance.force(1.0, -0.4, []) == 0.0
    assert balance.condition(1.0, 0.4, []) == 0.0
    assert balance.condition(0.5, -0.4, [0.5]) == pytest.approx(0.1)
    assert balance.force(0.5, 0.4, [0.5, 0.2]) == pytest.approx(0.5 * 0.5 * 0.8 * 0.4)


def test_an_undercut_of_an_undercut_gives_force_back() -> None:
    links = (
        FrameworkLink("because", ("reason",), "thesis", SUPPORT),
        FrameworkLink("unless", ("doubt",), "because", UNDERCUT),
        FrameworkLink("even-so", ("reply",), "unless", UNDERCUT),
    )
    grounds = {"thesis": 0.0, "reason": 0.8, "doubt": 0.5, "reply": 0.4}
    found = weigh(Framework(grounds, links))
    assert found.forces["unless"].lower == pytest.approx(0.5 * 0.6)
    assert found.balances["thesis"].lower == pytest.approx(0.8 * (1 - 0.3))


def test_a_condition_can_be_undercut() -> None:
    links = (
        FrameworkLink("only-if", ("need",), "thesis", CONDITION),
        FrameworkLink("no", ("fact",), "need", CONTRADICTION),
        FrameworkLink("unless", ("doubt",), "only-if", UNDERCUT),
    )
    found = weigh(Framework({"thesis": 0.5, "need": 0.0, "fact": 0.8, "doubt": 0.5}, links))
    assert found.balances["thesis"].lower == pytest.approx(0.5 - 0.8 * 0.5)


@pytest.mark.parametrize("balance", [ACCRUAL, STRONGEST])
@given(ground=units, pro=lists, con=lists, more=units, place=st.integers(0, 3))
def test_rounding_never_turns_the_order_round(
    balance: Balance, ground: float, pro: list[float], con: list[float], more: float, place: int
) -> None:
    before = balance.claim(ground, pro, con)
    raised = [max(each, more) if at == place else each for at, each in enumerate(pro)]
    assert balance.claim(ground, raised, con) >= before
    raised = [max(each, more) if at == place else each for at, each in enumerate(con)]
    assert balance.claim(ground, pro, raised) <= before
    assert balance.claim(max(ground, more), pro, con) >= before


Way = tuple[float, float, float]
"""Where an input is, how far it can come, and which part of that it does come."""


def _way(least: float = 0.0) -> st.SearchStrategy[Way]:
    return st.tuples(st.floats(least, 1), st.floats(least, 1), units)


_ways = st.lists(_way(), max_size=3)


def _moves(ways: list[Way], up: bool) -> tuple[list[Move], list[float]]:
    moves = [Move(*sorted((a, b), reverse=not up)) for a, b, _ in ways]
    came = [
        move.near + share * (move.far - move.near)
        for move, (_, _, share) in zip(moves, ways, strict=True)
    ]
    return moves, came


def _told(slopes: Slopes, moves: Sequence[Move], came: Sequence[float]) -> float:
    """How far a value moves at least, by its slopes, when its inputs came so far."""
    distances = [abs(to - move.near) for move, to in zip(moves, came, strict=True)]
    if isinstance(slopes, Least):
        ahead = [own + far for own, far in zip(slopes.ahead, distances, strict=True)]
        return slopes.slope * max(0.0, min([*ahead, slopes.limit]))
    return sum(slope * far for slope, far in zip(slopes, distances, strict=True))


ALL: list[GradualSemantics] = [ACCRUAL, STRONGEST, DFQuAD(), QuadraticEnergy()]


@pytest.mark.parametrize("semantics", ALL, ids=["accrual", "strongest", "df-quad", "qe"])
@given(ground=units, pro=_ways, con=_ways, up=st.booleans())
def test_a_claim_moves_at_least_as_its_slopes_say(
    semantics: GradualSemantics,
    ground: float,
    pro: list[Way],
    con: list[Way],
    up: bool,
) -> None:
    (helping, helped), (hindering, hindered) = _moves(pro, up), _moves(con, not up)
    before = semantics.claim(ground, [m.near for m in helping], [m.near for m in hindering])
    after = semantics.claim(ground, helped, hindered)
    slopes = semantics.claim_slopes(ground, helping, hindering)
    told = _told(slopes[0], helping, helped) + _told(slopes[1], hindering, hindered)
    assert (after - before if up else before - after) >= told - 1e-12


@pytest.mark.parametrize("semantics", ALL, ids=["accrual", "strongest", "df-quad", "qe"])
@given(
    relevance=st.floats(0.1, 1),
    premise=_way(least=-1.0),
    cuts=_ways,
    up=st.booleans(),
    condition=st.booleans(),
)
def test_a_link_moves_at_least_as_its_slopes_say(
    semantics: GradualSemantics,
    relevance: float,
    premise: Way,
    cuts: list[Way],
    up: bool,
    condition: bool,
) -> None:
    if semantics.least == 0.0:
        premise = (abs(premise[0]), abs(premise[1]), premise[2])
    # A condition rises as its premise falls.
    ([move], [came]) = _moves([premise], up is not condition)
    undercuts, cut = _moves(cuts, not up)
    value = semantics.condition if condition else semantics.force
    slopes = semantics.condition_slopes if condition else semantics.force_slopes
    before = value(relevance, move.near, [each.near for each in undercuts])
    after = value(relevance, came, cut)
    slope, others = slopes(relevance, move, undercuts)
    told = slope * abs(came - move.near) + _told(others, undercuts, cut)
    assert (after - before if up else before - after) >= told - 1e-12
