from dataclasses import replace
from itertools import chain
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.semantics import (
    Band,
    Change,
    Framework,
    FrameworkLink,
    LinkKind,
    Side,
    Standing,
    assess,
    balances,
    cruxes,
    reject,
    weigh,
)
from graph.semantics.assessment import standing_at
from graph.semantics.balance import Balance
from graph.semantics.bounds import Bounds
from graph.semantics.methods import balance_of
from graph.semantics.sides import sides_at
from tests.semantics.frameworks import frameworks

SUPPORT, CONTRADICTION, UNDERCUT, CONDITION = LinkKind


def rejection(framework: Framework, *ids: str) -> dict[str, Change]:
    """The changes, by claim."""
    return {change.id: change for change in reject(assess(framework), ids)}


def test_worked_by_hand() -> None:
    framework = Framework.from_edges({"a": 0.0, "b": 0.5, "c": 0.5}, [("b", "a")], [])
    changes = reject(assess(framework), ["b"])
    assert [change.id for change in changes] == ["b", "a"]
    assert changes[0].before == Band(0.5, 0.5)
    assert changes[0].after == Band(-1, -1)
    assert changes[0].standing == (Standing.GRANTED, Standing.OPPOSED)
    assert changes[1].before == Band(0.5, 0.5)
    assert changes[1].after == Band(0, 0)
    assert changes[1].delta == -0.5
    assert changes[1].standing == (Standing.SUPPORTED, Standing.BARE)


def test_reaches_through_undercuts() -> None:
    framework = Framework(
        {"a": 0.0, "b": 0.8, "c": 0.5},
        (
            FrameworkLink("l", ("b",), "a", SUPPORT),
            FrameworkLink("u", ("c",), "l", UNDERCUT),
        ),
    )
    assert rejection(framework, "c")["a"].before.lower == pytest.approx(0.4)
    assert rejection(framework, "c")["a"].after == Band(0.8, 0.8)


def test_reaches_through_conditions() -> None:
    link = FrameworkLink("l", ("need",), "a", CONDITION, relevance=0.5)
    changes = rejection(Framework({"a": 0.5, "need": 0.5}, (link,)), "need")
    assert changes["a"].after == Band(0, 0)
    assert changes["a"].standing == (Standing.GRANTED, Standing.DISPUTED)


def test_rejecting_what_carries_nothing_changes_only_how_it_stands_itself() -> None:
    framework = Framework.from_edges({"a": 0.5, "b": 0.0}, [("b", "a")], [])
    assert [change.id for change in reject(assess(framework), ["b"])] == ["b"]
    assert reject(assess(framework), []) == ()
    opposed = Framework.from_edges({"a": 0.5, "b": 0.0, "c": 1.0}, [("b", "a")], [("c", "b")])
    assert reject(assess(opposed), ["b"]) == ()


def test_equal_changes_are_in_order_of_id() -> None:
    framework = Framework.from_edges(
        {"r": 0.8, "b": 0.0, "a": 0.0, "c": 0.0}, [("r", "c"), ("r", "a")], [("r", "b")]
    )
    assert [change.id for change in reject(assess(framework), ["r"])] == list("rabc")


def test_an_unknown_claim_is_an_error() -> None:
    framework = Framework({"a": 0.5})
    with pytest.raises(KeyError, match="nobody"):
        reject(assess(framework), ["nobody"])


@settings(deadline=None)
@given(frameworks(), st.data())
def test_is_the_same_as_weighing_everything_again(
    framework: Framework, data: st.DataObject
) -> None:
    drawn = st.lists(st.sampled_from(sorted(framework.grounds)), max_size=4, unique=True)
    ids = data.draw(drawn)
    against = data.draw(st.integers(0, len(ids)))
    ids, accepted = ids[:against], ids[against:]
    before = balances(framework)
    after = balances(framework, rejected=ids, accepted=accepted)
    assessment = assess(framework)
    changes = {change.id: change for change in reject(assessment, ids, accepted)}
    for claim in framework.grounds:
        if claim in changes:
            assert changes[claim].before == before[claim]
            assert changes[claim].after == after[claim]
        else:
            assert after[claim] == pytest.approx(before[claim], abs=1e-9)
    weighing, graph = weigh(framework, rejected=ids, accepted=accepted), framework.incidence

    def band(node: int) -> Band:
        return Band(weighing.lower[node], weighing.upper[node])

    semantics = balance_of(assessment.weighing.accounting)
    for node, claim in enumerate(graph.claims):
        stands = standing_at(graph, node, assessment.kinds, band)
        sides = sides_at(graph, node, semantics, band)
        if claim in changes:
            assert changes[claim].standing == (assessment.standings[claim], stands)
            told = changes[claim].sides[1]
        else:
            assert stands is assessment.standings[claim]
            told = assessment.sides[claim]
        for one, other in zip(told, sides, strict=True):
            assert one == pytest.approx(other, abs=1e-9)


