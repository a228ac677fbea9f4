import json
import random
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from graph.semantics import (
    Accounting,
    Band,
    Framework,
    FrameworkLink,
    LinkKind,
    balances,
    weigh,
)
from tests.examples import examples
from tests.semantics.by_formula import Rounds
from tests.semantics.frameworks import decisions, frameworks
from tests.semantics.generated import generated_frameworks

SUPPORT, CONTRADICTION, UNDERCUT, CONDITION = LinkKind
ACCOUNTINGS: tuple[Accounting, ...] = get_args(Accounting)
VECTORS = json.loads(
    (Path(__file__).parent / "vectors" / "weighing.json").read_text(encoding="utf-8")
)["vectors"]

accountings = st.sampled_from(ACCOUNTINGS)


def bands(framework: Framework, method: Accounting, *decided: list[str]) -> dict[str, Band]:
    """Balances and forces in one table, by id."""
    weighed = weigh(framework, method, *decided)
    return {**weighed.balances, **weighed.forces}


@pytest.mark.parametrize("method", ACCOUNTINGS)
@pytest.mark.parametrize("vector", VECTORS, ids=[vector["id"] for vector in VECTORS])
def test_reproduces_reference_values(vector: dict[str, Any], method: Accounting) -> None:
    links = tuple(
        FrameworkLink(
            link["id"],
            tuple(link["premises"]),
            link["target"],
            LinkKind(link["kind"]),
            link["relevance"],
        )
        for link in vector["links"]
    )
    framework = Framework(vector["grounds"], links)
    found = balances(framework, vector["rejected"], vector["accepted"], method)
    assert found.keys() == vector["balances"][method].keys()
    for claim, expected in vector["balances"][method].items():
        assert found[claim] == pytest.approx(tuple(expected), abs=1e-8), claim


@pytest.mark.parametrize("method", ACCOUNTINGS)
def test_plain_rounds_from_the_ends_lead_to_the_same_bands(method: Accounting) -> None:
    draw = random.Random(5)
    compared = exact = open_bands = conditions = 0
    tried = examples(5)
    for framework in generated_frameworks(tried, seed=13):
        claims = sorted(framework.grounds)
        decided = draw.sample(claims, draw.choice((0, 0, 1, min(2, len(claims)))))
        cut = draw.randint(0, len(decided))
        rejected, accepted = decided[:cut], decided[cut:]
        fixed = dict.fromkeys(rejected, -1.0) | dict.fromkeys(accepted, 1.0)
        found = bands(framework, method, rejected, accepted)
        lower, upper, moved = Rounds(framework, method, fixed).limits(most=3000)
        for each, band in found.items():
            # Rounds come from outside, so also those that crawl are hardly within the bands.
            assert lower[each] <= band.lower + 1e-6
            assert upper[each] >= band.upper - 1e-6
            if moved < 1e-14:
                assert band.lower - 1e-9 <= lower[each] <= upper[each] <= band.upper + 1e-9
        compared += moved < 1e-14
        exact += moved < 1e-14 and all(
            band == pytest.approx((lower[each], upper[each]), abs=1e-9)
            for each, band in found.items()
        )
        open_bands += any(band.width > 0.01 for band in found.values())
        conditions += any(
            link.kind is CONDITION and found[link.id].upper > 0.0 for link in framework.links
        )
    # What is compared is worth comparing.
    assert compared > 0.96 * tried
    assert exact >= 0.94 * tried
    assert open_bands > 0.04 * tried
    assert conditions > 0.12 * tried


@settings(deadline=None)
@given(frameworks(cyclic=False), accountings)
def test_without_cycles_the_answer_is_exact_and_solves_the_equations(
    framework: Framework, method: Accounting
) -> None:
    found = bands(framework, method)
    assert all(band.width == 0 for band in found.values())
    values = {each: band.lower for each, band in found.items()}
    assert Rounds(framework, method).once(values, values) == pytest.approx(values, abs=1e-9)


@settings(deadline=None)
@given(frameworks(), accountings, st.data())
def test_bounds_move_towards_the_bands_and_never_past_them(
    framework: Framework, method: Accounting, data: st.DataObject
) -> None:
    rejected, accepted = data.draw(decisions(framework))
    fixed = dict.fromkeys(rejected, -1.0) | dict.fromkeys(accepted, 1.0)
    found = bands(framework, method, rejected, accepted)
    for claim in framework.grounds:
        assert -1 <= found[claim].lower <= found[claim].upper <= 1
    for link in framework.links:
        assert 0 <= found[link.id].lower <= found[link.id].upper <= 1
    rounds = Rounds(framework, method, fixed)
    lower, upper = rounds.ends()
    for _ in range(50):
        nearer, lowest = rounds.once(lower, upper), rounds.once(upper, lower)
        for each, band in found.items():
            assert lower[each] - 1e-12 <= nearer[each] <= band.lower + 1e-6
            assert upper[each] + 1e-12 >= lowest[each] >= band.upper - 1e-6
        lower, upper = nearer, lowest


