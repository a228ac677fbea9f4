from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.semantics import (
    Band,
    Framework,
    FrameworkLink,
    LinkKind,
    Standing,
    assess,
    reject,
    strength,
)
from graph.semantics.quadratic_energy import QuadraticEnergy
from tests.semantics.frameworks import frameworks

SUPPORT, CONTRADICTION, UNDERCUT = LinkKind


def rejection(framework: Framework, *ids: str) -> dict[str, Any]:
    """The changes, by claim."""
    return {change.id: change for change in reject(framework, assess(framework), ids)}


def test_worked_by_hand() -> None:
    framework = Framework.from_edges({"a": 0.5, "b": 0.5, "c": 0.5}, [("b", "a")], [])
    changes = reject(framework, assess(framework), ["b"])
    assert [change.id for change in changes] == ["b", "a"]
    assert changes[0].before == Band(0.5, 0.5)
    assert changes[0].after == Band(0, 0)
    assert changes[0].standing == (Standing.UNARGUED, Standing.OPPOSED)
    assert changes[1].before.lower == pytest.approx(0.6)
    assert changes[1].after == Band(0.5, 0.5)
    assert changes[1].delta == pytest.approx(-0.1)
    assert changes[1].standing == (Standing.SUPPORTED, Standing.UNDECIDED)


def test_reaches_through_undercuts() -> None:
    framework = Framework(
        {"a": 0.5, "b": 1.0, "c": 1.0},
        (
            FrameworkLink("l", ("b",), "a", SUPPORT),
            FrameworkLink("u", ("c",), "l", UNDERCUT),
        ),
    )
    # Without the undercut the reason has force 1: h = 1/2.
    assert rejection(framework, "c")["a"].after.lower == pytest.approx(0.75)


def test_rejecting_what_is_not_there_to_lose_changes_nothing() -> None:
    framework = Framework.from_edges({"a": 0.5, "b": 0.0}, [("b", "a")], [])
    assert reject(framework, assess(framework), ["b"]) == ()
    assert reject(framework, assess(framework), []) == ()


def test_equal_changes_are_in_order_of_id() -> None:
    framework = Framework.from_edges(
        {"r": 0.8, "b": 0.5, "a": 0.5, "c": 0.5}, [("r", "c"), ("r", "a")], [("r", "b")]
    )
    assert [change.id for change in reject(framework, assess(framework), ["r"])] == list("rabc")


def test_an_unknown_claim_is_an_error() -> None:
    framework = Framework({"a": 0.5})
    with pytest.raises(KeyError, match="nobody"):
        reject(framework, assess(framework), ["nobody"])


@settings(deadline=None)
@given(frameworks(), st.data())
def test_is_the_same_as_weighing_everything_again(
    framework: Framework, data: st.DataObject
) -> None:
    drawn = st.lists(st.sampled_from(sorted(framework.base_scores)), max_size=4, unique=True)
    ids = data.draw(drawn)
    against = data.draw(st.integers(0, len(ids)))
    ids, accepted = ids[:against], ids[against:]
    before = strength(framework)
    after = strength(framework, rejected=ids, accepted=accepted)
    assessment = assess(framework)
    changes = {change.id: change for change in reject(framework, assessment, ids, accepted)}
    for claim in framework.base_scores:
        if claim in changes:
            assert changes[claim].before == before[claim]
            assert changes[claim].after == after[claim]
        else:
            assert after[claim] == pytest.approx(before[claim], abs=1e-9)


@settings(deadline=None)
@given(frameworks(), st.data(), st.booleans())
def test_is_the_same_as_a_claim_that_nobody_argues_about_and_starts_at_the_end(
    framework: Framework, data: st.DataObject, accepting: bool
) -> None:
    ids = data.draw(st.sets(st.sampled_from(sorted(framework.base_scores)), max_size=3))
    # Links at such a claim go to a claim outside, so that they can still be undercut.
    given_up = Framework(
        {
            claim: float(accepting) if claim in ids else base
            for claim, base in framework.base_scores.items()
        }
        | {"outside": 0.5},
        tuple(
            FrameworkLink(
                link.id,
                link.premises,
                "outside" if link.target in ids else link.target,
                link.kind,
                link.relevance,
            )
            for link in framework.links
        ),
    )
    expected = strength(given_up)
    rejected, accepted = ((), ids) if accepting else (ids, ())
    found = strength(framework, rejected=rejected, accepted=accepted)
    for claim in framework.base_scores:
        assert found[claim] == pytest.approx(expected[claim], abs=1e-9)


def test_an_accepted_claim_has_all_there_is_of_strength() -> None:
    framework = Framework.from_edges(
        {"a": 0.5, "b": 0.5, "c": 1.0}, [("b", "a")], [("c", "b"), ("c", "a")]
    )
    changes = reject(framework, assess(framework), ["c"], ["b"])
    assert {change.id: change.after for change in changes} == {
        "c": Band(0, 0),
        "b": Band(1, 1),
        "a": Band(0.75, 0.75),
    }
    assert {change.id: change.standing[1] for change in changes}["b"] is Standing.SUPPORTED


def test_accepting_what_stands_at_the_end_already_changes_nothing() -> None:
    framework = Framework.from_edges({"a": 0.5, "b": 1.0}, [("b", "a")], [])
    assert reject(framework, assess(framework), [], ["b"]) == ()


def test_a_claim_cannot_be_both_rejected_and_accepted() -> None:
    framework = Framework({"a": 0.5, "b": 0.5})
    with pytest.raises(ValueError, match="'b'"):
        reject(framework, assess(framework), ["a", "b"], ["b"])
    with pytest.raises(ValueError, match="'b'"):
        strength(framework, rejected=["b"], accepted=["b"])


@settings(deadline=None)
@given(frameworks(cyclic=False), st.data())
def test_accepting_a_claim_raises_whatever_it_supports(
    framework: Framework, data: st.DataObject
) -> None:
    claim = data.draw(st.sampled_from(sorted(framework.base_scores)))
    supports_only = Framework(
        framework.base_scores,
        tuple(link for link in framework.links if link.kind is SUPPORT),
    )
    for change in reject(supports_only, assess(supports_only), [], [claim]):
        assert change.delta > 0


@settings(deadline=None)
@given(frameworks(), st.data())
def test_changes_are_sorted_and_worth_noticing(framework: Framework, data: st.DataObject) -> None:
    claim = data.draw(st.sampled_from(sorted(framework.base_scores)))
    changes = reject(framework, assess(framework), [claim])
    keys = [(-round(abs(change.delta), 12), change.id) for change in changes]
    assert keys == sorted(keys)
    for change in changes:
        assert max(abs(a - b) for a, b in zip(change.before, change.after, strict=True)) > 1e-9


def test_leaves_the_unrelated_rest_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    size = 500
    edges = [(f"{i}", f"{i + 1}") for i in range(size)]
    scores = {f"{i}": 0.5 for i in range(size + 1)} | {"a": 0.5, "b": 0.5}
    framework = Framework.from_edges(scores, [*edges, ("b", "a")], [])
    assessment = assess(framework)
    weighed = []
    plain = QuadraticEnergy.strength

    def counted(self: QuadraticEnergy, base: float, pro: Any, con: Any) -> float:
        weighed.append(base)
        return plain(self, base, pro, con)

    monkeypatch.setattr(QuadraticEnergy, "strength", counted)
    assert [change.id for change in reject(framework, assessment, ["b"])] == ["b", "a"]
    assert len(weighed) == 2