def test_a_claim_that_loses_reason_and_objection_at_once_is_told_to_stand_otherwise() -> None:
    framework = Framework.from_edges(
        {"top": 0.0, "pro": 0.0, "con": 0.0, "fact": 0.5},
        [("pro", "top"), ("fact", "pro"), ("fact", "con")],
        [("con", "top")],
    )
    top = rejection(framework, "fact")["top"]
    assert top.before == top.after == Band(0, 0)
    assert (top.moves, top.turns) == (False, True)
    assert top.standing == (Standing.DISPUTED, Standing.BARE)
    (crux,) = (each for each in cruxes(assess(framework), "top") if each.id == "fact")
    assert (crux.effect, crux.side) == (0.0, Side.NEITHER)
    assert crux.standing == top.standing


def test_a_claim_of_which_both_sides_shrink_alike_is_told_with_its_scale() -> None:
    framework = Framework.from_edges(
        {"top": 0.0, "pro": 0.3, "con": 0.3, "fact": 0.5},
        [("pro", "top"), ("fact", "pro"), ("fact", "con")],
        [("con", "top")],
    )
    top = rejection(framework, "fact")["top"]
    assert (top.moves, top.turns) == (False, False)
    was, now = top.sides
    assert was.carried.lower > now.carried.lower == pytest.approx(0.3)
    assert was.taken.lower > now.taken.lower == pytest.approx(0.3)


@settings(deadline=None)
@given(frameworks(), st.data())
def test_an_accepted_claim_is_one_that_nobody_argues_about_and_that_has_all_there_is(
    framework: Framework, data: st.DataObject
) -> None:
    ids = data.draw(st.sets(st.sampled_from(sorted(framework.grounds)), max_size=3))
    # Links at such a claim go to a claim outside, so that they can still be undercut.
    given_up = Framework(
        {claim: 1.0 if claim in ids else own for claim, own in framework.grounds.items()}
        | {"outside": 0.5},
        tuple(
            replace(link, target="outside") if link.target in ids else link
            for link in framework.links
        ),
    )
    expected = balances(given_up)
    found = balances(framework, accepted=ids)
    for claim in framework.grounds:
        assert found[claim] == pytest.approx(expected[claim], abs=1e-6)


@settings(deadline=None)
@given(frameworks(), st.data())
def test_what_is_rejected_passes_nothing_on(framework: Framework, data: st.DataObject) -> None:
    ids = data.draw(st.sets(st.sampled_from(sorted(framework.grounds)), max_size=3))
    conditions = [link for link in framework.links if link.kind is CONDITION]
    resting = [
        link.id
        for link in framework.links
        if link not in conditions and not ids.isdisjoint(link.premises)
    ]
    weighed = weigh(framework, rejected=ids)
    assert all(weighed.forces[link].upper < 1e-12 for link in resting)
    # Without those links everything else stands as it does.
    cut = set(resting)
    while more := {
        link.id for link in framework.links if link.target in cut and link.id not in cut
    }:
        cut |= more
    rest = Framework(
        framework.grounds, tuple(link for link in framework.links if link.id not in cut)
    )
    expected = balances(rest, rejected=ids)
    for claim in framework.grounds:
        assert weighed.balances[claim] == pytest.approx(expected[claim], abs=1e-6)


def test_an_accepted_claim_has_all_there_is() -> None:
    framework = Framework.from_edges(
        {"a": 0.0, "b": 0.5, "c": 0.8}, [("b", "a")], [("c", "b"), ("c", "a")]
    )
    changes = reject(assess(framework), ["c"], ["b"])
    assert {change.id: change.after for change in changes} == {
        "c": Band(-1, -1),
        "b": Band(1, 1),
        "a": Band(1, 1),
    }
    assert {change.id: change.standing[1] for change in changes} == {
        "a": Standing.SUPPORTED,
        "b": Standing.GRANTED,
        "c": Standing.OPPOSED,
    }


