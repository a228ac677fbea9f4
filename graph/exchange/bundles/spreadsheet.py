"""A bundle as a spreadsheet (CSV, RFC 4180): one record a row, and a column for each field."""

import csv
import io
import json
from collections.abc import Iterator
from functools import partial
from typing import Any

from graph.base import KnowledgeBase
from graph.base.kept_texts import kept_texts
from graph.check import Finding
from graph.exchange.bundles.columns import (
    cell_values,
    cells,
    column_name,
    column_order,
    column_way,
    whole_way,
)
from graph.exchange.bundles.entry import BODIES, BODY, Bundle, Entry
from graph.exchange.bundles.of_records import Written, written
from graph.exchange.format import Format, Subject, one_file
from graph.records import Debate, limits
from graph.records.kinds import RECORD_KINDS
from graph.store import FieldPath, Span
from graph.store.problem import KEY
from graph.text.one_line import trimmed

_DELIMITERS = ",;\t"
_FORMULA = "=+-@\t\r'"
"""What a cell may not begin with: a spreadsheet would run the text (OWASP, CSV injection). A `'`
before it says that it is a text, as in the spreadsheet itself."""
_FORM = "the first row names the columns, such as claim.en, kind and supports"


def spreadsheet(kb: KnowledgeBase) -> str:
    """The records of a knowledge base, each on a row."""
    # Who opens it wants the claims: they stand first.
    records = sorted(written(kb), key=lambda each: each.kind != "claim")
    rows: list[dict[FieldPath, str]] = []
    with kept_texts(kb, "csv") as text:
        for each in records:
            found = json.loads(text(each.made_of, partial(_cells, each)))
            rows.append({("record",): each.kind, **{tuple(way): cell for way, cell in found}})
    ways = sorted({way for row in rows for way in row}, key=column_order)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(map(column_name, ways))
    writer.writerows([_as_text(row.get(way, "")) for way in ways] for row in rows)
    return out.getvalue()


def _cells(record: Written) -> str:
    return json.dumps([*cells(_with_languages(record.kind, record.fields))], ensure_ascii=False)


def _with_languages(kind: str, fields: dict[str, Any]) -> dict[str, Any]:
    """A debate with its languages, which follow from the order of its title: columns have one
    order for all."""
    if kind != "debate" or "languages" in fields:
        return fields
    languages = Debate.model_validate(fields).languages
    return {**fields, "languages": list(languages)} if len(languages) > 1 else fields


def _as_text(cell: str) -> str:
    return f"'{cell}" if cell[:1] in _FORMULA and cell else cell


def _meant(way: FieldPath, cell: str) -> str:
    # An annotation may begin with a stretch of code, which is told by its spaces.
    cell = cell if way[0] in (BODY, BODIES) else trimmed(cell)
    return cell[1:] if cell[:1] == "'" and cell[1:2] in _FORMULA and cell[1:] else cell


def read_spreadsheet(name: str, text: str) -> Bundle:
    """The records in the rows of a spreadsheet; never raises for what they say.

    Columns are parted by the comma, semicolon or tab that the first row has most of. Empty cells
    and empty rows say nothing.
    """
    bundle = Bundle(name, text)
    head = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=head.count)
    # A text may be longer than the library's own limit for a cell.
    csv.field_size_limit(limits.BUNDLE)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    spans = _spans(text, delimiter)
    table: list[tuple[list[str], list[Span]]] = []
    findings: list[Finding] = []
    try:
        table += ((row, next(spans)) for row in rows)
    except csv.Error as error:
        span = next(spans, [Span(1, 1, 2)])[-1]
        help_ = 'put a text in double quotes, and write each double quote in it as ""'
        findings.append(bundle.fault("S205", span, f"this is no CSV: {error}", help_))
    if not table:
        findings = findings or [
            bundle.fault("F103", Span(1, 1, 2), "there is nothing in it", _FORM)
        ]
        return Bundle(name, text, (), tuple(findings))
    (names, heads), *body = table
    ways = [column_way(each.strip()) for each in names]
    entries: list[Entry] = []
    for number, (row, places) in enumerate(body, 2):
        if not any(each.strip() for each in row):
            continue
        if len(row) > len(ways):
            said = f"{len(row)} cells in this row, and {len(ways)} columns"
            help_ = f"put a text with “{delimiter}” in it in double quotes"
            findings.append(bundle.fault("F103", places[len(ways)], said, help_))
            continue
        given = [
            (way, said, place, head)
            for way, cell, place, head in zip(ways, row, places, heads, strict=False)
            if (said := _meant(way, cell))
        ]
        kind, place = next(
            ((cell, place) for way, cell, place, _ in given if way == ("record",)),
            ("claim", places[0]),
        )
        if kind not in RECORD_KINDS:
            findings.append(bundle.unknown_kind(kind, place))
            continue
        entry, twice = _entry(kind, number, places[0], given)
        entries.append(entry)
        for field, place in twice:
            said = f"`{column_name(field)}` is given twice in this row"
            help_ = "leave one of the two cells empty, or call its column something else"
            findings.append(bundle.fault("S209", place, said, help_))
    return Bundle(name, text, tuple(entries), tuple(findings))


