from hypothesis import given, settings

from graph.semantics import (
    Framework,
    Standing,
    assess,
    forces,
    labelling,
    robust,
    standing,
    strength,
)
from tests.semantics.frameworks import frameworks


@settings(deadline=None)
@given(frameworks())
def test_holds_what_the_separate_computations_give(framework: Framework) -> None:
    found = assess(framework)
    assert found.strengths == strength(framework)
    assert found.df_quad_strengths == strength(framework, "df-quad")
    assert found.labelling == labelling(framework)
    assert found.forces.keys() == forces(framework, found.strengths).keys()
    argued = {link.target for link in framework.links if link.kind != "undercut"}
    for claim, base in framework.base_scores.items():
        band, other = found.strengths[claim], found.df_quad_strengths[claim]
        assert found.standings[claim] is standing(band, base, claim in argued)
        assert found.robust[claim] is robust(band, other, base, claim in argued)


def test_standing_can_depend_on_the_method() -> None:
    # A reason of 0.3: quadratic energy adds 0.5·0.09/1.09, DF-QuAD 0.5·0.3.
    found = assess(Framework.from_edges({"a": 0.5, "b": 0.3}, [("b", "a")], []))
    assert found.standings == {"a": Standing.UNDECIDED, "b": Standing.UNARGUED}
    assert found.robust == {"a": False, "b": True}
