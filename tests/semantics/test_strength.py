import json
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from graph.semantics import Band, Framework, FrameworkLink, LinkKind, Method, strength
from graph.semantics.methods import semantics_of
from graph.semantics.solving import solve
from tests.semantics.by_formula import Rounds, impact
from tests.semantics.frameworks import ARGUING, PUBLISHED, frameworks, grounds

SUPPORT, CONTRADICTION, UNDERCUT, CONDITION = LinkKind
METHODS: tuple[Method, ...] = get_args(Method)
VECTORS = json.loads((Path(__file__).parent / "vectors" / "qbaf.json").read_text(encoding="utf-8"))[
    "vectors"
]
NAMES: dict[str, Method] = {"QuadraticEnergy": "quadratic-energy", "DFQuAD": "df-quad"}

methods = st.sampled_from(METHODS)


def bands(framework: Framework, method: Method = "quadratic-energy") -> dict[str, Band]:
    """Strengths of claims and forces of links in one table, by id."""
    graph = framework.incidence
    bounds = solve(graph, semantics_of(method))
    return dict(zip((*graph.claims, *graph.links), map(Band, *bounds), strict=True))


@pytest.mark.parametrize("vector", VECTORS, ids=[vector["id"] for vector in VECTORS])
def test_reproduces_reference_values(vector: dict[str, Any]) -> None:
    framework = Framework.from_edges(vector["base_scores"], vector["supports"], vector["attacks"])
    found = strength(framework, NAMES[vector["semantics"]])
    tolerance = 1e-6 if vector["cyclic"] else 1e-9
    assert found.keys() == vector["expected"].keys()
    for claim, expected in vector["expected"].items():
        assert found[claim].lower == pytest.approx(expected, abs=tolerance)
        assert found[claim].upper == pytest.approx(expected, abs=tolerance)
        assert vector["cyclic"] or found[claim].width == 0


def test_worked_by_hand_with_an_undercut() -> None:
    # The undercut has force 0.5 and leaves 1 - 0.25/1.25 = 0.8 of the reason.
    framework = Framework(
        {"thesis": 0.5, "reason": 0.5, "unless": 0.5},
        (
            FrameworkLink("because", ("reason",), "thesis", SUPPORT),
            FrameworkLink("but", ("unless",), "because", UNDERCUT),
        ),
    )
    found = bands(framework)
    assert found["because"].lower == pytest.approx(0.4, abs=1e-12)
    # Energy 0.4: h = 0.16/1.16.
    assert found["thesis"].lower == pytest.approx(0.5 + 0.5 * 0.16 / 1.16, abs=1e-12)
    assert strength(framework, "df-quad")["thesis"].lower == pytest.approx(0.5 + 0.5 * 0.25)


def test_an_undercut_of_an_undercut_gives_force_back() -> None:
    claims = dict.fromkeys(("thesis", "reason", "doubt", "reply"), 1.0)
    links = (
        FrameworkLink("because", ("reason",), "thesis", SUPPORT),
        FrameworkLink("unless", ("doubt",), "because", UNDERCUT),
        FrameworkLink("even-so", ("reply",), "unless", UNDERCUT),
    )
    found = bands(Framework(claims, links))
    # even-so 1, unless 1·(1 - 1/2), because 1·(1 - 0.25/1.25).
    assert [found[link.id].lower for link in links] == pytest.approx([0.8, 0.5, 1.0])
    found = bands(Framework(claims, links), "df-quad")
    assert [found[link.id].lower for link in links] == [1.0, 0.0, 1.0]


def test_a_contradiction_can_be_undercut() -> None:
    links = (
        FrameworkLink("but", ("b",), "a", CONTRADICTION),
        FrameworkLink("unless", ("c",), "but", UNDERCUT),
    )
    assert strength(Framework({"a": 1.0, "b": 1.0, "c": 1.0}, links))["a"].lower == pytest.approx(
        1 - 0.25 / 1.25
    )


