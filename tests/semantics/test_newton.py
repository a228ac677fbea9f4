from math import sqrt

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from graph.semantics import Framework, FrameworkLink, LinkKind, balances
from graph.semantics.bounds import Bounds
from graph.semantics.gradual import GradualSemantics
from graph.semantics.methods import ACCOUNTINGS, METHODS, Accounting
from graph.semantics.newton import leap
from tests.semantics.by_formula import Rounds
from tests.semantics.frameworks import frameworks

SUPPORT, CONTRADICTION, UNDERCUT, CONDITION = LinkKind
SEMANTICS: dict[str, GradualSemantics] = {
    **{str(name): semantics for name, semantics in ACCOUNTINGS.items()},
    **{str(name): method.semantics for name, method in METHODS.items()},
}
NEAR = 1e-6
"""How near a small component comes to its limit, however slow it is."""


def opened(framework: Framework, semantics: GradualSemantics) -> Bounds:
    bounds = Bounds(framework.incidence, semantics)
    bounds.open(range(len(framework.incidence.weights)))
    return bounds


@settings(deadline=None)
@given(
    frameworks(most_claims=5, most_links=10), st.sampled_from(sorted(SEMANTICS)), st.integers(0, 4)
)
def test_a_leap_never_passes_the_bounds_that_plain_rounds_lead_to(
    framework: Framework, method: str, rounds: int
) -> None:
    assume(method in ACCOUNTINGS or all(link.kind is not CONDITION for link in framework.links))
    graph = framework.incidence
    nodes = tuple(range(len(graph.weights)))
    bounds = opened(framework, SEMANTICS[method])
    for _ in range(rounds):
        bounds.sweep(nodes, set(nodes))
    leap(bounds, nodes)
    lower, upper, moved = Rounds(framework, method).limits()
    # Where plain rounds are themselves not there yet, they say nothing.
    assume(moved < 1e-14)
    for node, name in enumerate((*graph.claims, *graph.links)):
        assert bounds.lower[node] <= lower[name] + 1e-9
        assert bounds.upper[node] >= upper[name] - 1e-9


def test_a_leap_arrives_where_plain_rounds_crawl() -> None:
    links = (
        FrameworkLink("l", ("a",), "b", CONTRADICTION, relevance=0.999),
        FrameworkLink("m", ("b",), "a", CONTRADICTION, relevance=0.999),
    )
    bounds = opened(Framework({"a": 0.5, "b": 0.5}, links), ACCOUNTINGS["accrual"])
    made = leap(bounds, (0, 1, 2, 3))
    assert (made.moved, made.done) == (True, True)
    assert bounds.band(0) == pytest.approx((0.5 / 1.999,) * 2, abs=NEAR)


# Rings in which every claim has two links from the one before it. At a certain relevance the two
# together pass on every small move undiminished, and rounds take ever longer for ever less.


def ring(
    size: int, ground: float, kind: LinkKind, relevance: float, linked: bool = False
) -> Framework:
    """A ring of claims that each have two links from the one before, and `linked`, one more."""
    claims = [f"c{number}" for number in range(size)]
    links = [
        FrameworkLink(
            f"l{number}{copy}",
            (claims[number], claims[(number + 2) % size]) if linked else (claims[number],),
            claims[(number + 1) % size],
            kind,
            relevance,
        )
        for number in range(size)
        for copy in "ab"
    ]
    return Framework(dict.fromkeys(claims, ground), tuple(links))


def limits(kind: LinkKind, relevance: float) -> tuple[float, float]:
    """The bounds that rounds in such a ring go to, worked out by hand.

    Supports of ground 0 and conditions: x = 1 - (1 - r·x)², so 0, or (2r - 1)/r² as well.
    Contradictions of ground 1: l = (1 - r·u)² and u = (1 - r·l)², so that with a = √l and b = √u
    either a = b or a + b = 1/r, which has solutions of its own where r > 3/4.
    """
    if kind is SUPPORT:
        return 0.0, max(0.0, (2 * relevance - 1) / relevance**2)
    if kind is CONDITION:
        return -max(0.0, (2 * relevance - 1) / relevance**2), 0.0
    if relevance <= 0.75:
        root = (sqrt(1 + 4 * relevance) - 1) / (2 * relevance)
        return root**2, root**2
    apart = sqrt(4 * relevance - 3)
    return ((1 - apart) / (2 * relevance)) ** 2, ((1 + apart) / (2 * relevance)) ** 2


