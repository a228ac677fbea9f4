"""The fields of records that name others: one table for whoever follows ids, or proposes them."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from graph.records.link_types import LINK_FIELDS

_STEP = {"claim": "claim", "link": "link", "with": "claim", "scheme": "scheme"}
NAMING_FIELDS: Mapping[str, Mapping[tuple[str, ...], str]] = MappingProxyType(
    {
        "claim": {
            **{(field, name): what for field in LINK_FIELDS for name, what in _STEP.items()},
            ("specifies",): "claim",
            ("raises",): "question",
            ("answers",): "question",
            ("passages", "source"): "source",
            ("speaker",): "speaker",
            ("outcome", "claims"): "claim",
        },
        "source": {("original",): "source"},
        "debate": {
            ("source",): "source",
            ("theses",): "claim",
            ("findings", "claims"): "claim",
            ("themes", "roots"): "claim",
        },
    }
)
"""For each kind of record its fields that name others, as they are called in files, with what they
name: a claim, a question, which is a claim too, a link, a scheme, a source or a speaker."""

_ATTRIBUTES = {"with": "premises"}


class Named(NamedTuple):
    """What one record calls another: the field, through lists by position, what it names, how."""

    field: tuple[str | int, ...]
    what: str
    name: str


def named_in(kind: str, record: Any) -> Iterator[Named]:
    """All that a record of this kind names, field by field."""
    for fields, what in NAMING_FIELDS.get(kind, {}).items():
        # Most records leave most of these fields empty.
        if getattr(record, fields[0], None):
            for place, name in _texts(record, fields, ()):
                yield Named(place, what, name)


def _texts(
    value: Any, fields: tuple[str, ...], place: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if not value:
        return
    if isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from _texts(each, fields, (*place, index))
    elif fields:
        # A claim's link has no field `link`, nor a link's a field `claim`.
        below = getattr(value, _ATTRIBUTES.get(fields[0], fields[0]), None)
        yield from _texts(below, fields[1:], (*place, fields[0]))
    else:
        yield place, value
