"""Solving a framework: the bands of all claims and links, component by component."""

from collections.abc import Collection, Iterable

from graph.semantics.band import Band
from graph.semantics.bounds import Bounds
from graph.semantics.gradual import GradualSemantics
from graph.semantics.incidence import Incidence
from graph.semantics.newton import leap

_FIRST_LEAP = 40
"""Sweeps before a component counts as slow. Most are done well before."""
_LARGEST_LEAP = 250
"""The largest component, in claims and links, for which a Newton step is worth its cost."""
_WORK = (20_000, 400)
"""When to give up tightening: so many computations, and so many more for each node."""
_PATIENCE = 20
"""How much more is done for a small component."""
_SMALL = 50
"""The most claims of a component that is not given up."""


def fixed_bands(
    graph: Incidence, rejected: Iterable[str], accepted: Iterable[str], least: float
) -> dict[int, Band]:
    """The nodes of which a reader decides: rejected claims have the least value, accepted 1.

    Raises KeyError for an unknown claim and ValueError for one that is both.
    """
    against, for_ = graph.nodes_of(rejected), graph.nodes_of(accepted)
    for node in sorted(against & for_):
        raise ValueError(f"claim {graph.claims[node]!r} is both rejected and accepted")
    return dict.fromkeys(against, Band(least, least)) | dict.fromkeys(for_, Band(1.0, 1.0))


def settle(bounds: Bounds, nodes: Collection[int], cyclic: bool, most: int | None = None) -> int:
    """Compute the bands of the nodes of one component, those of all its inputs being final.

    Bounds are tightened until they hold still or are known to be within 1e-6 of their limits.
    Those of a large component that converges too slowly are left wider than they could be; they
    still enclose every fixed point.

    Returns how many values were computed. Where that is more than `most`, what was left undone
    is not worth anything.
    """
    if not cyclic:
        for node in nodes:
            bounds.pass_once(node)
        return len(nodes)
    bounds.open(nodes)
    stale = set(nodes)
    members = frozenset(nodes)
    small = sum(node < len(bounds.incidence.claims) for node in nodes) <= _SMALL
    work = (_WORK[0] + _WORK[1] * len(nodes)) * (_PATIENCE if small else 1)
    sweeps, next_leap, spent = 0, _FIRST_LEAP, 0
    while stale and spent < work and (most is None or spent <= most):
        spent += bounds.sweep(nodes, stale)
        stale &= members
        sweeps += 1
        if stale and sweeps == next_leap and (small or len(nodes) <= _LARGEST_LEAP):
            made = leap(bounds, tuple(nodes))
            if made.done:
                return spent
            next_leap += _FIRST_LEAP if small and made.moved else sweeps
            if made.moved:
                stale = set(nodes)
    return spent


def settle_all(
    bounds: Bounds,
    components: Iterable[tuple[int, ...]],
    fixed: Collection[int],
    most: int | None = None,
) -> int:
    """Settle components in the order given, leaving out the nodes that are fixed.

    Returns how many values were computed, as for one of them.
    """
    spent = 0
    everywhere = bounds.incidence.cyclic
    for component in components:
        if component[0] not in everywhere:
            if component[0] not in fixed:
                bounds.pass_once(component[0])
                spent += 1
            continue
        nodes = [node for node in component if node not in fixed] if fixed else component
        if nodes:
            spent += settle(bounds, nodes, True, None if most is None else most - spent)
    return spent


def solve(
    graph: Incidence,
    semantics: GradualSemantics,
    rejected: Iterable[str] = (),
    accepted: Iterable[str] = (),
) -> tuple[list[float], list[float]]:
    """The lower and the upper bounds of all claims and links.

    Raises ValueError for a claim both rejected and accepted, and KeyError for an unknown claim
    among them.
    """
    size = len(graph.weights)
    lower, upper = [0.0] * size, [0.0] * size
    bounds = Bounds(graph, semantics, lower, upper)
    fixed = fixed_bands(graph, rejected, accepted, semantics.least)
    for node, band in fixed.items():
        bounds.fix(node, band)
    settle_all(bounds, graph.components, fixed)
    return lower, upper