@pytest.mark.long
@pytest.mark.parametrize("linked", [False, True], ids=["single", "linked"])
@pytest.mark.parametrize(
    ("kind", "relevance", "sizes"),
    [
        (SUPPORT, 0.5, (2, 3, 10, 50)),
        (SUPPORT, 0.5000001, (2, 3, 10)),
        (SUPPORT, 0.4999999, (2, 3, 10)),
        (SUPPORT, 0.501, (2, 3, 10, 50)),
        (CONDITION, 0.5, (2, 3, 10)),
        (CONDITION, 0.51, (2, 3, 10)),
        (CONTRADICTION, 0.74, (2, 3, 10, 50)),
        (CONTRADICTION, 0.74999, (2, 3, 10)),
        (CONTRADICTION, 0.7500001, (2, 3, 10)),
        (CONTRADICTION, 0.7501, (2, 3, 10)),
        (CONTRADICTION, 0.76, (2, 3, 10, 50)),
    ],
)
def test_rings_that_are_almost_critical_are_tightened_to_their_limits(
    kind: LinkKind, relevance: float, sizes: tuple[int, ...], linked: bool
) -> None:
    lower, upper = limits(kind, relevance)
    for size in sizes:
        if linked and size == 2:
            continue
        framework = ring(size, 1.0 if kind is CONTRADICTION else 0.0, kind, relevance, linked)
        for band in balances(framework).values():
            assert lower - NEAR < band.lower <= lower + 1e-12, size
            assert upper - 1e-12 <= band.upper < upper + NEAR, size


@pytest.mark.parametrize("size", [2, 3])
def test_where_three_solutions_meet_doubles_tell_the_limit_to_one_in_twenty_thousand(
    size: int,
) -> None:
    # At r = 3/4 exactly, the way to the limit is as the cube of the distance: what is left at
    # 2e-5 from it is 1e-14, which is rounding.
    for band in balances(ring(size, 1.0, CONTRADICTION, 0.75)).values():
        assert band.lower < 4 / 9 < band.upper
        assert band.width < 1e-4


@pytest.mark.parametrize("kind", [SUPPORT, CONTRADICTION, CONDITION])
@pytest.mark.parametrize("size", [2, 3, 10, 50])
def test_where_only_the_strongest_counts_a_ring_passes_on_everything(
    kind: LinkKind, size: int
) -> None:
    # Two links count as one: x = g - x has every solution, as x = x has.
    weighed = balances(ring(size, 0.6 * (kind is CONTRADICTION), kind, 1.0), method="strongest")
    least, most = {SUPPORT: (0, 1), CONTRADICTION: (0, 0.6), CONDITION: (-1, 0)}[kind]
    for band in weighed.values():
        assert band == pytest.approx((least, most), abs=NEAR)
    # Of a little less there is one.
    weighed = balances(ring(size, 0.6 * (kind is CONTRADICTION), kind, 0.999), method="strongest")
    answer = 0.6 / 1.999 if kind is CONTRADICTION else 0.0
    for band in weighed.values():
        assert band == pytest.approx((answer, answer), abs=NEAR)


def test_a_ring_of_linked_premises_is_led_by_the_laziest() -> None:
    # Every objection needs two premises, of which one moves later than the other.
    claims = [f"c{number}" for number in range(10)]
    links = tuple(
        FrameworkLink(
            f"l{n}", (claims[n], claims[(n + 3) % 10]), claims[(n + 1) % 10], CONTRADICTION, 0.98
        )
        for n in range(10)
    )
    grounds = {claim: 0.4 + 0.01 * n for n, claim in enumerate(claims)}
    framework = Framework(grounds, links)
    lower, upper, moved = Rounds(framework, "accrual").limits(most=4_000)
    assert moved < 1e-14
    found = balances(framework)
    for claim in claims:
        assert lower[claim] - NEAR < found[claim].lower <= lower[claim] + 1e-9
        assert upper[claim] - 1e-9 <= found[claim].upper < upper[claim] + NEAR


def test_a_band_that_a_leap_has_closed_is_never_the_wrong_way_round() -> None:
    framework = ring(3, 1.0, CONTRADICTION, 0.7)
    bounds = opened(framework, ACCOUNTINGS["accrual"])
    while leap(bounds, tuple(range(9))).moved:
        pass
    assert all(bounds.lower[node] <= bounds.upper[node] for node in range(9))


@pytest.mark.parametrize("accounting", ["accrual", "strongest"])
@pytest.mark.parametrize("pairs", [1, 3, 25])
@pytest.mark.parametrize("lead", [1e-4, 1e-6, 1e-7])
def test_who_leads_by_a_little_wins_wherever_a_round_passes_everything_on(
    lead: float, pairs: int, accounting: Accounting
) -> None:
    # Each round takes only the lead from the other side, so plain rounds would be millions.
    grounds = {f"x{at}": 1.0 for at in range(pairs)} | {f"y{at}": 1.0 - lead for at in range(pairs)}
    links = [
        link
        for at in range(pairs)
        for link in (
            FrameworkLink(f"p{at}", (f"x{at}",), f"y{at}", LinkKind.CONTRADICTION),
            FrameworkLink(f"q{at}", (f"y{at}",), f"x{(at + 1) % pairs}", LinkKind.CONTRADICTION),
        )
    ]
    found = balances(Framework(grounds, tuple(links)), method=accounting)
    for at in range(pairs):
        assert found[f"x{at}"] == pytest.approx((1.0, 1.0), abs=1e-6)
        assert found[f"y{at}"] == pytest.approx((-lead, -lead), abs=1e-6)