def test_linked_premises_are_as_strong_as_the_weakest() -> None:
    link = FrameworkLink("l", ("b", "c", "d"), "a", SUPPORT)
    found = bands(Framework({"a": 0.5, "b": 0.9, "c": 0.2, "d": 0.6}, (link,)))
    assert found["l"] == (0.2, 0.2)


def test_convergent_reasons_add_up() -> None:
    found = strength(Framework.from_edges({"a": 0.0, "b": 0.5, "c": 0.5}, [("b", "a"), ("c", "a")]))
    assert found["a"].lower == pytest.approx(0.5)


def test_relevance_scales_a_link() -> None:
    link = FrameworkLink("l", ("b",), "a", CONTRADICTION, relevance=0.5)
    found = strength(Framework({"a": 1.0, "b": 1.0}, (link,)))
    assert found["a"].lower == pytest.approx(1 - 0.25 / 1.25)


def test_a_rejected_claim_has_strength_zero_and_moves_what_rests_on_it() -> None:
    framework = Framework.from_edges({"a": 0.5, "b": 0.5, "c": 1.0}, [("b", "a"), ("c", "b")])
    found = strength(framework, rejected={"b"})
    assert found == {"a": (0.5, 0.5), "b": (0.0, 0.0), "c": (1.0, 1.0)}


def test_an_unknown_rejected_claim_is_an_error() -> None:
    with pytest.raises(KeyError, match="nobody"):
        strength(Framework({"a": 0.5}), rejected={"nobody"})


def test_an_unknown_method_is_an_error() -> None:
    with pytest.raises(ValueError, match="unknown method 'guess'"):
        strength(Framework({"a": 0.5}), "guess")  # type: ignore[arg-type]


def test_an_empty_framework_has_no_strengths() -> None:
    assert strength(Framework({})) == {}


@settings(deadline=None)
@given(frameworks(plain=True, cyclic=False, kinds=ARGUING), methods)
def test_without_linked_premises_and_undercuts_it_is_the_method_as_published(
    framework: Framework, method: Method
) -> None:
    lower, upper, _ = Rounds(framework, method).limits()
    for claim, band in strength(framework, method).items():
        assert band.width == 0
        assert band == pytest.approx((lower[claim], upper[claim]), abs=1e-9)


@settings(deadline=None)
@given(frameworks(cyclic=False), methods)
def test_without_cycles_the_answer_is_exact_and_conditions_are_left_out(
    framework: Framework, method: Method
) -> None:
    found = bands(framework, method)
    assert all(band.width == 0 for band in found.values())
    links = tuple(link for link in framework.links if link.kind is not CONDITION)
    kept = {link.id for link in links}
    if all(link.kind is not UNDERCUT or link.target in kept for link in links):
        unconditional = Framework(framework.grounds, links)
        values = {each: band.lower for each, band in bands(unconditional, method).items()}
        assert values == {each: found[each].lower for each in values}
        rounds = Rounds(unconditional, method)
        assert rounds.once(values, values) == pytest.approx(values, abs=1e-9)


@settings(deadline=None)
@given(frameworks(kinds=PUBLISHED), methods)
def test_bounds_tighten_from_zero_and_one_to_the_bands_and_never_past_them(
    framework: Framework, method: Method
) -> None:
    found = bands(framework, method)
    assert all(0 <= band.lower <= band.upper <= 1 for band in found.values())
    lower, upper, moved = Rounds(framework, method).limits(most=300)
    for each, band in found.items():
        assert lower[each] <= band.lower + 1e-6
        assert upper[each] >= band.upper - 1e-6
        if moved < 1e-14:
            assert band == pytest.approx((lower[each], upper[each]), abs=1e-6)


@settings(deadline=None)
@given(frameworks(kinds=PUBLISHED), methods, st.randoms(use_true_random=False))
def test_bands_enclose_every_fixed_point(framework: Framework, method: Method, random: Any) -> None:
    rounds = Rounds(framework, method)
    values, moved = rounds.fixed_point({each: random.random() for each in rounds.ends()[0]})
    assume(moved < 1e-13)
    for each, band in bands(framework, method).items():
        assert band.lower - 1e-9 <= values[each] <= band.upper + 1e-9


