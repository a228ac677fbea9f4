import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.semantics import Band, Framework, assess, balances, cruxes
from graph.semantics.cruxes import Turning
from graph.semantics.reweighing import Reweighing, TooMuchWorkError
from tests.examples import examples
from tests.semantics.frameworks import frameworks

_REJECTED = Band(-1.0, -1.0)


def chain(size: int, *, ground: float = 0.5) -> Framework:
    """Claims that each carry the one before; none but the last has more of itself than `ground`."""
    names = [f"c{n:05}" for n in range(size)]
    grounds = {**dict.fromkeys(names, ground), names[-1]: 0.9}
    return Framework.from_edges(grounds, list(zip(names[1:], names, strict=False)))


def ring(size: int) -> Framework:
    """Claims in a ring that contradict both neighbours; the first of them supports the thesis."""
    names = [f"c{n}" for n in range(size)]
    attacks = [(names[n - 1], names[n]) for n in range(size)]
    attacks += [(two, one) for one, two in attacks]
    grounds = dict.fromkeys([*names, "thesis"], 0.5)
    return Framework.from_edges(grounds, [("c0", "thesis")], attacks)


@settings(max_examples=examples(0.5))
@given(frameworks(most_claims=6), st.data())
def test_bands_are_put_back_after_every_question(framework: Framework, data: st.DataObject) -> None:
    reweighing = Reweighing(assess(framework))
    claims = framework.incidence.claims
    for _ in range(3):
        claim = data.draw(st.sampled_from(claims))
        node = framework.incidence.claim_numbers[claim]
        most = data.draw(st.none() | st.integers(0, 5))
        try:
            after = reweighing.after({node: _REJECTED}, most=most)
        except TooMuchWorkError:
            continue
        expected = balances(framework, rejected=[claim])
        found = {
            **reweighing.assessment.balances,
            **{claims[n]: after[n] for n in after if n < len(claims)},
        }
        for other in claims:
            assert found[other] == pytest.approx(expected[other], abs=1e-6)


def test_a_question_that_would_take_more_values_than_it_may_is_not_answered() -> None:
    framework = chain(50)
    reweighing = Reweighing(assess(framework))
    last = {framework.incidence.claim_numbers["c00049"]: _REJECTED}
    assert reweighing.after(last)
    with pytest.raises(TooMuchWorkError):
        reweighing.after(last, most=3)


def test_a_large_cycle_is_not_begun_with_where_it_cannot_be_finished() -> None:
    framework = ring(200)
    reweighing = Reweighing(assess(framework))
    with pytest.raises(TooMuchWorkError):
        reweighing.after({framework.incidence.claim_numbers["c0"]: _REJECTED}, most=600)
    assert reweighing.spent < 10


@settings(max_examples=examples(2))
@given(frameworks(most_claims=8, most_links=24), st.data())
def test_a_goal_comes_to_what_everything_weighed_again_gives(
    framework: Framework, data: st.DataObject
) -> None:
    reweighing, numbers = Reweighing(assess(framework)), framework.incidence.claim_numbers
    goal, *fixed = data.draw(st.permutations(framework.incidence.claims))[:3]
    node = numbers[goal]
    after = reweighing.after({numbers[each]: _REJECTED for each in fixed}, node)
    band = after.get(node) or reweighing.assessment.bands[node]
    expected = balances(framework, rejected=fixed)[goal]
    # Where three solutions meet in one, neither is nearer to it than half of that.
    assert band == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize("place", [1, 10, 40])
def test_of_a_circle_only_what_leads_on_from_a_claim_is_weighed_again(place: int) -> None:
    names = [f"c{number}" for number in range(50)]
    around = [(one, names[number - 1]) for number, one in enumerate(names)]
    framework = Framework.from_edges(
        dict.fromkeys([*names, "thesis"], 0.5), [*around, ("c0", "thesis")]
    )
    numbers = framework.incidence.claim_numbers
    reweighing = Reweighing(assess(framework))
    after = reweighing.after({numbers[names[place]]: _REJECTED}, numbers["thesis"])
    assert reweighing.spent <= 2 * (2 * place + 4)
    assert {numbers[each] for each in names[place + 1 :]}.isdisjoint(after)
    expected = balances(framework, rejected=[names[place]])["thesis"]
    assert after[numbers["thesis"]] == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("ground", [0.0, 0.5])
def test_what_all_claims_of_a_chain_do_takes_work_in_proportion_to_its_length(
    ground: float,
) -> None:
    spent = []
    for size in (100, 200):
        reweighing = Reweighing(assess(chain(size, ground=ground)))
        found = Turning(reweighing, "c00000")
        assert found.unknown == 0
        spent.append(reweighing.spent)
    assert spent[1] < 3 * spent[0]


@settings(max_examples=examples(0.5))
@given(frameworks(most_claims=30, most_links=40))
def test_all_claims_together_are_what_each_is_by_itself(framework: Framework) -> None:
    assessment = assess(framework)
    together, alone = (Turning(Reweighing(assessment), "c0") for _ in range(2))
    found = {crux.id: crux for crux in together.cruxes()}
    for node in alone.claims:
        single = Turning(Reweighing(assessment), "c0").crux(node)
        assert single is not None
        assert found.get(single.id, single) == single
    assert together.cruxes() == cruxes(assessment, "c0")


def test_what_is_too_much_for_a_claim_does_not_depend_on_what_was_asked_before() -> None:
    assessment = assess(chain(300, ground=0.0))
    every = Turning(Reweighing(assessment), "c00000", most=100)
    one = Turning(Reweighing(assessment), "c00000", most=100)
    last = assessment.framework.incidence.claim_numbers["c00299"]
    assert every.unknown == 0
    assert one.crux(last) == every.crux(last)
    knot = Turning(Reweighing(assess(ring(100))), "thesis", most=100)
    # Without the one through which all comes, nothing else of the ring bears on the thesis.
    assert (knot.below, knot.unknown) == (100, 99)
    assert [each.id for each in knot.cruxes()] == ["c0"]
