import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.semantics import Framework, Standing, assess, cruxes, reject, strength
from graph.semantics.cruxes import influences
from tests.semantics.frameworks import frameworks


def test_worked_by_hand() -> None:
    framework = Framework.from_edges(
        {"thesis": 0.5, "for": 0.9, "against": 0.5, "elsewhere": 0.9},
        [("for", "thesis")],
        [("against", "thesis")],
    )
    found = cruxes(framework, assess(framework), "thesis")
    # With both: E = 0.4. Without "for": E = -0.5. Without "against": E = 0.9.
    both, without, alone = 0.5 + 0.08 / 1.16, 0.5 - 0.125 / 1.25, 0.5 + 0.405 / 1.81
    assert [crux.id for crux in found] == ["for", "against"]
    assert found[0].delta == pytest.approx(without - both)
    assert found[0].standing == (Standing.SUPPORTED, Standing.OPPOSED)
    assert found[1].delta == pytest.approx(alone - both)
    assert found[1].standing == (Standing.SUPPORTED, Standing.SUPPORTED)


def test_a_smaller_move_that_changes_the_standing_comes_before_a_larger_one() -> None:
    # E = 0.4, supported. Without "con" it is 1.4: the largest move, and still supported.
    framework = Framework.from_edges(
        {"thesis": 0.5, "more": 0.9, "less": 0.5, "con": 1.0},
        [("more", "thesis"), ("less", "thesis")],
        [("con", "thesis")],
    )
    found = cruxes(framework, assess(framework), "thesis")
    assert [crux.id for crux in found] == ["more", "less", "con"]
    assert [crux.standing[1] for crux in found] == ["opposed", "undecided", "supported"]
    assert abs(found[2].delta) > abs(found[0].delta)


def test_the_thesis_and_what_does_not_bear_on_it_are_left_out() -> None:
    framework = Framework.from_edges(
        {"t": 0.5, "a": 0.5, "b": 0.5, "nil": 0.0}, [("a", "t"), ("t", "b"), ("nil", "t")], []
    )
    assert [crux.id for crux in cruxes(framework, assess(framework), "t")] == ["a"]


def test_limit() -> None:
    framework = Framework.from_edges(
        {"t": 0.5, "a": 0.5, "b": 0.6, "c": 0.7}, [("a", "t"), ("b", "t"), ("c", "t")], []
    )
    everything = cruxes(framework, assess(framework), "t")
    assert [crux.id for crux in everything] == ["c", "b", "a"]
    assert cruxes(framework, assess(framework), "t", limit=2) == everything[:2]
    assert cruxes(framework, assess(framework), "t", limit=0) == ()


def test_an_unknown_thesis_is_an_error() -> None:
    framework = Framework({"a": 0.5})
    with pytest.raises(KeyError, match="nobody"):
        cruxes(framework, assess(framework), "nobody")


@settings(deadline=None)
@given(frameworks(most_claims=6), st.data())
def test_agrees_with_rejecting_every_claim_in_turn(
    framework: Framework, data: st.DataObject
) -> None:
    thesis = data.draw(st.sampled_from(sorted(framework.base_scores)))
    assessment = assess(framework)
    expected = {}
    for claim in framework.base_scores:
        after = strength(framework, rejected={claim})[thesis].midpoint
        delta = after - assessment.strengths[thesis].midpoint
        if claim != thesis and abs(delta) >= 1e-9:
            expected[claim] = delta
    found = cruxes(framework, assessment, thesis)
    assert {crux.id: crux.delta for crux in found} == pytest.approx(expected)
    keys = [(c.standing[0] is c.standing[1], -round(abs(c.delta), 12), c.id) for c in found]
    assert keys == sorted(keys)
    for crux in found:
        changes = {change.id: change for change in reject(framework, assessment, [crux.id])}
        assert changes[thesis].standing == crux.standing


@settings(deadline=None)
@given(frameworks(most_claims=6), st.integers(0, 6))
def test_trying_fewer_claims_finds_the_same_of_those_tried(
    framework: Framework, tried: int
) -> None:
    assessment = assess(framework)
    everything = cruxes(framework, assessment, "c0")
    found = cruxes(framework, assessment, "c0", tried=tried)
    assert len(found) <= tried
    assert set(found) <= set(everything)
    assert cruxes(framework, assessment, "c0", tried=len(framework.base_scores)) == everything


def test_those_with_most_force_along_the_way_are_tried_first() -> None:
    framework = Framework.from_edges(
        {"t": 0.5, "near": 0.9, "far": 0.5, "strong": 0.8},
        [("near", "t"), ("far", "near"), ("strong", "t")],
    )
    assessment = assess(framework)
    influence = influences(framework, assessment, "t")
    assert influence["t"] == 1.0
    forces = assessment.forces
    way = forces["near supports t"].upper * forces["far supports near"].upper
    assert influence["far"] == pytest.approx(way)
    found = cruxes(framework, assessment, "t", tried=2)
    assert {crux.id for crux in found} == {"near", "strong"}
