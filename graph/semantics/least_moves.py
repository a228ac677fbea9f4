"""How far bounds move at least on the ways to a point beyond their limit, by the slopes there.

The linear part of a Newton step; why such steps are safe is said in `graph.semantics.newton`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.semantics.bounds import Bounds
from graph.semantics.elimination import eliminate
from graph.semantics.gradual import Least, Move, Slopes

_MOST_CHOICES = 12
_DAMPED = 1.0 - 1e-7
"""What is left of slopes with which there is no step; smaller slopes are as safe."""

Steps = list[tuple[float, float]]
"""For each node, how far its lower bound goes up and its upper bound down."""

_Row = dict[int, float]


@dataclass(frozen=True)
class _Choice:
    """A row that goes with the laziest of several columns; `ahead` is what each is ahead by."""

    row: int
    slope: float
    columns: Sequence[int | None]
    ahead: Sequence[float]

    def behind(self) -> set[int | None]:
        """The columns that are ahead by nothing."""
        return {
            column for column, ahead in zip(self.columns, self.ahead, strict=True) if ahead <= 0.0
        }

    def laziest(self, solution: Sequence[float], now: int) -> int:
        """The place of the column that comes least far by a solution; `now` if none is lazier."""
        far = [
            ahead + _at(solution, column)
            for ahead, column in zip(self.ahead, self.columns, strict=True)
        ]
        return min(range(len(far)), key=lambda place: (far[place], place != now))


class LeastMoves:
    """The ways of all bounds from where they are to a point beyond their limit.

    Column and row 2i are for the lower bound of the i-th node, 2i + 1 for the upper. Only what a
    gap reaches moves; of a row that goes with the laziest, every column that is not ahead has to
    be reached.
    """

    def __init__(self, near: Bounds, far: Bounds, nodes: Sequence[int], gaps: Steps) -> None:
        self.near = near
        self.far = far
        self.places = {node: place for place, node in enumerate(nodes)}
        self.rows: list[_Row] = [{} for _ in range(2 * len(nodes))]
        self.choices: list[_Choice] = []
        for node in nodes:
            for side in (0, 1):
                self._add(node, side)
        self.constants = [gap for pair in gaps for gap in pair]
        self._leave_out(self._reached())

    def _reached(self) -> set[int]:
        users: list[set[int]] = [set() for _ in self.rows]
        for row, entries in enumerate(self.rows):
            for column in entries:
                users[column].add(row)
        choices: list[list[_Choice]] = [[] for _ in self.rows]
        waits: dict[int, int] = {}
        found = [row for row, constant in enumerate(self.constants) if constant > 0.0]
        for choice in self.choices:
            behind = choice.behind()
            waits[id(choice)] = len(behind)
            for each in behind:
                if each is not None:
                    choices[each].append(choice)
            if not behind:
                found.append(choice.row)
        reached = set(found)
        while found:
            column = found.pop()
            new = set(users[column])
            for choice in choices[column]:
                waits[id(choice)] -= 1
                if not waits[id(choice)]:
                    new.add(choice.row)
            found += new - reached
            reached |= new
        return reached

    def _leave_out(self, reached: set[int]) -> None:
        self.rows = [
            {column: slope for column, slope in row.items() if column in reached}
            for row in self.rows
        ]
        self.choices = [
            replace(choice, columns=[each if each in reached else None for each in choice.columns])
            for choice in self.choices
            if all(column in reached for column in choice.behind())
        ]

    def _move(self, node: int, side: int) -> Move:
        if side:
            return Move(self.near.upper[node], self.far.upper[node])
        return Move(self.near.lower[node], self.far.lower[node])

    def _add(self, node: int, side: int) -> None:
        graph, semantics = self.near.incidence, self.near.semantics
        row, weight = 2 * self.places[node] + side, graph.weights[node]
        helps, hinders = graph.helping[node], graph.hindering[node]
        hindering = [self._move(other, 1 - side) for other in hinders]
        if node < len(graph.claims):
            helping = [self._move(other, side) for other in helps]
            helped, hindered = semantics.claim_slopes(weight, helping, hindering)
            self._with(row, helps, side, helped)
        elif node in graph.opposing:
            premises = graph.opposing[node]
            moves = [self._move(other, 1 - side) for other in premises]
            slope, hindered = semantics.condition_slopes(weight, _least(moves), hindering)
            self._with(row, premises, 1 - side, _minimum(slope, moves, rising=side == 1))
        else:
            moves = [self._move(other, side) for other in helps]
            slope, hindered = semantics.force_slopes(weight, _least(moves), hindering)
            self._with(row, helps, side, _minimum(slope, moves, rising=side == 0))
        self._with(row, hinders, 1 - side, hindered)

    def _with(self, row: int, others: Sequence[int], side: int, slopes: Slopes) -> None:
        columns = [
            2 * self.places[other] + side if other in self.places else None for other in others
        ]
        if not isinstance(slopes, Least):
            for column, slope in zip(columns, slopes, strict=True):
                if column is not None and slope > 0.0:
                    self.rows[row][column] = slope
        elif slopes.slope > 0.0 and columns:
            least = min((*slopes.ahead, slopes.limit))
            if least == slopes.limit:
                columns, ahead = [None], [slopes.limit]
            else:
                columns, ahead = [*columns, None], [*slopes.ahead, slopes.limit]
            self.choices.append(_Choice(row, slopes.slope, columns, ahead))

    def whole(self) -> Steps:
        """How far these ways lead."""
        near, far = self.near, self.far
        return [
            (far.lower[node] - near.lower[node], near.upper[node] - far.upper[node])
            for node in self.places
        ]

    def carry(self) -> bool:
        """Whether all of these ways can be gone at once: they lead no further than the gaps and
        the moves along them."""
        moves = [move for pair in self.whole() for move in pair]
        after = [
            constant + sum(slope * moves[column] for column, slope in row.items())
            for constant, row in zip(self.constants, self.rows, strict=True)
        ]
        for choice in self.choices:
            after[choice.row] += choice.slope * min(
                ahead + _at(moves, column)
                for ahead, column in zip(choice.ahead, choice.columns, strict=True)
            )
        return all(move <= most for move, most in zip(moves, after, strict=True))

    def steps(self) -> Steps | None:
        """(I - J)⁻¹·gaps, for the least moves on these ways; None if there is none."""
        for left in (1.0, _DAMPED):
            solution = self._laziest(left)
            if solution is not None:
                return list(zip(solution[::2], solution[1::2], strict=True))
        # Without the rows in question the step is shorter, and as safe.
        solution = eliminate(self._rows(1.0), self.constants) if self.choices else None
        return None if solution is None else list(zip(solution[::2], solution[1::2], strict=True))

    def _laziest(self, left: float) -> list[float] | None:
        """The least moves with the part `left` of the slopes, whatever is chosen in each row."""
        chosen = [min(range(len(c.ahead)), key=c.ahead.__getitem__) for c in self.choices]
        for _ in range(_MOST_CHOICES):
            solution = self._solve(chosen, left)
            if solution is None:
                return None
            lazier = [
                choice.laziest(solution, now)
                for choice, now in zip(self.choices, chosen, strict=True)
            ]
            if lazier == chosen:
                return solution
            chosen = lazier
        return None

    def _rows(self, left: float) -> list[_Row]:
        return [{column: left * slope for column, slope in row.items()} for row in self.rows]

    def _solve(self, chosen: Sequence[int], left: float) -> list[float] | None:
        rows, values = self._rows(left), list(self.constants)
        for choice, at in zip(self.choices, chosen, strict=True):
            column, slope = choice.columns[at], left * choice.slope
            values[choice.row] += slope * choice.ahead[at]
            if column is not None:
                row = rows[choice.row]
                row[column] = row.get(column, 0.0) + slope
        return eliminate(rows, values)


def _at(solution: Sequence[float], column: int | None) -> float:
    return 0.0 if column is None else solution[column]


def _least(moves: Sequence[Move]) -> Move:
    return Move(min(move.near for move in moves), min(move.far for move in moves))


def _minimum(slope: float, moves: Sequence[Move], rising: bool) -> Slopes:
    """The slopes of a minimum: downwards it goes with the least, upwards with the laziest."""
    least = min(move.near for move in moves)
    if rising and len(moves) > 1:
        return Least(slope, [move.near - least for move in moves])
    place = next(place for place, move in enumerate(moves) if move.near == least)
    return [slope if place == at else 0.0 for at in range(len(moves))]