def _entry(
    kind: str, row: int, first: Span, given: list[tuple[FieldPath, str, Span, Span]]
) -> tuple[Entry, list[tuple[FieldPath, Span]]]:
    """The record of a row, and the fields that two of its cells say, with the second of them. What
    a shorter name says comes before what a longer one adds to it."""
    twice: list[tuple[FieldPath, Span]] = []
    fields: dict[str, Any] = {}
    places: dict[FieldPath, Span] = {(): first}
    for way, cell, place, head in sorted(given, key=lambda each: len(each[0])):
        if way == ("record",):
            twice += [(way, place)] if way in places else []
            places[way] = place
            continue
        for field, text in cell_values(kind, whole_way(kind, way), cell):
            if field in places:
                twice.append((field, place))
                continue
            _put(fields, field, text)
            places[field] = place
            places[(*field, KEY)] = head
    names = dict.fromkeys(str(whole_way(kind, way)[0]) for way, *_ in given)
    dense, moved = _dense({name: fields[name] for name in names if name in fields})
    _original_first(dense)
    moved_places = {_moved(way, moved): span for way, span in places.items()}
    return Entry(kind, row, dense, moved_places), twice


def _put(fields: dict[str, Any], way: FieldPath, text: Any) -> None:
    """Set a field, in mappings also for lists: those have gaps before all is there."""
    holder: Any = fields
    for each in way[:-1]:
        below = holder.setdefault(each, {})
        if not isinstance(below, dict):
            # A column for the whole and one for a part of it: the part is told to be no field.
            below = holder[each] = {"": below}
        holder = below
    if isinstance(holder.get(way[-1]), dict):
        holder[way[-1]][""] = text
    else:
        holder[way[-1]] = text


def _dense(value: Any, way: FieldPath = ()) -> tuple[Any, dict[FieldPath, int]]:
    """A value with lists where keys are numbers; and of each item that moved up, where it is."""
    if not isinstance(value, dict):
        return value, {}
    moved: dict[FieldPath, int] = {}
    found: dict[Any, Any] = {}
    for each, below in value.items():
        found[each], further = _dense(below, (*way, each))
        moved |= further
    if not found or not all(isinstance(each, int) for each in found):
        return {str(each): below for each, below in found.items()}, moved
    for at, each in enumerate(sorted(found)):
        moved[(*way, each)] = at
    return [found[each] for each in sorted(found)], moved


def _moved(way: FieldPath, moved: dict[FieldPath, int]) -> FieldPath:
    return tuple(
        moved.get(way[: at + 1], each) if isinstance(each, int) else each
        for at, each in enumerate(way)
    )


def _original_first(fields: dict[str, Any]) -> None:
    """Put a sentence that others are translated from before these: columns have one order."""
    sentences, marks = fields.get("claim"), fields.get("translates")
    if isinstance(sentences, dict) and isinstance(marks, dict):
        fields["claim"] = dict(sorted(sentences.items(), key=lambda each: each[0] in marks))


def _spans(text: str, delimiter: str) -> Iterator[list[Span]]:
    """Where the cells of each row begin, and where they end on that line."""
    line, begin, at = 1, 0, 0
    row: list[Span] = []
    size = len(text)
    while at < size:
        start, start_line, first = at, line, begin
        quoted = text[at] == '"'
        at += quoted
        while at < size:
            sign = text[at]
            if quoted and sign == '"':
                if text[at + 1 : at + 2] == '"':
                    at += 2
                    continue
                quoted = False
            elif not quoted and sign in (delimiter, "\n"):
                break
            elif sign == "\n":
                line, begin = line + 1, at + 1
            at += 1
        end = text.find("\n", start, at) if line > start_line else at
        row.append(Span(start_line, start - first + 1, max(end - first + 1, start - first + 2)))
        if at < size and text[at] == "\n":
            line, begin = line + 1, at + 1
            yield row
            row = []
        at += 1
    if row or text[-1:] == delimiter:
        if text[-1:] == delimiter:
            row.append(Span(line, size - begin + 1, size - begin + 2))
        yield row


CSV = Format(
    name="csv",
    label="CSV",
    subject=Subject.EVERYTHING,
    path="knowledge-base.csv",
    media_type="text/csv",
    files=one_file("knowledge-base.csv", spreadsheet),
)
