import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.editor.units import Unit, column, units


@pytest.mark.parametrize(("unit", "expected"), [(Unit.UTF8, 10), (Unit.UTF16, 5), (Unit.UTF32, 4)])
def test_counts_as_the_editor_does(unit: Unit, expected: int) -> None:
    assert units("é€😀x", 5, unit) == expected
    assert column("é€😀x", units("é€😀x", 4, unit), unit) == 4


def test_a_place_within_a_character_is_the_place_before_it() -> None:
    assert column("😀x", 1, Unit.UTF16) == 1


@given(st.text(), st.sampled_from(Unit))
def test_every_column_comes_back(line: str, unit: Unit) -> None:
    for each in range(1, len(line) + 2):
        assert column(line, units(line, each, unit), unit) == each


def test_past_the_end_is_the_end() -> None:
    assert column("ab", 99, Unit.UTF16) == 3
    assert units("ab", 99, Unit.UTF16) == 2
