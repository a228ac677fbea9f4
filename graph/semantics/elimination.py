"""The least solution of a linear system whose entries are all non-negative."""

from collections.abc import Iterable, Sequence

_LEAST_PIVOT = 1e-10
"""Below this, a pivot is mostly rounding error."""


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
