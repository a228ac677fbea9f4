"""Records that came, went or changed, field by field."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

T = TypeVar("T")
C = TypeVar("C")
R = TypeVar("R", bound=BaseModel)


@dataclass(frozen=True)
class Changes(Generic[T, C]):
    """What is there only afterwards, what was there only before, and what is otherwise."""

    added: tuple[T, ...] = ()
    removed: tuple[T, ...] = ()
    changed: tuple[C, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)


@dataclass(frozen=True)
class FieldChange:
    """A field of a record before and after, in the terms of JSON; None where it was absent."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True)
class RecordChange(Generic[R]):
    """A record of one id with the fields that changed."""

    before: R
    after: R
    fields: tuple[FieldChange, ...]


def record_changes(before: Mapping[str, R], after: Mapping[str, R]) -> Changes[R, RecordChange[R]]:
    """What differs between two sets of records, in order of their ids."""
    return Changes(
        tuple(after[each] for each in sorted(after.keys() - before.keys())),
        tuple(before[each] for each in sorted(before.keys() - after.keys())),
        tuple(
            RecordChange(before[each], after[each], _fields(before[each], after[each]))
            for each in sorted(before.keys() & after.keys())
            if before[each] is not after[each] and before[each] != after[each]
        ),
    )


def _fields(before: BaseModel, after: BaseModel) -> tuple[FieldChange, ...]:
    was = before.model_dump(mode="json", by_alias=True, exclude_none=True)
    now = after.model_dump(mode="json", by_alias=True, exclude_none=True)
    return tuple(
        FieldChange(field, was.get(field), now.get(field))
        for field in dict.fromkeys((*was, *now))
        if was.get(field) != now.get(field)
    )
