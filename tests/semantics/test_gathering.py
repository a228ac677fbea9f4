from collections.abc import Iterator, Sequence
from math import log, prod

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.semantics import Band, Framework, assess, balances, gathering
from graph.semantics.assessment import Assessment
from graph.semantics.balance import accrued
from graph.semantics.gathering import Gathering
from graph.semantics.rejection import changes_of
from graph.semantics.reweighing import Reweighing
from tests.examples import examples
from tests.semantics.frameworks import frameworks

REJECTED = Band(-1.0, -1.0)

forces = st.lists(st.floats(0, 1), max_size=600)


@settings(max_examples=examples(0.5))
@given(forces, st.data())
def test_forces_that_are_exchanged_come_to_what_all_come_to_when_read_anew(
    before: list[float], data: st.DataObject
) -> None:
    places = st.integers(0, max(0, len(before) - 1))
    changed = data.draw(st.dictionaries(places, st.floats(0, 1), max_size=5)) if before else {}
    after = [changed.get(place, force) for place, force in enumerate(before)]
    found = Gathering(before, accrued).with_changed(changed)
    assert found == pytest.approx(1 - prod(1 - force for force in after), abs=1e-12)
    assert Gathering(after or [0.0], max).with_changed({}) == max(after, default=0.0)


@pytest.fixture(scope="module")
def many() -> Iterator[pytest.MonkeyPatch]:
    """Every node that is on no cycle is weighed as those with many inputs are."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gathering, "MANY", 0)
        yield patch


@settings(max_examples=examples(0.5))
@given(framework=frameworks(most_claims=8), data=st.data())
def test_a_node_with_many_inputs_is_weighed_as_all_others_are(
    many: pytest.MonkeyPatch, framework: Framework, data: st.DataObject
) -> None:
    assessment, reweighing = assess(framework), Reweighing(assess(framework))
    claims = framework.incidence.claims
    claim = data.draw(st.sampled_from(claims))
    after = reweighing.after({framework.incidence.claim_numbers[claim]: REJECTED})
    expected = assess(Framework(framework.grounds, framework.links))
    rejected = balances(framework, rejected=[claim])
    for node, other in enumerate(claims):
        assert after.get(node, expected.balances[other]) == pytest.approx(rejected[other], abs=1e-6)
    read = {each.id: each.sides for each in changes_of(assessment, after)}
    for change in changes_of(without_hubs(assessment), after):
        for sides, others in zip(change.sides, read[change.id], strict=True):
            assert sides.carried == pytest.approx(others.carried, abs=1e-9)
            assert sides.taken == pytest.approx(others.taken, abs=1e-9)


def without_hubs(assessment: Assessment) -> Assessment:
    """The same, in which all inputs of every claim are read."""
    found = Assessment(assessment.framework, assessment.kinds, assessment.weighing)
    vars(found)["hubs"] = {}
    return found


@pytest.mark.parametrize("size", [256, 4096, 65_536])
def test_few_forces_are_read_however_many_there_are(size: int) -> None:
    read: list[int] = []

    def together(forces: Sequence[float]) -> float:
        read.append(len(forces))
        return accrued(forces)

    many = Gathering([0.5] * size, together)
    read.clear()
    many.with_changed({size // 2: 0.1})
    assert sum(read) <= 16 * log(size, 16)


def test_a_change_that_comes_to_nothing_changes_nothing() -> None:
    names = [f"c{n}" for n in range(100)]
    grounds = dict.fromkeys(names, 1.0) | {"c0": 0.3, "top": 0.2}
    framework = Framework.from_edges(grounds, [(name, "top") for name in names])
    numbers = framework.incidence.claim_numbers
    after = Reweighing(assess(framework)).after({numbers["c0"]: REJECTED})
    assert numbers["top"] not in after
