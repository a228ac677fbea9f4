import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.semantics import Framework, Standing, assess, balances, cruxes, reject
from graph.semantics.cruxes import influences
from tests.semantics.frameworks import frameworks


def test_worked_by_hand() -> None:
    framework = Framework.from_edges(
        {"thesis": 0.0, "for": 0.9, "against": 0.5, "elsewhere": 0.9},
        [("for", "thesis")],
        [("against", "thesis")],
    )
    found = cruxes(assess(framework), "thesis")
    # The thesis is at 0.9 - 0.5. With "for" accepted 1 - 0.5, with it rejected 0 - 0.5; with
    # "against" 0.9 - 1 and 0.9 - 0.
    assert [crux.id for crux in found] == ["for", "against"]
    assert [crux.effect for crux in found] == pytest.approx([1.0, -1.0])
    assert found[0].after == (-0.5, -0.5)
    assert found[0].standing == (Standing.SUPPORTED, Standing.OPPOSED)
    assert found[1].after == (0.9, 0.9)
    assert found[1].standing == (Standing.SUPPORTED, Standing.SUPPORTED)


def test_a_smaller_effect_that_changes_the_standing_comes_before_a_larger_one() -> None:
    # 1 - 0.1·0.75 - 0.3 = 0.625, and without "more" 0.25 - 0.3.
    framework = Framework.from_edges(
        {"thesis": 0.0, "more": 0.9, "less": 0.25, "con": 0.3},
        [("more", "thesis"), ("less", "thesis")],
        [("con", "thesis")],
    )
    found = cruxes(assess(framework), "thesis")
    assert [crux.id for crux in found] == ["more", "con", "less"]
    assert [crux.standing[1] for crux in found] == ["disputed", "supported", "supported"]
    assert abs(found[1].effect) > abs(found[0].effect)


def test_what_is_rejected_as_it_is_can_still_be_a_crux_by_what_it_would_do() -> None:
    framework = Framework.from_edges({"t": 0.5, "nil": 0.0}, [("nil", "t")], [])
    (crux,) = cruxes(assess(framework), "t")
    assert (crux.id, crux.effect) == ("nil", 0.5)
    assert crux.standing == (Standing.GRANTED, Standing.GRANTED)


def test_the_thesis_and_what_does_not_bear_on_it_are_left_out() -> None:
    framework = Framework.from_edges(
        {"t": 0.5, "a": 0.5, "b": 0.5, "full": 1.0, "lost": 0.5},
        [("a", "t"), ("t", "b"), ("lost", "full")],
        [("full", "a")],
    )
    assert [crux.id for crux in cruxes(assess(framework), "t")] == ["full", "a"]


def test_limit() -> None:
    framework = Framework.from_edges(
        {"t": 0.0, "a": 0.5, "b": 0.6, "c": 0.7}, [("a", "t"), ("b", "t"), ("c", "t")], []
    )
    everything = cruxes(assess(framework), "t")
    assert [crux.id for crux in everything] == ["c", "b", "a"]
    assert cruxes(assess(framework), "t", limit=2) == everything[:2]
    assert cruxes(assess(framework), "t", limit=0) == ()


def test_an_unknown_thesis_is_an_error() -> None:
    framework = Framework({"a": 0.5})
    with pytest.raises(KeyError, match="nobody"):
        cruxes(assess(framework), "nobody")


@settings(deadline=None)
@given(frameworks(most_claims=6), st.data())
def test_agrees_with_rejecting_every_claim_in_turn(
    framework: Framework, data: st.DataObject
) -> None:
    thesis = data.draw(st.sampled_from(sorted(framework.grounds)))
    assessment = assess(framework)
    expected = {}
    for claim in framework.grounds:
        accepted = balances(framework, accepted={claim})[thesis].midpoint
        rejected = balances(framework, rejected={claim})[thesis]
        effect = accepted - rejected.midpoint
        ends = zip(assessment.balances[thesis], rejected, strict=True)
        moved = max(abs(new - old) for old, new in ends)
        turned = any(each.id == thesis and each.turns for each in reject(assessment, [claim]))
        if claim != thesis and (abs(effect) >= 1e-9 or moved > 1e-9 or turned):
            expected[claim] = effect
    found = cruxes(assessment, thesis)
    assert {crux.id: crux.effect for crux in found} == pytest.approx(expected, abs=1e-9)
    keys = [(c.standing[0] is c.standing[1], -round(abs(c.effect), 12), c.id) for c in found]
    assert keys == sorted(keys)
    for crux in found:
        changes = {change.id: change for change in reject(assessment, [crux.id])}
        if thesis in changes:
            assert changes[thesis].standing == crux.standing
            assert changes[thesis].after == crux.after
        else:
            assert crux.after == pytest.approx(assessment.balances[thesis], abs=1e-9)


@settings(deadline=None)
@given(frameworks(most_claims=6), st.integers(0, 6))
def test_trying_fewer_claims_finds_the_same_of_those_tried(
    framework: Framework, tried: int
) -> None:
    assessment = assess(framework)
    everything = cruxes(assessment, "c0")
    found = cruxes(assessment, "c0", tried=tried)
    assert len(found) <= tried
    assert set(found) <= set(everything)
    assert cruxes(assessment, "c0", tried=len(framework.grounds)) == everything


def test_those_with_most_force_along_the_way_are_tried_first() -> None:
    framework = Framework.from_edges(
        {"t": 0.0, "near": 0.9, "far": 0.5, "strong": 0.8},
        [("near", "t"), ("far", "near"), ("strong", "t")],
    )
    assessment = assess(framework)
    influence = influences(assessment, "t")
    assert influence["t"] == 1.0
    forces = assessment.forces
    way = forces["near supports t"].upper * forces["far supports near"].upper
    assert influence["far"] == pytest.approx(way)
    found = cruxes(assessment, "t", tried=2)
    assert {crux.id for crux in found} == {"near", "strong"}
