"""The claims on which a thesis turns, and what each of them does to it."""

from collections.abc import Iterable
from dataclasses import dataclass
from heapq import heappop, heappush

from graph.semantics.assessment import Assessment
from graph.semantics.band import Band
from graph.semantics.rejection import NOTICEABLE, Change, change_at, reweigh
from graph.semantics.standing import Standing

_REJECTED, _ACCEPTED = Band(-1.0, -1.0), Band(1.0, 1.0)


@dataclass(frozen=True)
class Crux:
    """A claim, what it does to the balance of a thesis, and the thesis without it.

    `effect` is the middle of the thesis's band with the claim accepted less that with it
    rejected, within [-2, 2]: above 0 the claim is on the side of the thesis, below 0 on the
    other. `change` is what rejecting the claim does to the thesis.
    """

    id: str
    effect: float
    change: Change

    @property
    def after(self) -> Band:
        """The band of the thesis with the claim rejected."""
        return self.change.after

    @property
    def standing(self) -> tuple[Standing, Standing]:
        """The standing of the thesis as it is, and with the claim rejected."""
        return self.change.standing


def crux_at(
    assessment: Assessment, node: int, goal: int, within: frozenset[int] | None = None
) -> Crux:
    """What the claim at a node does to the thesis at another.

    With `within`, a set of nodes closed under taking inputs, only those are weighed again.
    """
    graph = assessment.framework.incidence
    rejected = reweigh(assessment, {node: _REJECTED}, within)
    accepted = reweigh(assessment, {node: _ACCEPTED}, within)
    own = assessment.balances[graph.claims[goal]]
    change = change_at(assessment, goal, rejected)
    effect = accepted.get(goal, own).midpoint - change.after.midpoint
    return Crux(graph.claims[node], effect, change)


def cruxes(
    assessment: Assessment, thesis: str, limit: int | None = None, tried: int | None = None
) -> tuple[Crux, ...]:
    """The claims upstream of a thesis, by what each of them alone does to it.

    Claims of which the rejection changes the standing of the thesis come first, then those with
    the greatest effect, then by id; claims without effect are left out. With `limit`, at most so
    many.

    Every claim that lies on a cycle with the thesis has the whole cycle weighed again, which
    for a large one adds up. With `tried`, only so many claims are: those with the greatest force
    along the way, the product of the forces of the links on their best route to the thesis.
    Raises KeyError for an unknown thesis.
    """
    graph = assessment.framework.incidence
    goal = graph.claim_numbers[thesis]
    upstream = graph.upstream(goal)
    candidates: Iterable[int] = (
        node for node in sorted(upstream) if node != goal and node < len(graph.claims)
    )
    if tried is not None:
        candidates = list(candidates)
        if len(candidates) > tried:
            influence = influences(assessment, thesis)
            candidates.sort(key=lambda node: (-influence[graph.claims[node]], node))
            del candidates[tried:]
    found = [crux_at(assessment, node, goal, upstream) for node in candidates]
    # Rounded, so that rounding errors do not decide between equal effects.
    return tuple(
        sorted(
            (crux for crux in found if abs(crux.effect) >= NOTICEABLE),
            key=lambda c: (c.standing[0] is c.standing[1], -round(abs(c.effect), 12), c.id),
        )[:limit]
    )


def influences(assessment: Assessment, thesis: str) -> dict[str, float]:
    """The force of every upstream claim along the way to a thesis, within [0, 1].

    That is the product of the forces of the links on the route where it is greatest, undercuts
    included. The thesis has 1. Raises KeyError for an unknown thesis.
    """
    graph = assessment.framework.incidence
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
