"""A bundle: many records in one file, each with the place where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.check import Finding, Severity
from graph.records import limits
from graph.records.kinds import RECORD_KINDS
from graph.store import FieldPath, Span
from graph.store.problem import KEY
from graph.text.nearest import did_you_mean

PLURALS: Mapping[str, str] = {
    name: "grounds" if kind.single else f"{name}s" for name, kind in RECORD_KINDS.items()
}
"""Each kind of record, and the field under which YAML lists those of that kind."""

BESIDE = ("record", "id", "key", "debate", "folder", "theme")
"""What a bundle says of a record beside its fields, before them: its kind where that is not
`claim`, its id, the name by which the bundle refers to it, and for a claim the debate, the
folder below that, and the themes of which it is to be a root."""
BODY = "annotation"
"""The Markdown below a claim's fields; in other languages it stands in `annotations`."""
BODIES = "annotations"
APART = "bring it in as several files, in any order that has what is named first"
"""The way out where a file holds too much."""


@dataclass(frozen=True)
class Entry:
    """One record of a bundle, as plain data: texts, numbers, true and false, lists, mappings.

    `row` counts the records from 1, the rows of a spreadsheet as that numbers them. `places` says
    where its fields stand in the file, by their way from the record; that of the record itself is
    the empty way. Of fields that are `blamed` all is said.
    """

    kind: str
    row: int
    fields: Mapping[str, Any]
    places: Mapping[FieldPath, Span]
    blamed: frozenset[FieldPath] = frozenset()

    def place(self, field: FieldPath = (), key: bool = False) -> Span:
        """Where a field or, with `key`, its name stands; or else what is nearest to it: the field
        around it, or the first within it."""
        for length in range(len(field), -1, -1):
            around = field[:length]
            ways = ((*around, KEY), around) if key and length == len(field) else (around,)
            for way in ways:
                if way in self.places:
                    return self.places[way]
            if around:
                within = (way for way in self.places if way[:length] == around)
                if (first := next(within, None)) is not None:
                    return self.places[first]
        return Span(1, 1, 2)


@dataclass(frozen=True)
class Bundle:
    """A file of many records: its name, its text, and what was found wrong in reading it."""

    name: str
    text: str
    entries: tuple[Entry, ...] = ()
    findings: tuple[Finding, ...] = ()

    def fault(self, code: str, span: Span, message: str, help_: str) -> Finding:
        """An error at a place of the file."""
        return Finding(code, Severity.ERROR, self.name, *span, message, help_)

    def too_many_values(self, span: Span) -> Finding:
        """That there are more values than can be taken in at once, the first beyond them here."""
        return self.fault("F107", span, f"more than {limits.VALUES:,} values", APART)

    def unknown_kind(self, given: str, span: Span) -> Finding:
        """That there is no kind of record of this name."""
        shown = given[:80]
        help_ = did_you_mean(shown, RECORD_KINDS) or f"it is one of {', '.join(RECORD_KINDS)}"
        return self.fault("F104", span, f"unknown kind of record `{shown}`", help_)


def beneath(places: Mapping[FieldPath, Span], top: FieldPath) -> dict[FieldPath, Span]:
    """The places of what is below a field, by their way from it, in the order of the file."""
    below = ((way[len(top) :], span) for way, span in places.items() if way[: len(top)] == top)
    return dict(sorted(below, key=lambda each: each[1]))
