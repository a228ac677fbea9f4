"""One file of a knowledge base, read from its bytes or its text."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from graph.records import limits
from graph.records.grades import Grades
from graph.records.kinds import RECORD_KINDS, AnyRecord
from graph.records.scalars import is_well_formed_id
from graph.store.conflicts import conflicts
from graph.store.front_matter import Unfenced, fields_and_body
from graph.store.problem import Expected, Fault, Problem, Span
from graph.store.record_file import Place, RecordFile, place_of, placed
from graph.store.splices import as_read
from graph.text.invisible import faulty, sign_name, without_faulty

TOP = Span(1, 1, 2)
"""Where something is said of a file as a whole."""


Kept = tuple[int, int, str | None, AnyRecord]
"""What was read of a file without faults, but for its text: the character at which its body begins,
from 0, the line of that, the id that it gives itself, and its record."""

_SPOILS_ALL = frozenset((Fault.ALIAS, Fault.TAG, Fault.TOO_DEEP, Fault.NO_BREAK_SPACE))


def read_bytes(path: str, raw: bytes) -> tuple[RecordFile | None, list[Problem]]:
    """Read one file from its bytes, wherever they are kept; `path` as for `read_file`."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [Problem(path, Fault.NOT_UTF8, *first_fault(raw, error))]
    return read_file(path, as_read(text))


def kept_of(file: RecordFile) -> Kept | None:
    """What there is to keep of a file that was read without faults; None where it has no record, or
    one without an id of its own."""
    form = RECORD_KINDS.get(file.kind)
    if form is None or file.record is None or not (form.single or is_well_formed_id(file.id)):
        return None
    return len(file.text) - len(file.body), file.body_line, file.stated_id, file.record


def as_before(path: str, raw: bytes, kept: Kept) -> RecordFile | None:
    """A record's file as it was read before from the same bytes, by what was kept of it; None where
    no such record is kept at the path."""
    place = place_of(path)
    if place is None or place.kind not in RECORD_KINDS:
        return None
    begin, line, stated, record = kept
    model = RECORD_KINDS[place.kind].model
    if type(record) is not model or not (isinstance(record, Grades) or record.id == place.id):
        return None
    text = as_read(raw.decode("utf-8"))
    return placed(path, place, text, text[begin:], line, record=record, stated_id=stated)


def first_fault(raw: bytes, error: UnicodeDecodeError) -> tuple[Span, str]:
    """Where bytes are no UTF-8 and what is said of it, by the error of decoding all of them."""
    before = raw[: error.start]
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8-sig", "replace")) + 1
    detail = f"the byte 0x{raw[error.start]:02x} is not UTF-8"
    return Span(line, column, column + 1), detail


def read_file(path: str, text: str) -> tuple[RecordFile | None, list[Problem]]:
    """Read one file from its text; `path` is relative to the root, with forward slashes."""
    place = place_of(path)
    if place is None:
        detail = "no kind of record is kept at this place under this name"
        return None, [Problem(path, Fault.UNEXPECTED_FILE, TOP, detail)]
    if merging := conflicts(path, text):
        # Both sides of it are there at once, so that nothing else can be said of the file.
        return placed(path, place, text), merging
    if place.kind in RECORD_KINDS:
        return _read_record(path, place, text)
    return _with_body(path, place, text, text, [])


def _read_record(path: str, place: Place, text: str) -> tuple[RecordFile, list[Problem]]:
    # Most often all records are kept, and nothing is needed that reads YAML.
    from graph.store.misfit import misfit
    from graph.store.validation import validate
    from graph.store.yaml_reading import read_yaml

    parts = fields_and_body(path, text)
    if isinstance(parts, Unfenced):
        found = text.partition("\n")[0][:80]
        problem = Problem(path, parts.fault, parts.span, parts.detail, found)
        return placed(path, place, text), [problem]
    yaml_text, yaml_line, body, body_line = parts
    reading = read_yaml(yaml_text, yaml_line)
    problems = [
        Problem(path, each.fault, each.span, each.detail, each.found, each.field)
        for each in reading.complaints
    ]
    record = None
    stated: str | None = None
    dropped: Mapping[str, tuple[int, ...]] = {}
    form = RECORD_KINDS[place.kind]
    id_is_sound = form.single or is_well_formed_id(place.id)
    if any(each.fault in _SPOILS_ALL for each in problems):
        # What an alias, a tag or a space that is none would have meant is unknown.
        pass
    elif isinstance(reading.data, dict) or (form.single and reading.data is None and not problems):
        data = dict(reading.data or {})
        given = None if form.single else data.pop("id", None)
        if given is not None and not isinstance(given, str):
            span = reading.places[("id",)]
            problems.append(misfit(path, Expected.TEXT, span, ("id",)))
        stated = given if isinstance(given, str) else None
        if not form.single:
            # The id is checked by a rule of its own, against the file name.
            data["id"] = place.id if id_is_sound else "malformed"
        validated = validate(form.model, data, reading, path, form.placeholder)
        record, dropped = validated.record, validated.dropped
        problems.extend(validated.problems)
    elif not problems:
        problems.append(misfit(path, Expected.FIELDS, Span(yaml_line, 1, 2)))
    if record is not None and not id_is_sound:
        record = record.model_copy(update={"id": place.id})
    more = {"record": record, "stated_id": stated, "dropped": dropped}
    return _with_body(path, place, text, body, problems, body_line, **more)


def _with_body(
    path: str,
    place: Place,
    text: str,
    body: str,
    problems: list[Problem],
    first_line: int = 1,
    **more: Any,
) -> tuple[RecordFile, list[Problem]]:
    """A file with its Markdown or its text, from `first_line` on, and with the problems of that;
    and with whatever else is known of it."""
    if place.kind != "text" and len(body) > limits.NOTE:
        detail = f"an annotation of {len(body):,} characters; {limits.NOTE:,} are the most"
        problems.append(Problem(path, Fault.TOO_LONG, Span(first_line, 1, 2), detail))
    sound = without_faulty(body)
    faults = _faulty(body) if sound != body else iter(())
    for number, column, sign in islice(faults, limits.FINDINGS + 1):
        line = number + first_line
        detail = f"the character {sign_name(sign)}, which no text has"
        span = Span(line, column + 1, column + 2)
        problems.append(Problem(path, Fault.CONTROL_CHARACTER, span, detail, sign))
    return placed(path, place, text, sound, first_line, **more), problems


def _faulty(body: str) -> Iterator[tuple[int, int, str]]:
    """The characters that no text has, each with its line and column from 0."""
    for number, line in enumerate(body.split("\n")):
        for column in faulty(line):
            yield number, column, line[column]
