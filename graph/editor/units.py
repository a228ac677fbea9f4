"""Columns in characters, and in the code units in which an editor counts them."""

from enum import StrEnum


class Unit(StrEnum):
    """What an editor counts within a line; UTF-16 code units unless agreed otherwise."""

    UTF8 = "utf-8"
    UTF16 = "utf-16"
    UTF32 = "utf-32"


def units(line: str, column: int, unit: Unit) -> int:
    """The code units before a column; a column past the end counts as the end."""
    return sum(_width(each, unit) for each in line[: max(column - 1, 0)])


def column(line: str, number: int, unit: Unit) -> int:
    """The column after so many code units: within a character, the column before it."""
    passed = 0
    for index, each in enumerate(line):
        passed += _width(each, unit)
        if passed > number:
            return index + 1
    return len(line) + 1


def _width(character: str, unit: Unit) -> int:
    if unit is Unit.UTF8:
        return len(character.encode("utf-8", "replace"))
    return 2 if unit is Unit.UTF16 and ord(character) > 0xFFFF else 1
