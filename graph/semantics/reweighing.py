"""Weighing again what lies downstream of a few nodes that are fixed, with a bound to the work."""

from collections.abc import Callable, Iterable, Mapping
from heapq import heapify, heappop, heappush

from graph.errors import BetoogError
from graph.semantics.assessment import Assessment
from graph.semantics.band import Band
from graph.semantics.bounds import Bounds
from graph.semantics.methods import balance_of
from graph.semantics.solving import settle_all

_INPUTS = 64
"""So many inputs of a node are read in the time in which another node is computed."""
_SWEEPS = 4
"""A cycle is gone through at least so often, or it is not worth beginning with."""


class TooMuchWorkError(BetoogError):
    """An answer would take more work than it may."""


class Reweighing:
    """A framework that was weighed, to be weighed again as far as each question needs it.

    The bands of all nodes are laid out once and put back after every question, so that a question
    takes time in proportion to what changes. `spent` counts the values computed for all of them.
    """

    def __init__(self, assessment: Assessment) -> None:
        self.spent = 0
        self.assessment = assessment
        self._graph = assessment.framework.incidence
        self._bounds = Bounds(self._graph, balance_of(assessment.weighing.accounting))
        for node, band in enumerate(assessment.bands):
            self._bounds.fix(node, band)

    def after(
        self,
        fixed: Mapping[int, Band],
        goal: int | None = None,
        within: frozenset[int] | None = None,
        most: int | None = None,
        narrowed: Callable[[int, Band], bool] = lambda node, band: False,
    ) -> dict[int, Band]:
        """New bands of all nodes, claims and links, that change at all when these are fixed.

        With a `goal`, a node, those are left out that cannot bear on it any more, and with
        `within`, a set of nodes closed under taking inputs, those outside it.
        Follows changes through components in their order and stops where nothing changes.
        `narrowed` is told of every node, with its new band, through which alone anything further
        on changes; where it says so, that is left out.

        Raises:
            TooMuchWorkError: it takes more than the work of computing `most` values.
        """
        touched = list(fixed)
        try:
            return self._after(fixed, goal, within, most, narrowed, touched)
        finally:
            for node in touched:
                self._bounds.fix(node, self.assessment.bands[node])

    def _after(
        self,
        fixed: Mapping[int, Band],
        goal: int | None,
        within: frozenset[int] | None,
        most: int | None,
        narrowed: Callable[[int, Band], bool],
        touched: list[int],
    ) -> dict[int, Band]:
        graph, bounds, before = self._graph, self._bounds, self.assessment.bands
        last = len(graph.components) if goal is None else graph.component_of[goal]
        for node, band in fixed.items():
            bounds.fix(node, band)
        after = {node: band for node, band in fixed.items() if band != before[node]}
        queued = self._followers(after, within)
        waiting = list(queued)
        heapify(waiting)
        while waiting:
            place = heappop(waiting)
            if place > last:
                break
            component = graph.components[place]
            if most is not None and len(component) > 1 and _SWEEPS * len(component) > most:
                raise TooMuchWorkError
            touched.extend(component)
            hub = self.assessment.hubs.get(component[0])
            if hub is None:
                spent = settle_all(bounds, [component], fixed, most)
                spent += sum(len(graph.inputs[node]) for node in component) // _INPUTS
            else:
                spent = 1
                if component[0] not in fixed:
                    bounds.fix(component[0], hub.band(after))
            self.spent += spent
            if most is not None:
                most -= spent
                if most < 0:
                    raise TooMuchWorkError
            moved = [
                node
                for node in component
                if node not in fixed and bounds.band(node) != before[node]
            ]
            after.update((node, bounds.band(node)) for node in moved)
            alone = not waiting and len(component) == 1
            if alone and moved and narrowed(moved[0], after[moved[0]]):
                break
            for place in self._followers(moved, within) - queued:
                queued.add(place)
                heappush(waiting, place)
        return after

    def _followers(self, nodes: Iterable[int], within: frozenset[int] | None) -> set[int]:
        graph = self._graph
        return {
            graph.component_of[follower]
            for node in nodes
            for follower in graph.dependents[node]
            if within is None or follower in within
        }
