"""Weighing a large framework: many claims and links at once, each computed as it is alone.

What all inputs are known of is computed together, a layer at a time. The values are the same to
the last bit as where nodes are computed one by one: every product is taken in the order of its
factors, one factor of many products at a time. What lies on a cycle is settled as it is in a small
framework.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import prod

import numpy as np

from graph.semantics.balance import ACCRUAL, Balance
from graph.semantics.bounds import Bounds
from graph.semantics.columns import Columns, Floats, Numbers, Rows
from graph.semantics.incidence import Incidence, in_order, strongly_connected_components
from graph.semantics.solving import settle

_HUB = 64
"""A node with more inputs than this is computed by itself: its row is long enough."""


def solve_wide(columns: Columns, semantics: Balance) -> tuple[list[float], list[float]]:
    """The lower and the upper bounds of all nodes, as `graph.semantics.solving.solve` has them."""
    found = _Wide(columns, semantics)
    found.solve()
    return found.lower.tolist(), found.upper.tolist()


class _Wide:
    """The bounds of all nodes, in the making."""

    def __init__(self, columns: Columns, semantics: Balance) -> None:
        self.columns = columns
        self.semantics = semantics
        self.lower, self.upper = np.zeros(columns.size), np.zeros(columns.size)
        helping, hindering = columns.helping.starts, columns.hindering.starts
        self._inputs = np.diff(helping) + np.diff(hindering)
        """How many inputs each node waits for, and a cycle as a whole, at its first node."""
        self._exact = True
        """Whether no band is wider than its rounding so far."""
        self._known = np.zeros(columns.size, np.bool_)
        self._of = np.arange(columns.size)
        """The first node of the cycles that each node is on; for all others, the node."""
        self._cycles: dict[int, tuple[int, ...]] = {}

    def solve(self) -> None:
        """Compute everything, layer by layer."""
        self._layers(np.flatnonzero(self._inputs == 0))
        rest = np.flatnonzero(~self._known)
        if len(rest):
            self._find_cycles(rest)
            self._layers(rest[(self._inputs[rest] == 0) & (self._of[rest] == rest)])

    def _layers(self, ready: Numbers) -> None:
        around = _Surroundings(self.columns, self._cycles)
        cyclic = np.zeros(self.columns.size, np.bool_)
        cyclic[list(self._cycles)] = True
        while len(ready):
            alone = ready[~cyclic[ready]]
            done = [alone]
            self._compute(alone)
            for first in ready[cyclic[ready]].tolist():
                self._exact = False
                members = self._cycles[first]
                around.settle(members, self)
                done.append(np.array(members))
            new = np.concatenate(done)
            self._known[new] = True
            ready = self._awaited(new)

    def _awaited(self, new: Numbers) -> Numbers:
        """What waited for these nodes alone."""
        dependents = self._of[self.columns.dependents.of_nodes(new)]
        followers, times = np.unique(dependents, return_counts=True)
        self._inputs[followers] -= times
        ready: Numbers = followers[(self._inputs[followers] == 0) & ~self._known[followers]]
        return ready

    def _find_cycles(self, rest: Numbers) -> None:
        """Find the cycles among the nodes that are left, each of which depends on one."""
        columns, of = self.columns, self._of
        both = (columns.helping, columns.hindering)
        rows = np.concatenate([np.repeat(rest, np.diff(each.starts)[rest]) for each in both])
        inputs = np.concatenate([each.of_nodes(rest) for each in both])
        waiting = ~self._known[inputs]
        rows, inputs = rows[waiting], inputs[waiting]
        # A link that waits for one claim alone is on a cycle when that and its target are.
        first = len(columns.claims)
        passed = np.zeros(columns.size, np.bool_)
        passed[rest] = (np.bincount(rows, minlength=columns.size)[rest] == 1) & (rest >= first)
        passed[rows[inputs >= first]] = False
        source = np.arange(columns.size)
        source[rows[passed[rows]]] = inputs[passed[rows]]
        nodes = rest[~passed[rest]]
        place = np.zeros(columns.size, np.intp)
        place[nodes] = np.arange(len(nodes))
        kept = ~passed[rows]
        found = Rows.of(place[rows[kept]], place[source[inputs[kept]]], len(nodes))
        lists = _Lists(found)
        cycles = [
            nodes[list(component)]
            for component in strongly_connected_components(lists)
            if len(component) > 1 or component[0] in lists[component[0]]
        ]
        on = np.full(columns.size, -1)
        for number, members in enumerate(cycles):
            on[members] = number
        links = rest[passed[rest]]
        targets = columns.dependents.nodes[columns.dependents.starts[links]]
        through = (on[targets] >= 0) & (on[targets] == on[source[links]])
        on[links[through]] = on[targets[through]]
        cyclic = np.flatnonzero(on >= 0)
        order = cyclic[np.argsort(on[cyclic], kind="stable")]
        for members in np.split(order, np.flatnonzero(np.diff(on[order])) + 1):
            self._cycles[members[0].item()] = tuple(members.tolist())
            of[members] = members[0]
        crossing = of[rows] != of[inputs]
        ends = of[rows[crossing]]
        self._inputs[rest] = np.bincount(ends, minlength=columns.size)[rest]

    def _compute(self, nodes: Numbers) -> None:
        first = len(self.columns.claims)
        claims = nodes < first
        for some, value in ((nodes[claims], self._claims), (nodes[~claims], self._forces)):
            if len(some):
                self.lower[some] = value(some, self.lower, self.upper)
                self.upper[some] = (
                    self.lower[some] if self._exact else value(some, self.upper, self.lower)
                )

    def _claims(self, nodes: Numbers, helping: Floats, hindering: Floats) -> Floats:
        columns, weights = self.columns, self.columns.weights[nodes]
        carried = self._together(columns.helping, nodes, helping, weights)
        taken = self._together(columns.hindering, nodes, hindering, np.zeros(len(nodes)))
        return carried - taken

    def _together(self, rows: Rows, nodes: Numbers, values: Floats, own: Floats) -> Floats:
        """What several forces come to together, with one of each node's own."""
        if self.semantics is not ACCRUAL:
            return _folded(rows, nodes, values, own, np.maximum, max)
        argued = rows.starts[nodes + 1] > rows.starts[nodes]
        left = _folded(rows, nodes, values, 1.0 - own, _lessened, _remainder)
        return np.where(argued, 1.0 - left, own)

    def _forces(self, nodes: Numbers, helping: Floats, hindering: Floats) -> Floats:
        columns = self.columns
        conditions = columns.conditions[nodes]
        infinite = np.full(len(nodes), np.inf)
        premise = _folded(columns.helping, nodes, helping, infinite, np.minimum, min)
        if conditions.any():
            opposed = nodes[conditions]
            most = infinite[: len(opposed)]
            premise[conditions] = -_folded(
                columns.helping, opposed, hindering, most, np.minimum, min
            )
        ones = np.ones(len(nodes))
        left = _folded(columns.hindering, nodes, hindering, ones, _lessened, _remainder)
        force = columns.weights[nodes] * left * premise
        return np.where(premise > 0.0, force, 0.0)


