"""What changes when claims are rejected, or accepted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from graph.semantics.assessment import Assessment
from graph.semantics.band import Band
from graph.semantics.bounds import Bounds
from graph.semantics.framework import Framework
from graph.semantics.methods import semantics_of
from graph.semantics.standing import Standing, standing
from graph.semantics.strength import fixed_bands, settle_all

NOTICEABLE = 1e-9
"""The least difference in strength that counts as a change."""


@dataclass(frozen=True)
class Change:
    """What a decision does to one claim: its strength and its standing, before and after."""

    id: str
    before: Band
    after: Band
    standing: tuple[Standing, Standing]

    @property
    def delta(self) -> float:
        """How far the middle of the band moves, within [-1, 1]."""
        return self.after.midpoint - self.before.midpoint


def reject(
    framework: Framework,
    assessment: Assessment,
    ids: Iterable[str],
    accepted: Iterable[str] = (),
) -> tuple[Change, ...]:
    """Fix the strength of these claims at 0 and weigh again what lies downstream of them.

    That of the claims `accepted` with them is fixed at 1. `assessment` is that of the framework.
    The result has every claim of which the band changes, those fixed included, in order of the
    size of the change and then of id. It takes time in proportion to what changes, not to the
    framework. Raises KeyError for an unknown claim and ValueError for one that is both rejected
    and accepted.
    """
    fixed = fixed_bands(framework.incidence, ids, accepted)
    changes = [
        changed(framework, assessment, node, band, node in fixed)
        for node, band in reweigh(framework, assessment, fixed).items()
    ]
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


def changed(
    framework: Framework, assessment: Assessment, node: int, after: Band, fixed: bool = False
) -> Change:
    """The change of one claim to a new band. A claim of fixed strength counts as argued."""
    graph = framework.incidence
    claim = graph.claims[node]
    new = standing(after, framework.base_scores[claim], fixed or graph.argued(node))
    return Change(claim, assessment.strengths[claim], after, (assessment.standings[claim], new))


def reweigh(
    framework: Framework,
    assessment: Assessment,
    fixed: Mapping[int, Band],
    within: frozenset[int] | None = None,
) -> dict[int, Band]:
    """New bands of all claims, as nodes, that change at all when these nodes are fixed.

    With `within`, a set of nodes closed under taking inputs, claims outside it are left out.
    Follows changes through components in their order and stops where nothing changes.
    """
    graph = framework.incidence
    first_link = len(graph.claims)
    bounds = Bounds(graph, semantics_of(assessment.primary.method))

    def before(node: int) -> Band:
        if node < first_link:
            return assessment.strengths[graph.claims[node]]
        return assessment.forces[graph.links[node - first_link]]

    def followers(nodes: Iterable[int]) -> set[int]:
        return {
            graph.component_of[follower]
            for node in nodes
            for follower in graph.dependents[node]
            if within is None or follower in within
        }

    for node, band in fixed.items():
        bounds.fix([node], band)
    after = {node: band for node, band in fixed.items() if band != before(node)}
    queued = followers(after)
    waiting = list(queued)
    heapify(waiting)
    while waiting:
        component = graph.components[heappop(waiting)]
        for node in component:
            for other in graph.inputs[node]:
                if other not in bounds.lower:
                    bounds.fix([other], before(other))
        settle_all(bounds, [component], fixed)
        moved = [
            node for node in component if node not in fixed and bounds.band(node) != before(node)
        ]
        after.update((node, bounds.band(node)) for node in moved)
        for place in followers(moved) - queued:
            queued.add(place)
            heappush(waiting, place)
    return {node: band for node, band in after.items() if node < first_link}
