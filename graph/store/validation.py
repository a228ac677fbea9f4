"""From plain data to a record, with every fault and as much of the record as can be saved."""

from collections.abc import Mapping
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from graph.store.amounts import within_limits
from graph.store.misfit import problem
from graph.store.problem import Problem
from graph.store.yaml_reading import Reading

R = TypeVar("R", bound=BaseModel)


class Validated(NamedTuple, Generic[R]):
    """A record, the faults found, and the items of lists left out because of them.

    `record` is None where none could be built; `dropped` gives, per field, the positions of
    the items in the data.
    """

    record: R | None
    problems: list[Problem]
    dropped: dict[str, tuple[int, ...]]


def validate(
    model: type[R],
    data: Mapping[str, Any],
    reading: Reading,
    path: str,
    placeholders: Mapping[str, Any],
) -> Validated[R]:
    """Validate the data that was read as a record of this model.

    Where fields are at fault the record is built without them, with `placeholders` for
    those it cannot do without, so that the rest can still be checked.
    """
    data, problems = within_limits(data, reading, path)
    try:
        return Validated(
            _valid(model, {**(placeholders if problems else {}), **data}), problems, {}
        )
    except ValidationError as error:
        # A default that follows from a field at fault is no fault of its own.
        details = [
            each
            for each in error.errors(include_url=False)
            if each["type"] != "default_factory_not_called"
        ]
    problems += [problem(each, model, reading.places, path) for each in details]
    sound, dropped = _without(dict(data), [each["loc"] for each in details])
    try:
        return Validated(_valid(model, {**placeholders, **sound}), problems, dropped)
    except ValidationError:
        return Validated(None, problems, {})


def _valid(model: type[R], data: Mapping[str, Any]) -> R:
    # Fields go by the names they have in files, not by those they have in Python.
    return _lean(model.model_validate(data, by_alias=True, by_name=False))


_GIVEN: dict[frozenset[str], set[str]] = {}
"""For fields that some record was given, the one set of them that all such records have."""


def _lean(record: R) -> R:
    """The record, whose parts share what they have in common with others: the sets of the fields
    that were given take half as much memory as all that stands in these."""
    given = record.__pydantic_fields_set__
    object.__setattr__(
        record, "__pydantic_fields_set__", _GIVEN.setdefault(frozenset(given), given)
    )
    for value in record.__dict__.values():
        if isinstance(value, BaseModel):
            _lean(value)
        elif value.__class__ is tuple:
            for each in value:
                if isinstance(each, BaseModel):
                    _lean(each)
    return record


def _without(
    data: dict[str, Any], locations: list[tuple[int | str, ...]]
) -> tuple[dict[str, Any], dict[str, tuple[int, ...]]]:
    """The data less the smallest optional parts that hold the faults, and what went.

    A faulty item of a list goes; a faulty field of the record goes as a whole.
    """
    fields: set[str] = set()
    items: dict[str, set[int]] = {}
    for location in locations:
        if not location:
            continue
        field = str(location[0])
        if len(location) > 1 and isinstance(location[1], int) and isinstance(data[field], list):
            items.setdefault(field, set()).add(location[1])
        else:
            fields.add(field)
    kept: dict[str, Any] = {}
    for field, value in data.items():
        if field in fields:
            continue
        gone = items.get(field, set())
        kept[field] = [each for at, each in enumerate(value) if at not in gone] if gone else value
    return kept, {field: tuple(sorted(gone)) for field, gone in items.items()}
