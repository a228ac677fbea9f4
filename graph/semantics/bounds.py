"""Lower and upper bounds of every claim and link, tightened until they hold still."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from graph.semantics.band import Band
from graph.semantics.gradual import GradualSemantics
from graph.semantics.incidence import Incidence

Values = dict[int, float] | list[float]
"""A value for every node, or for those in question."""

_ROUNDING = 2.0**-50
"""More than the rounding error of one value."""


@dataclass
class Bounds:
    """Bounds on the nodes of a graph, in the making.

    A lower bound is computed from lower bounds of what helps and upper bounds of what hinders,
    an upper bound the other way round. From the ends the bounds then only ever move towards each
    other and never past a fixed point, so they enclose all fixed points at any moment.
    """

    incidence: Incidence
    semantics: GradualSemantics
    lower: Values = field(default_factory=dict)
    upper: Values = field(default_factory=dict)

    def band(self, node: int) -> Band:
        """The band of one node."""
        return Band(self.lower[node], self.upper[node])

    def floor(self, node: int) -> float:
        """The least that a node can be."""
        return self.semantics.least if node < len(self.incidence.claims) else 0.0

    def fix(self, node: int, band: Band) -> None:
        """Give a node a band by decree."""
        self.lower[node], self.upper[node] = band

    def open(self, nodes: Iterable[int]) -> None:
        """Give nodes the widest bands that they can have."""
        lower, upper, claims = self.lower, self.upper, len(self.incidence.claims)
        least = self.semantics.least
        for node in nodes:
            lower[node] = least if node < claims else 0.0
            upper[node] = 1.0

    def lower_from(self, node: int) -> float:
        """The lower bound of a node that follows from the bounds of its inputs.

        Rounded outwards, because a slow cycle adds up the rounding errors of many rounds.
        """
        return self._value(node, self.lower, self.upper) - _ROUNDING

    def upper_from(self, node: int) -> float:
        """The upper bound of a node that follows from the bounds of its inputs."""
        return self._value(node, self.upper, self.lower) + _ROUNDING

    def _value(self, node: int, helping: Values, hindering: Values) -> float:
        graph, semantics = self.incidence, self.semantics
        weight = graph.weights[node]
        hinders = [hindering[other] for other in graph.hindering[node]]
        if node in graph.opposing:
            premise = min([hindering[other] for other in graph.opposing[node]])
            return semantics.condition(weight, premise, hinders)
        helps = [helping[other] for other in graph.helping[node]]
        if node < len(graph.claims):
            return semantics.claim(weight, helps, hinders)
        return semantics.force(weight, min(helps), hinders)

    def pass_once(self, node: int) -> None:
        """Compute a node whose inputs are final, without rounding outwards."""
        lower, upper, graph = self.lower, self.upper, self.incidence
        helps = graph.helping[node]
        if len(helps) == 1 and node >= len(graph.claims) and not graph.hindering[node]:
            # As in `sweep`.
            [premise], weight = helps, graph.weights[node]
            lower[node] = weight * lower[premise] if lower[premise] > 0.0 else 0.0
            upper[node] = weight * upper[premise] if upper[premise] > 0.0 else 0.0
            return
        lower[node] = upper[node] = self._value(node, lower, upper)
        for other in self.incidence.inputs[node]:
            if lower[other] != upper[other]:
                upper[node] = self._value(node, upper, lower)
                break

    def sweep(self, nodes: Collection[int], stale: set[int]) -> int:
        """Tighten, in the order of `nodes`, those that are stale.

        `stale` is updated: nodes done leave it, and nodes of which an input moved enter it.
        Returns how many nodes were computed.
        """
        graph, lower, upper, value = self.incidence, self.lower, self.upper, self._value
        helping, hindering, weights = graph.helping, graph.hindering, graph.weights
        claims, dependents = len(graph.claims), graph.dependents
        computed = 0
        for node in nodes:
            if node not in stale:
                continue
            stale.discard(node)
            computed += 1
            if node >= claims and len(helping[node]) == 1 and not hindering[node]:
                # What most nodes are by far: a link with one premise, about which nobody has a
                # doubt. It has that force in every semantics.
                [premise] = helping[node]
                weight = weights[node]
                low = (weight * lower[premise] if lower[premise] > 0.0 else 0.0) - _ROUNDING
                high = (weight * upper[premise] if upper[premise] > 0.0 else 0.0) + _ROUNDING
            else:
                low = value(node, lower, upper) - _ROUNDING
                high = value(node, upper, lower) + _ROUNDING
            # Rounding after a long step could turn a bound back; it must not.
            forward, back = low > lower[node], high < upper[node]
            if forward or back:
                if forward:
                    lower[node] = low
                if back:
                    upper[node] = high
                stale.update(dependents[node])
        return computed
