"""Weighing again what lies downstream of a few nodes that are fixed, with a bound to the work."""

from collections.abc import Callable, Iterable, Mapping
from heapq import heappop, heappush

from graph.errors import BetoogError
from graph.semantics.assessment import Assessment
from graph.semantics.band import Band
from graph.semantics.bounds import Bounds
from graph.semantics.gathering import MANY
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
        weighing = assessment.weighing
        self._bounds = Bounds(
            self._graph,
            balance_of(weighing.accounting),
            list(weighing.lower),
            list(weighing.upper),
        )
        self._before = assessment.bands
        self._readings: dict[int, int] = {}
        self._ways_out: dict[int, tuple[int, ...]] = {}

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
            lower, upper, before = self._bounds.lower, self._bounds.upper, self._before
            for node in touched:
                lower[node], upper[node] = before[node]

    def _after(
        self,
        fixed: Mapping[int, Band],
        goal: int | None,
        within: frozenset[int] | None,
        most: int | None,
        narrowed: Callable[[int, Band], bool],
        touched: list[int],
    ) -> dict[int, Band]:
        graph, bounds, before = self._graph, self._bounds, self._before
        place_of, dependents, cyclic = graph.component_of, graph.dependents, graph.cyclic
        components = graph.components
        last = len(graph.components) if goal is None else place_of[goal]
        for node, band in fixed.items():
            bounds.fix(node, band)
        after = {node: band for node, band in fixed.items() if band != before[node]}
        waiting: list[int] = []
        queued: set[int] = set()
        moved: Iterable[int] = after
        while True:
            for node in moved:
                for follower in dependents[node]:
                    place = place_of[follower]
                    if place not in queued and (within is None or follower in within):
                        queued.add(place)
                        heappush(waiting, place)
            if not waiting or (place := heappop(waiting)) > last:
                break
            component = components[place]
            node = component[0]
            if node not in cyclic:
                moved = component if node not in fixed and self._changes(node, after) else ()
                touched.append(node)
                spent, alone = 1, True
            else:
                alone = len(component) == 1
                if goal is not None and not fixed.keys().isdisjoint(component):
                    component = self._leading_on(place, fixed, goal)
                    if not component:
                        moved = ()
                        continue
                if most is not None and not alone and _SWEEPS * len(component) > most:
                    raise TooMuchWorkError
                spent = settle_all(bounds, [component], fixed, most) + self._reading(place)
                lower, upper = bounds.lower, bounds.upper
                moved = [
                    node
                    for node in component
                    if (lower[node], upper[node]) != before[node] and node not in fixed
                ]
                after.update({node: Band(lower[node], upper[node]) for node in moved})
                touched.extend(component)
            self.spent += spent
            if most is not None:
                most -= spent
                if most < 0:
                    raise TooMuchWorkError
            if alone and moved and not waiting and narrowed(component[0], after[component[0]]):
                break
        return after

    def _leading_on(self, place: int, fixed: Mapping[int, Band], goal: int) -> tuple[int, ...]:
        """The nodes of a cycle that bear on the goal, or on what comes after the cycle, by a way on
        which none is fixed: a circle is cut there, and what lies behind it leads nowhere else."""
        graph = self._graph
        inputs, place_of, component = graph.inputs, graph.component_of, graph.components[place]
        waiting = [goal] if place_of[goal] == place else list(self._exits(place))
        found = set(waiting) - fixed.keys()
        waiting = list(found)
        while waiting:
            for node in inputs[waiting.pop()]:
                if node not in found and node not in fixed and place_of[node] == place:
                    found.add(node)
                    waiting.append(node)
        return tuple(node for node in component if node in found)

    def _exits(self, place: int) -> tuple[int, ...]:
        """The nodes of a cycle on which something after it depends."""
        if place not in self._ways_out:
            dependents, place_of = self._graph.dependents, self._graph.component_of
            self._ways_out[place] = tuple(
                node
                for node in self._graph.components[place]
                if any(place_of[follower] != place for follower in dependents[node])
            )
        return self._ways_out[place]

    def _reading(self, place: int) -> int:
        """In how many computed values the inputs of a cycle are read once."""
        inputs, component = self._graph.inputs, self._graph.components[place]
        if place not in self._readings:
            self._readings[place] = sum(len(inputs[node]) for node in component) // _INPUTS
        return self._readings[place]

    def _changes(self, node: int, after: dict[int, Band]) -> bool:
        """Compute a node that no cycle goes through, and note its band if it is another."""
        bounds = self._bounds
        many = len(self._graph.inputs[node]) >= MANY
        hub = self.assessment.hubs.get(node) if many else None
        if hub is None:
            bounds.pass_once(node)
        else:
            bounds.fix(node, hub.band(after))
        band = bounds.band(node)
        if band == self._before[node]:
            return False
        after[node] = band
        return True
