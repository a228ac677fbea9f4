"""What changes when claims are rejected, or accepted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from graph.semantics.assessment import Assessment, standing_at
from graph.semantics.band import Band
from graph.semantics.bounds import Bounds
from graph.semantics.methods import balance_of
from graph.semantics.sides import Sides, sides_at
from graph.semantics.solving import fixed_bands, settle_all
from graph.semantics.standing import Standing

NOTICEABLE = 1e-9
"""The least difference in balance that counts as a change."""


@dataclass(frozen=True)
class Change:
    """What a decision does to one claim: balance, standing and sides, before and after."""

    id: str
    before: Band
    after: Band
    standing: tuple[Standing, Standing]
    sides: tuple[Sides, Sides]

    @property
    def delta(self) -> float:
        """How far the middle of the band moves, within [-2, 2]."""
        return self.after.midpoint - self.before.midpoint


def reject(
    assessment: Assessment,
    ids: Iterable[str],
    accepted: Iterable[str] = (),
) -> tuple[Change, ...]:
    """Fix the balance of these claims at -1 and weigh again what lies downstream of them.

    That of the claims `accepted` with them is fixed at 1. The result has every claim of which
    the band changes, those fixed included, in order of the size of the change and then of id.
    It takes time in proportion to what changes, not to the framework. Raises KeyError for an
    unknown claim and ValueError for one that is both rejected and accepted.
    """
    graph = assessment.framework.incidence
    least = balance_of(assessment.weighing.accounting).least
    after = reweigh(assessment, fixed_bands(graph, ids, accepted, least))
    changes = [change_at(assessment, node, after) for node in after if node < len(graph.claims)]
    return tuple(
        sorted(
            (change for change in changes if _noticeable(change)),
            # Rounded, so that rounding errors do not decide between equal changes.
            key=lambda change: (-round(abs(change.delta), 12), change.id),
        )
    )


def _noticeable(change: Change) -> bool:
    moves = (abs(new - old) for new, old in zip(change.after, change.before, strict=True))
    return max(moves) > NOTICEABLE


def change_at(assessment: Assessment, node: int, after: Mapping[int, Band]) -> Change:
    """The change of the claim at a node to what `after` gives the nodes that change."""
    graph, weighing = assessment.framework.incidence, assessment.weighing
    claim = graph.claims[node]

    def band(other: int) -> Band:
        found = after.get(other)
        return weighing.band(graph, other) if found is None else found

    new = standing_at(graph, node, assessment.kinds, band)
    sides = sides_at(graph, node, balance_of(weighing.accounting), band)
    return Change(
        claim,
        assessment.balances[claim],
        band(node),
        (assessment.standings[claim], new),
        (assessment.sides[claim], sides),
    )


def reweigh(
    assessment: Assessment, fixed: Mapping[int, Band], within: frozenset[int] | None = None
) -> dict[int, Band]:
    """New bands of all nodes, claims and links, that change at all when these are fixed.

    With `within`, a set of nodes closed under taking inputs, those outside it are left out.
    Follows changes through components in their order and stops where nothing changes.
    """
    graph, weighing = assessment.framework.incidence, assessment.weighing
    bounds = Bounds(graph, balance_of(weighing.accounting))

    def before(node: int) -> Band:
        return weighing.band(graph, node)

    def followers(nodes: Iterable[int]) -> set[int]:
        return {
            graph.component_of[follower]
            for node in nodes
            for follower in graph.dependents[node]
            if within is None or follower in within
        }

    for node, band in fixed.items():
        bounds.fix(node, band)
    after = {node: band for node, band in fixed.items() if band != before(node)}
    queued = followers(after)
    waiting = list(queued)
    heapify(waiting)
    while waiting:
        component = graph.components[heappop(waiting)]
        for node in component:
            for other in graph.inputs[node]:
                if other not in bounds.lower:
                    bounds.fix(other, before(other))
        settle_all(bounds, [component], fixed)
        moved = [
            node for node in component if node not in fixed and bounds.band(node) != before(node)
        ]
        after.update((node, bounds.band(node)) for node in moved)
        for place in followers(moved) - queued:
            queued.add(place)
            heappush(waiting, place)
    return after
