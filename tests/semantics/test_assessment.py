from hypothesis import given, settings

from graph.semantics import (
    Framework,
    Standing,
    assess,
    forces,
    labelling,
    reject,
    robust,
    standing,
    strength,
)
from graph.semantics.methods import COMPARED
from tests.semantics.frameworks import frameworks


@settings(deadline=None)
@given(frameworks())
def test_holds_what_the_separate_computations_give(framework: Framework) -> None:
    found = assess(framework)
    assert found.strengths == strength(framework)
    assert {method: each.strengths for method, each in found.others.items()} == {
        method: strength(framework, method) for method in COMPARED
    }
    assert found.labelling == labelling(framework)
    assert found.forces.keys() == forces(framework, found.strengths).keys()
    argued = {link.target for link in framework.links if link.kind != "undercut"}
    for claim, base in framework.base_scores.items():
        band = found.strengths[claim]
        assert found.standings[claim] is standing(band, base, claim in argued)
        assert found.robust[claim] is all(
            robust(band, other.strengths[claim], base, claim in argued)
            for other in found.others.values()
        )


def test_a_framework_is_weighed_under_the_methods_asked_for() -> None:
    framework = Framework.from_edges({"a": 0.5, "b": 0.3}, [("b", "a")], [])
    found = assess(framework, "df-quad", ())
    assert (found.primary.method, found.others) == ("df-quad", {})
    assert found.strengths == strength(framework, "df-quad")
    assert found.robust == {"a": True, "b": True}
    (change,) = (each for each in reject(framework, found, ["b"]) if each.id == "a")
    assert (change.before, change.after) == (
        found.strengths["a"],
        strength(framework, "df-quad", ["b"])["a"],
    )


def test_standing_can_depend_on_the_method() -> None:
    # A reason of 0.3: quadratic energy adds 0.5·0.09/1.09, DF-QuAD 0.5·0.3.
    found = assess(Framework.from_edges({"a": 0.5, "b": 0.3}, [("b", "a")], []))
    assert found.standings == {"a": Standing.UNDECIDED, "b": Standing.UNARGUED}
    assert found.robust == {"a": False, "b": True}
