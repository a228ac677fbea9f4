"""Strengths of claims and forces of links, as bands."""

from collections.abc import Collection, Iterable, Mapping

from graph.semantics.band import Band
from graph.semantics.bounds import ONE, ZERO, Bounds
from graph.semantics.framework import Framework
from graph.semantics.incidence import Incidence
from graph.semantics.methods import Method, semantics_of
from graph.semantics.newton import leap

_FIRST_LEAP = 40
"""Sweeps before a component counts as slow. Most are done well before."""
_LARGEST_LEAP = 250
"""The largest component, in claims and links, for which a Newton step is worth its cost."""
_WORK = (20_000, 400)
"""When to give up tightening: so many computations, and so many more for each node."""


def fixed_bands(
    graph: Incidence, rejected: Iterable[str], accepted: Iterable[str]
) -> dict[int, Band]:
    """The nodes of which a reader decides the strength: 0 for rejected claims, 1 for accepted.

    Raises KeyError for an unknown claim and ValueError for one that is both.
    """
    against, for_ = graph.nodes_of(rejected), graph.nodes_of(accepted)
    for node in sorted(against & for_):
        raise ValueError(f"claim {graph.claims[node]!r} is both rejected and accepted")
    return dict.fromkeys(against, ZERO) | dict.fromkeys(for_, ONE)


def settle(bounds: Bounds, nodes: Collection[int], cyclic: bool) -> None:
    """Compute the bands of the nodes of one component, those of all its inputs being final.

    Bounds on a component that converges too slowly are left wider than they could be; they
    still enclose every fixed point.
    """
    if not cyclic:
        for node in nodes:
            bounds.pass_once(node)
        return
    bounds.fix(nodes, Band(0.0, 1.0))
    stale = set(nodes)
    members = frozenset(nodes)
    work = _WORK[0] + _WORK[1] * len(nodes)
    sweeps, next_leap = 0, _FIRST_LEAP
    while stale and work > 0:
        work -= bounds.sweep(nodes, stale)
        stale &= members
        sweeps += 1
        if stale and sweeps == next_leap and len(nodes) <= _LARGEST_LEAP:
            next_leap *= 2
            if leap(bounds, tuple(nodes)):
                stale = set(nodes)


def settle_all(
    bounds: Bounds, components: Iterable[tuple[int, ...]], fixed: Collection[int]
) -> None:
    """Settle components in the order given, leaving out the nodes that are fixed."""
    inputs = bounds.incidence.inputs
    for component in components:
        cyclic = len(component) > 1 or component[0] in inputs[component[0]]
        nodes = [node for node in component if node not in fixed] if fixed else component
        if nodes:
            settle(bounds, nodes, cyclic)


def weigh(
    framework: Framework,
    method: Method = "quadratic-energy",
    rejected: Iterable[str] = (),
    accepted: Iterable[str] = (),
) -> tuple[dict[str, Band], dict[str, Band]]:
    """The strength of every claim and the force of every link, by id.

    Raises ValueError for an unknown method and for a claim both rejected and accepted, and
    KeyError for an unknown claim among them.
    """
    graph = framework.incidence
    bounds = Bounds(graph, semantics_of(method))
    fixed = fixed_bands(graph, rejected, accepted)
    for node, band in fixed.items():
        bounds.fix([node], band)
    settle_all(bounds, graph.components, fixed)
    first_link = len(graph.claims)
    return (
        {claim: bounds.band(node) for node, claim in enumerate(graph.claims)},
        {link: bounds.band(node) for node, link in enumerate(graph.links, first_link)},
    )


def strength(
    framework: Framework,
    method: Method = "quadratic-energy",
    rejected: Iterable[str] = (),
    accepted: Iterable[str] = (),
) -> Mapping[str, Band]:
    """The strength of every claim, within [0, 1]; 0 for rejected claims and 1 for accepted ones.

    The method is the quadratic energy model (Potyka, KR 2018) or DF-QuAD (Rago et al., KR 2016),
    both extended with linked premises, of which the weakest counts, with relevance, and with
    undercuts. Outside cycles a band is one value. On a cycle it encloses every solution; where
    the bounds meet, there is only one.

    Raises ValueError for an unknown method and for a claim both rejected and accepted, and
    KeyError for an unknown claim among them.
    """
    return weigh(framework, method, rejected, accepted)[0]


def forces(
    framework: Framework,
    strengths: Mapping[str, Band],
    method: Method = "quadratic-energy",
) -> Mapping[str, Band]:
    """The force of every link, within [0, 1], given the strengths of the claims.

    For a support or a contradiction it is what the link adds to or takes from its target before
    the other links are counted, so it ranks reasons and objections. Raises ValueError for an
    unknown method and KeyError for a claim without a strength.
    """
    graph = framework.incidence
    bounds = Bounds(graph, semantics_of(method))
    for node, claim in enumerate(graph.claims):
        bounds.fix([node], strengths[claim])
    claims = frozenset(range(len(graph.claims)))
    settle_all(bounds, graph.components, claims)
    return {link: bounds.band(node) for node, link in enumerate(graph.links, len(claims))}
