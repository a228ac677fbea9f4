"""Changes that can be made to a record's fields, and what its data is afterwards."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any, NamedTuple

from graph.errors import BetoogError
from graph.store.problem import FieldPath
from graph.store.splices import Splice, spliced

Value = str | bool | int | float | None | Mapping[str, "Value"] | Sequence["Value"]
"""What a field can be given: text, true or false, a number, nothing, fields or a list."""


class Set(NamedTuple):
    """A field gets this value, in its place or, where it is new, behind those before it."""

    path: FieldPath
    value: Value


class Append(NamedTuple):
    """A list gets one more item; it is begun where there is none."""

    path: FieldPath
    item: Value


class Remove(NamedTuple):
    """An item of a list that has others goes, or a field."""

    path: FieldPath


class Rename(NamedTuple):
    """An id becomes another wherever it stands by itself within a text."""

    path: FieldPath
    old: str
    new: str

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """Where the old id begins and ends in a text."""
        alone = rf"(?<![a-z0-9-]){re.escape(self.old)}(?![a-z0-9-])"
        return (match.span() for match in re.finditer(alone, text))

    def said(self, text: str) -> str:
        """The text with the new id in it."""
        return spliced(text, (Splice(*place, self.new) for place in self.places(text)))


UNFIT = "is laid out in a way that this does not fit into: betoog fmt"
"""Why a file that reads well cannot be changed where it should be."""

Change = Set | Append | Remove | Rename


class NotAmendableError(BetoogError):
    """A record's file that cannot be changed as was asked and read the same otherwise.

    `path` is that of the file, from the root; `reason` says of it why.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path} {reason}")
        self.path = path
        self.reason = reason


def changed(data: Any, changes: Iterable[Change]) -> Any:
    """Data as it is read from a file, with changes made in it; paths are those of before.

    Raises:
        LookupError, TypeError: a change is of a field that is not there.
    """
    after = deepcopy(data)
    changes = tuple(changes)
    for change in changes:
        if isinstance(change, Remove):
            continue
        *above, step = change.path
        holder = after
        for each in above:
            holder = holder[each]
        if isinstance(change, Set):
            holder[step] = as_data(change.value)
        elif isinstance(change, Rename):
            holder[step] = change.said(holder[step])
        else:
            there = holder.get(step) if isinstance(holder, dict) else holder[step]
            holder[step] = [*(there or []), as_data(change.item)]
    # The last go first, so that those before them keep their places.
    gone = [each.path for each in changes if isinstance(each, Remove)]
    for path in sorted(gone, key=lambda each: each[-1] if isinstance(each[-1], int) else 0)[::-1]:
        holder = after
        for each in path[:-1]:
            holder = holder[each]
        del holder[path[-1]]
    return after


def as_data(value: Value) -> Any:
    """A value as it is read once it has been written: every scalar a text."""
    plain = as_plain(value)
    if isinstance(plain, bool):
        return "true" if plain else "false"
    if isinstance(plain, (int, float)):
        return repr(plain)
    if isinstance(plain, dict):
        return {key: as_data(each) for key, each in plain.items()}
    return [as_data(each) for each in plain] if isinstance(plain, list) else plain


def as_plain(value: Value) -> Any:
    """A value of nothing but dictionaries, lists and scalars."""
    if isinstance(value, Mapping):
        return {key: as_plain(each) for key, each in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [as_plain(each) for each in value]
    return value
