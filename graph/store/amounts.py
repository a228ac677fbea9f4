"""Whether a record's lists hold more than a record may, and what goes for the rest to be read."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from graph.records import limits
from graph.store.problem import KEY, Fault, Problem
from graph.store.yaml_reading import Reading


class Kept(NamedTuple):
    """The fields of a record that hold no more than it may, and the problems of the others."""

    data: Mapping[str, Any]
    problems: list[Problem]


def within_limits(data: Mapping[str, Any], reading: Reading, path: str) -> Kept:
    """The data less the fullest fields, where its lists hold more than `limits.ITEMS` together."""
    if reading.items <= limits.ITEMS:
        return Kept(data, [])
    if len(data) > limits.ITEMS:
        return Kept({}, [_problem(path, reading, (), f"{len(data):,} fields")])
    items = {field: _items(value) for field, value in data.items()}
    number = sum(items.values())
    problems: list[Problem] = []
    for field in sorted(items, key=lambda each: -items[each]):
        if number <= limits.ITEMS:
            break
        detail = f"{items[field]:,} items of the {number:,} in this record"
        problems.append(_problem(path, reading, (field,), detail))
        number -= items.pop(field)
    return Kept({field: data[field] for field in data if field in items}, problems)


def _problem(path: str, reading: Reading, field: tuple[str, ...], detail: str) -> Problem:
    places = reading.places
    span = places.get((*field, KEY)) or places[()]
    return Problem(path, Fault.TOO_MANY, span, f"{detail}; {limits.ITEMS} are the most", "", field)


def _items(value: Any) -> int:
    """The items of all lists in a value. A mapping is no list, unless it is as long as one."""
    if isinstance(value, list):
        return len(value) + sum(map(_items, value))
    if isinstance(value, dict):
        own = len(value) if len(value) > limits.ITEMS else 0
        return own + sum(map(_items, value.values()))
    return 0
