"""The claims on which a thesis turns."""

from collections.abc import Iterable
from dataclasses import dataclass
from heapq import heappop, heappush

from graph.semantics.assessment import Assessment
from graph.semantics.band import Band
from graph.semantics.bounds import ZERO
from graph.semantics.framework import Framework
from graph.semantics.rejection import NOTICEABLE, changed, reweigh
from graph.semantics.standing import Standing


@dataclass(frozen=True)
class Crux:
    """A claim, what rejecting it adds to the strength of the thesis, and the thesis's standing.

    `delta` is the difference between the middles of the thesis's bands, within [-1, 1];
    `after` is its band without the claim; `standing` is its standing before and after.
    """

    id: str
    delta: float
    after: Band
    standing: tuple[Standing, Standing]


def cruxes(
    framework: Framework,
    assessment: Assessment,
    thesis: str,
    limit: int | None = None,
    tried: int | None = None,
) -> tuple[Crux, ...]:
    """The claims upstream of a thesis, by what rejecting each of them alone does to it.

    `assessment` is that of the framework. Claims that change the standing of the thesis come
    first, then those that move its strength most, then by id; claims that do not move it are
    left out. With `limit`, at most so many.

    Every claim that lies on a cycle with the thesis has the whole cycle weighed again, which
    for a large one adds up. With `tried`, only so many claims are rejected: those with the
    greatest force along the way, the product of the forces of the links on their best route to
    the thesis. Raises KeyError for an unknown thesis.
    """
    graph = framework.incidence
    goal = graph.claim_numbers[thesis]
    upstream = graph.upstream(goal)
    candidates: Iterable[int] = (
        node
        for node in sorted(upstream)
        if node != goal
        and node < len(graph.claims)
        # What weighs nothing is no loss.
        and assessment.strengths[graph.claims[node]].upper > 0.0
    )
    if tried is not None:
        candidates = list(candidates)
        if len(candidates) > tried:
            influence = influences(framework, assessment, thesis)
            candidates.sort(key=lambda node: (-influence[graph.claims[node]], node))
            del candidates[tried:]
    found: list[Crux] = []
    for node in candidates:
        after = reweigh(framework, assessment, {node: ZERO}, within=upstream)
        if goal not in after:
            continue
        change = changed(framework, assessment, goal, after[goal])
        if abs(change.delta) >= NOTICEABLE:
            crux = Crux(graph.claims[node], change.delta, change.after, change.standing)
            found.append(crux)
    # Rounded, so that rounding errors do not decide between equal differences.
    found.sort(key=lambda c: (c.standing[0] is c.standing[1], -round(abs(c.delta), 12), c.id))
    return tuple(found[:limit])


def influences(framework: Framework, assessment: Assessment, thesis: str) -> dict[str, float]:
    """The force of every upstream claim along the way to a thesis, within [0, 1].

    That is the product of the forces of the links on the route where it is greatest, undercuts
    included. The thesis has 1. Raises KeyError for an unknown thesis.
    """
    graph = framework.incidence
    first_link = len(graph.claims)
    best: dict[int, float] = {}
    waiting = [(-1.0, graph.claim_numbers[thesis])]
    while waiting:
        product, node = heappop(waiting)
        if node in best:
            continue
        best[node] = -product
        for other in graph.inputs[node]:
            if other in best:
                continue
            # A premise reaches its link undiminished; a link adds its own force.
            force = 1.0
            if other >= first_link:
                force = assessment.forces[graph.links[other - first_link]].upper
            heappush(waiting, (product * force, other))
    return {graph.claims[node]: value for node, value in best.items() if node < first_link}
