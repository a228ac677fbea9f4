"""Newton steps towards bounds that converge slowly, made so that they cannot overshoot.

Write x for the lower bounds and the negated upper bounds together. One round of tightening is
then an increasing map G, and the bounds sought are its least fixed point x*. Let w lie above x,
and let each value move, on all ways from x that stay below w, at least by J times the moves of
its inputs. The map min(G, w) has its own least fixed point z between x and x*, and

    z - x  >=  min((G(x) - x) + J·(z - x), w - x).

So z - x is not below the least solution D of the same with = for >=, whose right side is a concave
map. Two steps are safe for that reason:

- D = (I - J)⁻¹·(G(x) - x) itself, where the inverse has no negative entry and D <= w - x. With the
  slopes on the way to x + D the step is shorter than with those at x, so there always is one.
- all of w - x, where w - x <= (G(x) - x) + J·(w - x) and w - x is 0 for whatever no gap reaches: an
  increasing concave map that moves everything else away from 0 has no other solution. This one
  also helps where I - J has no inverse, because a round moves everything on by as much as it was
  moved.

How near x* is tells a point y with G(y) <= y, which is beyond it (Tarski 1955, "A
lattice-theoretical fixpoint theorem and its applications").

Where a value moves with the laziest of several inputs, as a minimum does upwards, J has a row for
every choice of input. The least step is that of the choice under which no other input is lazier.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import sqrt

from graph.semantics.band import Band
from graph.semantics.bounds import Bounds
from graph.semantics.gradual import Least, Move, Slopes

_CAUTION = 1e-6
"""The part of a step that is left out, for the rounding errors in the step itself."""
_SLACK = 2.0**-48
_BEYOND = 3.5
"""How much further than a Newton step a limit is looked for: at a triple root it is three steps
away."""
_STRAIGHTENINGS = 8
_MOST_WAYS = 12
_MOST_STEPS = 40
_MOST_CHOICES = 12
_DAMPED = 1.0 - 1e-7
"""What is left of slopes with which there is no step; smaller slopes are as safe."""
_UNTOLD = 2.0**-48
"""A round that moves bounds by less, about 4e-15, no longer tells where they go: the rounding
errors of a long row of products are as large. Where three solutions meet in one, that is about
2e-5 from the limit, the cube root; where two do, about 1e-7."""
_LEAST_PIVOT = 1e-10
"""Below this, a pivot is mostly rounding error."""

CLOSE = 2.0**-22
"""How near to its limit a bound is near enough, about 2e-7."""

Steps = list[tuple[float, float]]
"""For each node, how far its lower bound goes up and its upper bound down."""


@dataclass(frozen=True)
class Leap:
    """What came of Newton steps: whether any bound moved, and whether all are as near to their
    limits as `CLOSE`, or as numbers can tell."""

    moved: bool
    done: bool


def leap(bounds: Bounds, nodes: Sequence[int]) -> Leap:
    """Move the bounds of these nodes by Newton steps, as far as that helps.

    Takes the bounds of all other inputs as final.
    """
    moved = False
    for _ in range(_MOST_STEPS):
        gaps = _gaps(bounds, nodes)
        if _longest(gaps) < _UNTOLD:
            return Leap(moved, done=True)
        guess = _Ways(bounds, bounds, nodes, gaps).steps()
        if guess is None:
            break
        if _longest(guess) < CLOSE / 4 and _near(bounds, nodes, gaps):
            return Leap(moved, done=True)
        steps = _safe(bounds, nodes, gaps, guess)
        if steps is None or _longest(steps) < _SLACK:
            break
        for node, (up, down) in zip(nodes, steps, strict=True):
            lower = bounds.lower[node] + (1.0 - _CAUTION) * up
            upper = bounds.upper[node] - (1.0 - _CAUTION) * down
            bounds.lower[node] = min(1.0, lower)
            bounds.upper[node] = max(bounds.floor(node), upper)
            if bounds.lower[node] > bounds.upper[node]:
                # They met, and rounding carried them past each other.
                bounds.fix(node, Band(bounds.upper[node], bounds.lower[node]))
        moved = True
    return Leap(moved, done=False)


def _longest(steps: Steps) -> float:
    return max(map(max, steps))


def _gaps(bounds: Bounds, nodes: Sequence[int]) -> Steps:
    return [
        (
            max(0.0, bounds.lower_from(node) - bounds.lower[node]),
            max(0.0, bounds.upper[node] - bounds.upper_from(node)),
        )
        for node in nodes
    ]


def _safe(bounds: Bounds, nodes: Sequence[int], gaps: Steps, guess: Steps) -> Steps | None:
    """The longest of some steps that stay within the way for which their slopes hold."""
    best: Steps | None = None
    share, carried, failed = 1.0, 0.0, 1.0
    for _ in range(_MOST_WAYS):
        ways = _Ways(bounds, _moved(bounds, nodes, guess, share), nodes, gaps)
        if ways.carry():
            best, carried = _longer(best, ways.whole()), share
            if share == 1.0:
                break
        else:
            failed = share
            steps = ways.steps()
            reached = 1.0 if steps is None else max(_shares(steps, guess), default=0.0)
            if reached <= share:
                best = _longer(best, steps)
            if not carried and (reached > share or share < 2.0 * reached):
                break
        # Between what was tried and what came of it; the slopes are better on a shorter way.
        share = sqrt(failed * (carried or reached))
        if carried and failed < 1.5 * carried:
            break
    return best


def _longer(best: Steps | None, steps: Steps | None) -> Steps | None:
    if best is None or steps is None:
        return steps or best
    return max(best, steps, key=_longest)


def _shares(steps: Steps, guess: Steps) -> Iterator[float]:
    for pair, most in zip(steps, guess, strict=True):
        for own, whole in zip(pair, most, strict=True):
            if whole > 0.0:
                yield own / whole


def _near(bounds: Bounds, nodes: Sequence[int], gaps: Steps) -> bool:
    """Whether a point beyond the limit is found that is no further than `CLOSE`."""
    slack = [(up + _SLACK, down + _SLACK) for up, down in gaps]
    guess = _Ways(bounds, bounds, nodes, slack).steps()
    if guess is None:
        return False
    there = _moved(bounds, nodes, guess, _BEYOND)
    # The way to the limit may bend. What is off it is soon gone, as rounds go by; what is beyond
    # the limit comes back to it slowly.
    for _ in range(_STRAIGHTENINGS):
        if all(
            there.lower_from(node) <= there.lower[node]
            and there.upper_from(node) >= there.upper[node]
            for node in nodes
        ):
            return all(
                there.lower[node] - bounds.lower[node] < CLOSE
                and bounds.upper[node] - there.upper[node] < CLOSE
                for node in nodes
            )
        for node in nodes:
            there.fix(node, Band(there.lower_from(node), there.upper_from(node)))
    return False


def _moved(bounds: Bounds, nodes: Sequence[int], steps: Steps, distance: float) -> Bounds:
    there = replace(bounds, lower={}, upper={})
    for node in nodes:
        for other in bounds.incidence.inputs[node]:
            there.fix(other, bounds.band(other))
    for node, (up, down) in zip(nodes, steps, strict=True):
        there.lower[node] = min(1.0, bounds.lower[node] + distance * up)
        there.upper[node] = max(bounds.floor(node), bounds.upper[node] - distance * down)
    return there


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


class _Ways:
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


def eliminate(rows: list[dict[int, float]], constants: list[float]) -> list[float] | None:
    """The least non-negative solution of x = constants + rows·x, all entries non-negative.

    What no constant reaches is 0, also where its rows by themselves have many solutions.

    `rows` holds the non-zero entries of a square matrix and is used up. Returns None when there
    is no such solution, or it cannot be told. Unknowns are eliminated shortest row first. Nothing
    is subtracted but the pivot from 1, so that rounding errors stay small.
    """
    values = list(constants)
    users: list[set[int]] = [set() for _ in rows]
    for place, row in enumerate(rows):
        for column in row:
            users[column].add(place)
    moving = _reached(users, (place for place, value in enumerate(values) if value > 0.0))
    for place in moving:
        rows[place] = {column: entry for column, entry in rows[place].items() if column in moving}
        users[place] &= moving
    order = sorted(moving, key=lambda place: (len(rows[place]), place))
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


def _reached(users: Sequence[set[int]], starts: Iterable[int]) -> set[int]:
    """These places, their users, and the users of those in turn."""
    found = set(starts)
    waiting = list(found)
    while waiting:
        new = users[waiting.pop()] - found
        found |= new
        waiting.extend(new)
    return found
