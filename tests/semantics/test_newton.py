import random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from graph.semantics import Framework, FrameworkLink, LinkKind, Method
from graph.semantics.band import Band
from graph.semantics.bounds import Bounds
from graph.semantics.methods import semantics_of
from graph.semantics.newton import eliminate, leap
from tests.semantics.frameworks import everywhere, frameworks, naive_round


@settings(deadline=None)
@given(st.integers(1, 8), st.integers(0, 1000))
def test_elimination_solves_the_equations(size: int, seed: int) -> None:
    draw = random.Random(seed)
    rows = [
        {column: draw.random() / size for column in range(size) if draw.random() < 0.5}
        for _ in range(size)
    ]
    constants = [draw.random() for _ in range(size)]
    found = eliminate([dict(row) for row in rows], constants)
    assert found is not None
    for row, constant, value in zip(rows, constants, found, strict=True):
        rest = sum(entry * found[column] for column, entry in row.items())
        assert value == pytest.approx(constant + rest)


def test_elimination_tells_when_there_is_no_solution() -> None:
    assert eliminate([{0: 1.0}], [1.0]) is None
    assert eliminate([{1: 2.0}, {0: 1.0}], [1.0, 1.0]) is None


@settings(deadline=None)
@given(
    frameworks(most_claims=5, most_links=10),
    st.sampled_from(["quadratic-energy", "df-quad"]),
    st.integers(0, 4),
)
def test_a_leap_never_passes_the_bounds_that_plain_rounds_lead_to(
    framework: Framework, method: Method, rounds: int
) -> None:
    graph = framework.incidence
    nodes = tuple(range(len(graph.weights)))
    bounds = Bounds(graph, semantics_of(method))
    bounds.fix(nodes, Band(0.0, 1.0))
    for _ in range(rounds):
        bounds.sweep(nodes, set(nodes))
    leap(bounds, nodes)
    lower, upper = everywhere(framework, 0.0), everywhere(framework, 1.0)
    for _ in range(400):
        lower, upper = (
            naive_round(framework, method, lower, upper, {}),
            naive_round(framework, method, upper, lower, {}),
        )
    # Where plain rounds are themselves not there yet, they say nothing.
    assume(naive_round(framework, method, lower, upper, {}) == pytest.approx(lower, abs=1e-14))
    assume(naive_round(framework, method, upper, lower, {}) == pytest.approx(upper, abs=1e-14))
    names = [*(f"claim {c}" for c in graph.claims), *(f"link {link}" for link in graph.links)]
    for node, name in enumerate(names):
        assert bounds.lower[node] <= lower[name] + 1e-9
        assert bounds.upper[node] >= upper[name] - 1e-9


def test_a_leap_arrives_where_plain_rounds_crawl() -> None:
    links = (
        FrameworkLink("l", ("a",), "b", LinkKind.CONTRADICTION),
        FrameworkLink("m", ("b",), "a", LinkKind.CONTRADICTION),
    )
    graph = Framework({"a": 0.999, "b": 0.999}, links).incidence
    bounds = Bounds(graph, semantics_of("df-quad"))
    nodes = (0, 1, 2, 3)
    bounds.fix(nodes, Band(0.0, 1.0))
    assert leap(bounds, nodes)
    assert bounds.band(0) == pytest.approx((0.999 / 1.999,) * 2, abs=1e-9)


def test_what_stands_still_keeps_nothing_else_from_moving() -> None:
    assert eliminate([{0: 1.0}, {0: 0.5, 1: 0.5}], [0.0, 1.0]) == [0.0, 2.0]
