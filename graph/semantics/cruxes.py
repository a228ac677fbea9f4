"""The claims on which a thesis turns."""

from dataclasses import dataclass

from graph.semantics.assessment import Assessment
from graph.semantics.bounds import ZERO
from graph.semantics.framework import Framework
from graph.semantics.rejection import NOTICEABLE, changed, reweigh
from graph.semantics.standing import Standing


@dataclass(frozen=True)
class Crux:
    """A claim, what rejecting it adds to the strength of the thesis, and the thesis's standing.

    `delta` is the difference between the middles of the thesis's bands, within [-1, 1];
    `standing` is that of the thesis before and after.
    """

    id: str
    delta: float
    standing: tuple[Standing, Standing]


def cruxes(
    framework: Framework, assessment: Assessment, thesis: str, limit: int | None = None
) -> tuple[Crux, ...]:
    """The claims upstream of a thesis, by what rejecting each of them alone does to it.

    `assessment` is that of the framework. Claims that change the standing of the thesis come
    first, then those that move its strength most, then by id; claims that do not move it are
    left out. With `limit`, at most so many. Raises KeyError for an unknown thesis.
    """
    graph = framework.incidence
    goal = graph.claim_numbers[thesis]
    upstream = graph.upstream(goal)
    found: list[Crux] = []
    for node in sorted(upstream):
        if node == goal or node >= len(graph.claims):
            continue
        after = reweigh(framework, assessment, {node: ZERO}, within=upstream)
        if goal not in after:
            continue
        change = changed(framework, assessment, goal, after[goal])
        if abs(change.delta) >= NOTICEABLE:
            found.append(Crux(graph.claims[node], change.delta, change.standing))
    # Rounded, so that rounding errors do not decide between equal differences.
    found.sort(key=lambda c: (c.standing[0] is c.standing[1], -round(abs(c.delta), 12), c.id))
    return tuple(found[:limit])