class _Lists:
    """Rows as lists, none of which is kept: so many at once would be gone through again and again
    when memory is tidied up."""

    def __init__(self, rows: Rows) -> None:
        self._starts: list[int] = rows.starts.tolist()
        self._nodes: list[int] = rows.nodes.tolist()

    def __getitem__(self, row: int) -> list[int]:
        return self._nodes[self._starts[row] : self._starts[row + 1]]

    def __len__(self) -> int:
        return len(self._starts) - 1


def _lessened(left: Floats, forces: Floats) -> Floats:
    """What is left of each when a force takes its part."""
    return left * (1.0 - forces)


def _remainder(values: Sequence[float]) -> float:
    """The same for one, and many forces."""
    left, *forces = values
    return prod([left, *(1.0 - force for force in forces)])


def _folded(
    rows: Rows,
    nodes: Numbers,
    values: Floats,
    own: Floats,
    two: Callable[[Floats, Floats], Floats],
    many: Callable[[list[float]], float],
) -> Floats:
    """The value of each node's own and those in its row, taken together from left to right."""
    found = own.copy()
    starts = rows.starts[nodes]
    lengths = rows.starts[nodes + 1] - starts
    if lengths.max() > _HUB:
        for place in (lengths > _HUB).nonzero()[0].tolist():
            row = rows.nodes[starts[place] : starts[place] + lengths[place]]
            found[place] = many([found[place].item(), *values[row].tolist()])
            lengths[place] = 0
    at = lengths.nonzero()[0]
    step = 0
    while len(at):
        found[at] = two(found[at], values[rows.nodes[starts[at] + step]])
        step += 1
        at = at[lengths[at] > step]
    return found


@dataclass
class _Surroundings:
    """The cycles of a large framework with their inputs, as a small one."""

    columns: Columns
    cycles: dict[int, tuple[int, ...]]

    def __post_init__(self) -> None:
        columns = self.columns
        members = [node for each in self.cycles.values() for node in each]
        inputs = {
            other
            for node in members
            for other in (*columns.helping.row(node), *columns.hindering.row(node))
        }
        self.nodes = sorted(inputs.union(members))
        number = {node: place for place, node in enumerate(self.nodes)}
        self._number = number
        size, within = len(self.nodes), set(members)
        first = len(columns.claims)

        def row(rows: Rows, node: int) -> tuple[int, ...]:
            return tuple(number[other] for other in rows.row(node) if node in within)

        conditions = [node for node in members if columns.conditions[node]]
        opposing = {number[node]: row(columns.helping, node) for node in conditions}
        helping = [
            () if columns.conditions[node] else row(columns.helping, node) for node in self.nodes
        ]
        hindering = [row(columns.hindering, node) for node in self.nodes]
        dependents: list[list[int]] = [[] for _ in range(size)]
        for node in range(size):
            for other in (*helping[node], *hindering[node], *opposing.get(node, ())):
                dependents[other].append(node)
        self.graph = Incidence(
            tuple(columns.claims[node] for node in self.nodes if node < first),
            tuple(columns.links[node - first] for node in self.nodes if node >= first),
            tuple(columns.weights[self.nodes].tolist()),
            tuple(helping),
            tuple(hindering),
            opposing,
            tuple(map(tuple, dependents)),
        )

    def settle(self, cycle: tuple[int, ...], wide: _Wide) -> None:
        """Settle a cycle of which all inputs are known."""
        graph, number = self.graph, self._number
        members = [number[node] for node in cycle]
        around = {other for node in members for other in graph.inputs[node]}.union(members)
        bounds = Bounds(graph, wide.semantics)
        for place in around:
            node = self.nodes[place]
            bounds.lower[place] = wide.lower[node].item()
            bounds.upper[place] = wide.upper[node].item()
        settle(bounds, in_order(members, graph.inputs), cyclic=True)
        for node, place in zip(cycle, members, strict=True):
            wide.lower[node], wide.upper[node] = bounds.lower[place], bounds.upper[place]