@settings(deadline=None)
@given(grounds, grounds, st.floats(0, 1), st.sampled_from(ARGUING), methods)
def test_a_stronger_supporter_never_weakens_and_a_stronger_attacker_never_strengthens(
    target: float, source: float, more: float, kind: LinkKind, method: Method
) -> None:
    def weighed(base: float) -> float:
        scores = {"a": target, "b": base, "c": 0.4}
        links = (
            FrameworkLink("l", ("b",), "a", kind),
            FrameworkLink("m", ("c",), "b", CONTRADICTION),
        )
        return strength(Framework(scores, links), method)["a"].lower

    weaker, stronger = weighed(source), weighed(max(source, more))
    assert weaker <= stronger if kind is SUPPORT else weaker >= stronger


def test_undercuts_that_undercut_each_other_are_weighed() -> None:
    links = (
        FrameworkLink("because", ("a",), "t", SUPPORT),
        FrameworkLink("one", ("a",), "two", UNDERCUT),
        FrameworkLink("two", ("a",), "one", UNDERCUT),
    )
    found = bands(Framework({"t": 0.5, "a": 1.0}, links))
    # x = 1 - x²/(1 + x²) has the solution of x³ + x = 1.
    for undercut in ("one", "two"):
        assert found[undercut] == pytest.approx((0.6823278038280193,) * 2, abs=1e-12)


def test_where_more_than_one_answer_exists_the_band_has_them_all() -> None:
    # With τ = 1, DF-QuAD makes a = 1 - b and b = 1 - a.
    framework = Framework.from_edges({"a": 1, "b": 1}, [], [("a", "b"), ("b", "a")])
    assert strength(framework, "df-quad") == {"a": (0, 1), "b": (0, 1)}


@pytest.mark.parametrize("base", [0.9, 0.99, 0.9999, 0.999999])
def test_slow_convergence_still_ends_at_the_answer(base: float) -> None:
    # Plain rounds gain a factor `base` each: a = base·(1 - b), b = base·(1 - a).
    framework = Framework.from_edges({"a": base, "b": base}, [], [("a", "b"), ("b", "a")])
    answer = base / (1 + base)
    for band in strength(framework, "df-quad").values():
        assert band.lower <= answer <= band.upper
        assert band.width < 1e-6


@pytest.mark.long
def test_a_standstill_short_of_the_answer_is_never_on_the_wrong_side_of_it() -> None:
    # Four claims that each contradict four others and are contradicted by them: the rate of
    # convergence goes to 1, and the one answer is a quarter.
    ones, others = [f"a{i}" for i in range(4)], [f"b{i}" for i in range(4)]
    pairs = [(one, other) for one in ones for other in others]
    attacks = [*pairs, *((other, one) for one, other in pairs)]
    framework = Framework.from_edges(dict.fromkeys([*ones, *others], 0.5), [], attacks)
    for band in strength(framework).values():
        assert band.lower <= 0.25 <= band.upper
        assert band.width < 0.05


def test_long_chains_and_rings_are_no_trouble() -> None:
    size = 10_000
    edges = [(f"{i}", f"{i + 1}") for i in range(size - 1)]
    scores = {f"{i}": 0.5 for i in range(size)}
    chain = strength(Framework.from_edges(scores, edges, []))
    # The limit of x = 0.5 + 0.5·x²/(1 + x²).
    limit = chain[f"{size - 1}"].lower
    assert limit == pytest.approx(0.5 + 0.5 * impact(limit), abs=1e-12)
    ring = strength(Framework.from_edges(scores, edges, [(f"{size - 1}", "0")]))
    assert all(band.width < 1e-12 for band in ring.values())


def test_bands_have_a_middle_and_a_width() -> None:
    band = Band(0.25, 0.75)
    assert (band.midpoint, band.width) == (0.5, 0.5)