def test_accepting_what_stands_at_the_end_already_changes_nothing() -> None:
    framework = Framework.from_edges({"a": 0.0, "b": 1.0}, [("b", "a")], [])
    assert reject(assess(framework), [], ["b"]) == ()


def test_a_claim_cannot_be_both_rejected_and_accepted() -> None:
    framework = Framework({"a": 0.5, "b": 0.5})
    with pytest.raises(ValueError, match="'b'"):
        reject(assess(framework), ["a", "b"], ["b"])
    with pytest.raises(ValueError, match="'b'"):
        balances(framework, rejected=["b"], accepted=["b"])


@settings(deadline=None)
@given(frameworks(cyclic=False), st.data())
def test_accepting_a_claim_raises_whatever_it_supports(
    framework: Framework, data: st.DataObject
) -> None:
    claim = data.draw(st.sampled_from(sorted(framework.grounds)))
    supports_only = Framework(
        framework.grounds,
        tuple(link for link in framework.links if link.kind is SUPPORT),
    )
    for change in reject(assess(supports_only), [], [claim]):
        # What stands at the end already has one more reason, and no more balance.
        assert change.delta > 0 if change.moves else abs(change.delta) <= 1e-9


@settings(deadline=None)
@given(frameworks(), st.data())
def test_changes_are_sorted_and_worth_noticing(framework: Framework, data: st.DataObject) -> None:
    claim = data.draw(st.sampled_from(sorted(framework.grounds)))
    changes = reject(assess(framework), [claim])
    keys = [(-round(abs(change.delta), 12), change.id) for change in changes]
    assert keys == sorted(keys)
    for change in changes:
        moved = max(abs(a - b) for a, b in zip(change.before, change.after, strict=True)) > 1e-9
        assert change.moves is moved
        scales = zip(*(chain.from_iterable(sides) for sides in change.sides), strict=True)
        tipped = max(abs(was - now) for was, now in scales) > 1e-9
        assert moved or tipped or change.standing[0] is not change.standing[1]


def test_only_what_lies_downstream_is_computed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    size = 500
    edges = [(f"{i}", f"{i + 1}") for i in range(size)]
    grounds = {f"{i}": 0.5 for i in range(size + 1)} | {"a": 0.0, "b": 0.5, "c": 0.2}
    links = Framework.from_edges(grounds, [*edges, ("b", "a")], [("c", "b")]).links
    assessment = assess(Framework(grounds, links))
    weighed: list[str] = []
    pass_once = Bounds.pass_once

    def counted(self: Bounds, node: int) -> None:
        weighed.append("claim" if node < len(self.incidence.claims) else "link")
        pass_once(self, node)

    monkeypatch.setattr(Bounds, "pass_once", counted)
    assert [change.id for change in reject(assessment, ["b"])] == ["b", "a"]
    assert weighed == ["link", "claim"]
    # The tenth before the end of the chain: ten links and ten claims.
    weighed.clear()
    assert len(reject(assessment, [f"{size - 10}"])) == 11
    assert sorted(weighed) == ["claim"] * 10 + ["link"] * 10


def test_a_change_that_dies_out_is_followed_no_further(monkeypatch: pytest.MonkeyPatch) -> None:
    # What "b" had to say is taken away by "c" whatever it is, so that nothing reaches "a".
    grounds = {"top": 0.0, "a": 0.0, "b": 0.5, "c": 1.0}
    links = (
        FrameworkLink("l", ("b",), "a", SUPPORT),
        FrameworkLink("u", ("c",), "l", UNDERCUT),
        FrameworkLink("m", ("a",), "top", SUPPORT),
    )
    assessment = assess(Framework(grounds, links))
    claims: list[float] = []
    plain = Balance.claim

    def counted(self: Balance, ground: float, pro: Any, con: Any) -> float:
        claims.append(ground)
        return plain(self, ground, pro, con)

    monkeypatch.setattr(Balance, "claim", counted)
    assert [change.id for change in reject(assessment, ["b"])] == ["b"]
    assert claims == []
