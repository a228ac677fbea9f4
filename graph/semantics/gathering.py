"""What many forces come to together when a few of them change, without reading all of them again.

Forces come to a force that can be taken together with others: in which groups they are taken does
not matter. So what groups of them come to is kept, and groups of groups, and a change of one is a
change of one group of each size. With n forces that takes time in proportion to log n.
"""

from collections.abc import Callable, Mapping, Sequence

from graph.semantics.balance import Balance, accrued
from graph.semantics.band import Band
from graph.semantics.incidence import Incidence
from graph.semantics.sides import Sides

MANY = 64
"""With fewer inputs than this, reading all of them is quicker."""
_GROUP = 16

_Together = Callable[[Sequence[float]], float]


class Gathering:
    """Many forces, in groups of groups."""

    def __init__(self, forces: Sequence[float], together: _Together) -> None:
        self._together = together
        self._levels = [list(forces)]
        while len(self._levels[-1]) > 1:
            below = self._levels[-1]
            starts = range(0, len(below), _GROUP)
            self._levels.append([together(below[at : at + _GROUP]) for at in starts])

    def with_changed(self, forces: Mapping[int, float]) -> float:
        """What all come to when those at these places are others; 0 for no forces at all."""
        changed = forces
        for level in self._levels[:-1]:
            groups: dict[int, list[float]] = {}
            for place, force in changed.items():
                at = place // _GROUP
                if at not in groups:
                    groups[at] = level[at * _GROUP : (at + 1) * _GROUP]
                groups[at][place % _GROUP] = force
            changed = {at: self._together(group) for at, group in groups.items()}
        return changed.get(0, self._levels[-1][0]) if self._levels[-1] else 0.0


class _Inputs:
    """The links that help a node, or those that hinder it, with their bands."""

    def __init__(self, nodes: Sequence[int], bands: Sequence[Band], together: _Together) -> None:
        self._places = {node: place for place, node in enumerate(nodes)}
        self._lower, self._upper = (
            Gathering([bands[node][end] for node in nodes], together) for end in (0, 1)
        )
        self.before = self._with({})

    def _with(self, bands: Mapping[int, Band]) -> Band:
        lower = self._lower.with_changed({place: band.lower for place, band in bands.items()})
        upper = self._upper.with_changed({place: band.upper for place, band in bands.items()})
        return Band(lower, upper)

    def after(self, changed: Mapping[int, Band]) -> Band:
        """What they come to together, given the bands of the nodes that change."""
        places = self._places
        if len(changed) < len(places):
            found = {places[node]: band for node, band in changed.items() if node in places}
        else:
            found = {places[node]: changed[node] for node in places if node in changed}
        return self._with(found) if found else self.before


class Hub:
    """A claim with many links at it, or a link with many undercuts, in a weighed framework.

    Where what its inputs come to does not change, neither does the node, not even by rounding.
    """

    def __init__(
        self, graph: Incidence, node: int, semantics: Balance, bands: Sequence[Band]
    ) -> None:
        self._node, self._semantics, self._before = node, semantics, bands[node]
        self._weight = graph.weights[node]
        self._claim, self._condition = node < len(graph.claims), node in graph.opposing
        helps, helping = graph.opposing.get(node, graph.helping[node]), semantics.together
        hindering = semantics.together
        if not self._claim:
            helping, hindering = min, accrued
        self._helping = _Inputs(helps, bands, helping)
        self._hindering = _Inputs(graph.hindering[node], bands, hindering)

    def sides(self, changed: Mapping[int, Band], before: Sides) -> Sides:
        """The sides of a claim, given the bands of the nodes that change and what they were."""
        carried, taken = before
        helped, hindered = self._helping.after(changed), self._hindering.after(changed)
        if helped != self._helping.before:
            carried = Band(*(self._semantics.carried(self._weight, [each]) for each in helped))
        if hindered != self._hindering.before:
            taken = hindered
        return Sides(carried, taken)

    def band(self, changed: Mapping[int, Band]) -> Band:
        """The band of the node, given the bands of the nodes that change."""
        helped, hindered = self._helping.after(changed), self._hindering.after(changed)
        if (helped, hindered) == (self._helping.before, self._hindering.before):
            return self._before
        if self._condition:
            helped = Band(helped.upper, helped.lower)
        return Band(
            self._value(helped.lower, hindered.upper), self._value(helped.upper, hindered.lower)
        )

    def _value(self, helped: float, hindered: float) -> float:
        if self._claim:
            return self._semantics.claim(self._weight, [helped], [hindered])
        if self._condition:
            return self._semantics.condition(self._weight, helped, [hindered])
        return self._semantics.force(self._weight, helped, [hindered])


class Hubs:
    """The nodes with many inputs, of those that no cycle goes through, made when first met."""

    def __init__(self, graph: Incidence, semantics: Balance, bands: Sequence[Band]) -> None:
        self._graph, self._semantics, self._bands = graph, semantics, bands
        self._found: dict[int, Hub] = {}

    def get(self, node: int) -> Hub | None:
        """A node as a hub; None where reading all of its inputs is quicker."""
        if len(self._graph.inputs[node]) < MANY or node in self._graph.cyclic:
            return None
        if node not in self._found:
            self._found[node] = Hub(self._graph, node, self._semantics, self._bands)
        return self._found[node]
