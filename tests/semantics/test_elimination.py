import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.semantics.elimination import eliminate


@settings(deadline=None)
@given(st.integers(1, 8), st.integers(0, 1000))
def test_elimination_solves_the_equations(size: int, seed: int) -> None:
    draw = random.Random(seed)
    rows = [
        {column: draw.random() / size for column in range(size) if draw.random() < 0.5}
        for _ in range(size)
    ]
    constants = [draw.random() for _ in range(size)]
    found = eliminate([dict(row) for row in rows], constants)
    assert found is not None
    for row, constant, value in zip(rows, constants, found, strict=True):
        rest = sum(entry * found[column] for column, entry in row.items())
        assert value == pytest.approx(constant + rest)


def test_elimination_tells_when_there_is_no_solution() -> None:
    assert eliminate([{0: 1.0}], [1.0]) is None
    assert eliminate([{1: 2.0}, {0: 1.0}], [1.0, 1.0]) is None


def test_what_stands_still_keeps_nothing_else_from_moving() -> None:
    assert eliminate([{0: 1.0}, {0: 0.5, 1: 0.5}], [0.0, 1.0]) == [0.0, 2.0]