@settings(deadline=None)
@given(frameworks(), accountings, st.randoms(use_true_random=False))
def test_bands_enclose_every_fixed_point(
    framework: Framework, method: Accounting, random: Any
) -> None:
    rounds = Rounds(framework, method)
    start = {each: random.uniform(low, 1.0) for each, low in rounds.ends()[0].items()}
    values, moved = rounds.fixed_point(start)
    assume(moved < 1e-13)
    for each, band in bands(framework, method).items():
        assert band.lower - 1e-9 <= values[each] <= band.upper + 1e-9


@settings(deadline=None)
@given(frameworks(), accountings, st.randoms(use_true_random=False))
def test_the_order_of_claims_and_links_makes_no_difference_at_all(
    framework: Framework, method: Accounting, random: Any
) -> None:
    claims, links = list(framework.grounds.items()), list(framework.links)
    random.shuffle(claims)
    random.shuffle(links)
    assert weigh(Framework(dict(claims), tuple(links)), method) == weigh(framework, method)


def test_several_premises_of_a_condition_fail_it_as_far_as_the_most_opposed() -> None:
    framework = Framework(
        {"a": 0.9, "b": 0.0, "c": 0.5, "no": 0.7, "less": 0.2},
        (
            FrameworkLink("only-if", ("b", "c"), "a", CONDITION),
            FrameworkLink("x", ("no",), "b", CONTRADICTION),
            FrameworkLink("y", ("less",), "c", CONTRADICTION),
        ),
    )
    weighed = weigh(framework)
    assert weighed.balances["b"] == (-0.7, -0.7)
    assert weighed.forces["only-if"] == (0.7, 0.7)
    assert weighed.balances["a"] == pytest.approx((0.2, 0.2))


def test_where_more_than_one_answer_exists_the_band_has_them_all() -> None:
    # With ground 1 each is what the other leaves: a = 1 - b and b = 1 - a.
    framework = Framework.from_edges({"a": 1, "b": 1}, [], [("a", "b"), ("b", "a")])
    for method in ACCOUNTINGS:
        for band in balances(framework, method=method).values():
            assert band == pytest.approx((0, 1), abs=1e-12)


@pytest.mark.parametrize("ground", [0.9, 0.99, 0.9999, 0.999999])
@pytest.mark.parametrize("relevance", [1.0, 0.5])
def test_a_slow_cycle_still_ends_at_the_answer(ground: float, relevance: float) -> None:
    links = tuple(
        FrameworkLink(each, (each,), target, CONTRADICTION, ground)
        for each, target in (("a", "b"), ("b", "a"))
    )
    # a = r - g·b and b = r - g·a.
    found = balances(Framework({"a": relevance, "b": relevance}, links))
    answer = relevance / (1 + ground)
    for band in found.values():
        assert band.lower <= answer <= band.upper
        assert band.width < 1e-6


def test_a_chain_of_single_reasons_passes_on_its_weakest_link_undiminished() -> None:
    size = 10_000
    edges = [(f"{i}", f"{i + 1}") for i in range(size - 1)]
    grounds = {f"{i}": 0.0 for i in range(size)} | {"0": 0.75}
    assert balances(Framework.from_edges(grounds, edges, []))[f"{size - 1}"] == (0.75, 0.75)


def test_a_chain_that_is_turned_against_its_own_beginning() -> None:
    size = 1_000
    edges = [(f"{i}", f"{i + 1}") for i in range(size - 1)]
    grounds = {f"{i}": 0.0 for i in range(size)} | {"0": 0.75}
    chain = Framework.from_edges(grounds, edges, []).links
    back = FrameworkLink("back", (f"{size - 1}",), "0", CONTRADICTION, relevance=0.5)
    # x = 0.75 - x/2.
    ring = balances(Framework(grounds, (*chain, back)))
    assert all(band == pytest.approx((0.5, 0.5), abs=1e-6) for band in ring.values())


def test_unknown_claims_and_methods_are_errors() -> None:
    framework = Framework({"a": 0.5})
    with pytest.raises(KeyError, match="nobody"):
        balances(framework, rejected=["nobody"])
    with pytest.raises(KeyError, match="nobody"):
        balances(framework, accepted=["nobody"])
    with pytest.raises(ValueError, match="'a' is both rejected and accepted"):
        balances(framework, rejected=["a"], accepted=["a"])
    with pytest.raises(ValueError, match="unknown method 'dice': not one of accrual, strongest"):
        balances(framework, method="dice")  # type: ignore[arg-type]


def test_an_empty_framework_has_no_balances() -> None:
    assert balances(Framework({})) == {}
