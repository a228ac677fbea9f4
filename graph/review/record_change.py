"""Records that came, went or changed, field by field."""

from collections.abc import Collection, Mapping
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
    """A record that is in both states, with the fields that changed."""

    before: R
    after: R
    fields: tuple[FieldChange, ...]


def same_records(
    before: Collection[str], after: Collection[str], older: Mapping[str, str]
) -> dict[str, str]:
    """The ids before of records that are in both states, by their ids after.

    `older` has the present id by each older one: a record that got another id and keeps the old
    one is the same, unless it was there beside the other before.
    """
    found: dict[str, str] = {}
    for was in sorted(before):
        now = older.get(was, was)
        if now in after and (now == was or now not in before):
            found.setdefault(now, was)
    return found


def record_changes(
    before: Mapping[str, R], after: Mapping[str, R], older: Mapping[str, str]
) -> Changes[R, RecordChange[R]]:
    """What differs between two sets of records, in order of their ids; for `older` see
    `same_records`."""
    same = same_records(before, after, older)
    pairs = [(before[was], after[now]) for now, was in sorted(same.items())]
    return Changes(
        tuple(after[each] for each in sorted(after.keys() - same.keys())),
        tuple(before[each] for each in sorted(before.keys() - set(same.values()))),
        tuple(
            RecordChange(was, now, field_changes(was, now))
            for was, now in pairs
            if was is not now and was != now
        ),
    )


def field_changes(before: BaseModel, after: BaseModel) -> tuple[FieldChange, ...]:
    """The fields in which two records differ."""
    was = before.model_dump(mode="json", by_alias=True, exclude_none=True)
    now = after.model_dump(mode="json", by_alias=True, exclude_none=True)
    if was.get("id") != now.get("id"):
        # The id it had, kept as an older one, is part of getting another.
        now["aliases"] = [each for each in now["aliases"] if each != was["id"]]
    return tuple(
        FieldChange(field, was.get(field), now.get(field))
        for field in dict.fromkeys((*was, *now))
        if was.get(field) != now.get(field)
    )
