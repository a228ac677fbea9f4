"""Newton steps towards bounds that converge slowly, made so that they cannot overshoot.

Write x for the lower bounds and the negated upper bounds together. One round of tightening is
then an increasing map G, and the bounds sought are its least fixed point x*. If J is nowhere
greater than the derivative of G between x and x*, the mean value theorem gives

    x* - x  =  G(x*) - x  >=  (G(x) - x) + J·(x* - x),   so   x* - x  >=  (I - J)⁻¹·(G(x) - x),

because the inverse has no negative entry. So the step on the right is always safe. How far x* can
be is bounded by a point y with G(y) <= y (Tarski 1955, "A lattice-theoretical fixpoint theorem
and its applications"), and in any case by the opposite bounds.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.semantics.band import Band
from graph.semantics.bounds import Bounds

_CAUTION = 1e-6
"""The part of a step that is left out, for the rounding errors in the step itself."""
_SLACK = 1e-13
_ENOUGH = 1e-13
_DISTANCES = (1.5, 4.0)
_MOST_STEPS = 20
_LEAST_PIVOT = 1e-10
"""Below this, a pivot is mostly rounding error."""


def leap(bounds: Bounds, nodes: Sequence[int]) -> bool:
    """Move the bounds of these nodes by Newton steps, as far as that helps.

    Returns whether any bound moved. Takes the bounds of all other inputs as final.
    """
    moved = False
    for _ in range(_MOST_STEPS):
        gaps = _gaps(bounds, nodes)
        steps = _safe_steps(bounds, nodes, gaps)
        if steps is None:
            break
        for node, (up, down) in zip(nodes, steps, strict=True):
            bounds.lower[node] = min(1.0, bounds.lower[node] + (1.0 - _CAUTION) * up)
            bounds.upper[node] = max(0.0, bounds.upper[node] - (1.0 - _CAUTION) * down)
            if bounds.lower[node] > bounds.upper[node]:
                # They met, and rounding carried them past each other.
                bounds.fix([node], Band(bounds.upper[node], bounds.lower[node]))
        moved = True
        if max(map(max, steps)) < _ENOUGH:
            break
    return moved


def _gaps(bounds: Bounds, nodes: Sequence[int]) -> list[tuple[float, float]]:
    return [
        (
            max(0.0, bounds.lower_from(node) - bounds.lower[node]),
            max(0.0, bounds.upper[node] - bounds.upper_from(node)),
        )
        for node in nodes
    ]


def _safe_steps(
    bounds: Bounds, nodes: Sequence[int], gaps: list[tuple[float, float]]
) -> list[tuple[float, float]] | None:
    here = _Region(bounds, bounds)
    guess = here.solve(nodes, [(up + _SLACK, down + _SLACK) for up, down in gaps])
    if guess is not None:
        for distance in _DISTANCES:
            there = _moved(bounds, nodes, guess, distance)
            if all(
                there.lower_from(node) <= there.lower[node]
                and there.upper_from(node) >= there.upper[node]
                for node in nodes
            ):
                return _Region(bounds, _not_past_each_other(bounds, there)).solve(nodes, gaps)
    opposite = Bounds(bounds.incidence, bounds.semantics, bounds.upper, bounds.lower)
    return _Region(bounds, opposite).solve(nodes, gaps)


def _moved(
    bounds: Bounds, nodes: Sequence[int], steps: list[tuple[float, float]], distance: float
) -> Bounds:
    there = Bounds(bounds.incidence, bounds.semantics, {}, {})
    for node in nodes:
        for other in bounds.incidence.inputs[node]:
            there.fix([other], bounds.band(other))
    for node, (up, down) in zip(nodes, steps, strict=True):
        there.lower[node] = min(1.0, bounds.lower[node] + distance * up)
        there.upper[node] = max(0.0, bounds.upper[node] - distance * down)
    return there


def _not_past_each_other(bounds: Bounds, there: Bounds) -> Bounds:
    lower = {node: min(value, bounds.upper[node]) for node, value in there.lower.items()}
    upper = {node: max(value, bounds.lower[node]) for node, value in there.upper.items()}
    return Bounds(bounds.incidence, bounds.semantics, lower, upper)


@dataclass(frozen=True)
class _Region:
    """The region between bounds and a point beyond the least fixed point."""

    near: Bounds
    far: Bounds

    def _lower(self, node: int) -> Band:
        return Band(self.near.lower[node], self.far.lower[node])

    def _upper(self, node: int) -> Band:
        return Band(self.far.upper[node], self.near.upper[node])

    def solve(
        self, nodes: Sequence[int], gaps: list[tuple[float, float]]
    ) -> list[tuple[float, float]] | None:
        """(I - J)⁻¹·gaps, for the least derivatives J in the region; None if there is none."""
        graph = self.near.incidence
        lowers = {node: 2 * place for place, node in enumerate(nodes)}
        rows: list[dict[int, float]] = []
        for node in nodes:
            for same, opposite, shift in (
                (self._lower, self._upper, 0),
                (self._upper, self._lower, 1),
            ):
                helps, hinders = graph.helping[node], graph.hindering[node]
                semantics = self.near.semantics
                slopes = (
                    semantics.strength_slopes
                    if node < len(graph.claims)
                    else semantics.force_slopes
                )
                helped, hindered = slopes(
                    graph.weights[node],
                    [same(other) for other in helps],
                    [opposite(other) for other in hinders],
                )
                row: dict[int, float] = {}
                for others, steepness, turn in (
                    (helps, helped, shift),
                    (hinders, hindered, 1 - shift),
                ):
                    for other, slope in zip(others, steepness, strict=True):
                        if slope > 0.0 and other in lowers:
                            row[lowers[other] + turn] = slope
                rows.append(row)
        solution = eliminate(rows, [gap for pair in gaps for gap in pair])
        if solution is None:
            return None
        return list(zip(solution[::2], solution[1::2], strict=True))


def eliminate(rows: list[dict[int, float]], constants: list[float]) -> list[float] | None:
    """The least non-negative solution of x = constants + rows·x, all entries non-negative.

    `rows` holds the non-zero entries of a square matrix and is used up. Returns None when there
    is no such solution, or it cannot be told. Unknowns are eliminated shortest row first. Nothing
    is subtracted but the pivot from 1, so that rounding errors stay small.
    """
    values = list(constants)
    users: list[set[int]] = [set() for _ in rows]
    for place, row in enumerate(rows):
        for column in row:
            users[column].add(place)
    order = sorted(range(len(rows)), key=lambda place: (len(rows[place]), place))
    for pivot in order:
        row = rows[pivot]
        rest = 1.0 - row.pop(pivot, 0.0)
        if rest < _LEAST_PIVOT:
            return None
        for column in row:
            row[column] /= rest
        values[pivot] /= rest
        users[pivot].discard(pivot)
        for user in users[pivot]:
            other = rows[user]
            share = other.pop(pivot)
            values[user] += share * values[pivot]
            for column, entry in row.items():
                other[column] = other.get(column, 0.0) + share * entry
                users[column].add(user)
        for column in row:
            users[column].discard(pivot)
    for pivot in reversed(order):
        values[pivot] += sum(entry * values[column] for column, entry in rows[pivot].items())
    return values
