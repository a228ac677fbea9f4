"""A record file in the one canonical layout, with its comments and everything it says.

Unlike `writing`, which writes a record, this works on the file's text: fields that no model
knows and values that no model accepts are kept as they are.
"""

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from pydantic import BaseModel, RootModel

from graph.records import Claim, LocalizedText
from graph.records.kinds import RECORD_KINDS, model_in
from graph.records.scalars import Flag
from graph.store.changes import as_data
from graph.store.comments import Anchored, anchored, comments
from graph.store.conflicts import conflicts
from graph.store.front_matter import Unfenced, split_front_matter
from graph.store.problem import FieldPath
from graph.store.splices import Splice, as_read, spliced_as_it_stands
from graph.store.writing import Line, field_order, lines_of
from graph.store.yaml_reading import Reading, read_yaml
from graph.text.one_line import on_one_line


def laid_out(kind: str, text: str) -> str | None:
    """The text of a file of this kind of record as it should
    stand; None where it cannot be read without guessing, or not be laid out without a loss.

    Laying out twice is the same as once. Only the order of fields, line breaks, quotes and
    white space change; spaces that are not plain ones stay.
    """
    if kind != "claim":
        return _fields(RECORD_KINDS[kind].model, text)
    parts = split_front_matter(text)
    if isinstance(parts, Unfenced):
        return None
    fields = _fields(Claim, parts.yaml)
    return None if fields is None else f"---\n{fields}---\n{parts.body}"


def laid_out_as_before(kind: str, before: str, after: str) -> str:
    """The text of a file after a change: laid out in the canonical way where it was so before.

    Neither the ends of its lines nor a byte order mark change.
    """
    if laid_out(kind, as_read(before)) != as_read(before):
        return after
    plain = as_read(after)
    tidy = laid_out(kind, plain)
    return (
        after
        if tidy in (None, plain)
        else spliced_as_it_stands(after, (Splice(0, len(plain), tidy or ""),))
    )


def _fields(model: type[BaseModel], text: str) -> str | None:
    reading = read_yaml(text)
    if reading.complaints or not isinstance(reading.data, dict) or conflicts(".yaml", text):
        # Within quotes what a merge left is text; on another line it would not be seen again.
        return None
    data = _ordered(model, reading.data)
    lines = list(_with_comments(list(lines_of(data)), anchored(reading.text, reading.places)))
    tidy = "".join(f"{line}\n" for line in lines)
    # Of a text that stays nothing can be lost.
    return tidy if tidy == text or _keeps_all(reading, tidy, data) else None


def _keeps_all(before: Reading, tidy: str, data: Any) -> bool:
    """Whether a text reads as these data, and has the comments of the text before."""
    after = read_yaml(tidy)
    if after.complaints or after.data != as_data(data):
        return False
    return _said(before.text) == _said(tidy)


def _said(text: str) -> list[str]:
    return sorted(each.text for each in comments(text))


def _ordered(model: Any, value: Any) -> Any:
    """Plain data with its fields in canonical order and its flags as flags."""
    if isinstance(value, list):
        return [_ordered(model, item) for item in value]
    if isinstance(value, str):
        return on_one_line(value) if model is not None else value
    if not isinstance(value, dict):
        return value
    if model is None or issubclass(model, RootModel):
        return {key: _ordered(model, item) for key, item in value.items()}
    fields = model.model_fields
    names = {fields[name].alias or name: name for name in field_order(model)}
    known = {key: _known(fields[names[key]], value[key]) for key in names if key in value}
    rest = {key: _ordered(None, item) for key, item in value.items() if key not in names}
    return {**({"id": rest.pop("id")} if "id" in rest else {}), **known, **rest}


def _known(info: Any, value: Any) -> Any:
    if _mentions(info, Flag) and isinstance(value, str):
        said = value.strip().lower()
        if said in ("true", "false"):
            return said == "true"
    return _ordered(model_in(info.annotation) or LocalizedText, value)


def _mentions(info: Any, flag: Any) -> bool:
    return info.annotation is get_args(flag)[0]


def _with_comments(lines: list[Line], notes: Anchored) -> Iterator[str]:
    above: dict[int, list[str]] = {}
    behind: dict[int, list[str]] = {}
    beginnings = _beginnings(lines)
    for path, texts in notes.above.items():
        above.setdefault(_line_of(beginnings, path), []).extend(texts)
    for path, texts in notes.behind.items():
        behind.setdefault(_line_of(beginnings, path), []).extend(texts)
    yield from notes.head
    for number, line in enumerate(lines):
        margin = " " * (len(line.text) - len(line.text.lstrip()))
        own = above.get(number, [])
        after = behind.get(number, [])
        if len(after) > 1:
            # One line has room for one comment.
            own, after = own + after, []
        yield from (f"{margin}{text}" for text in own)
        yield line.text + "".join(f"  {text}" for text in after)
    yield from notes.foot


def _beginnings(lines: list[Line]) -> dict[FieldPath, int]:
    """The line on which each field begins."""
    found: dict[FieldPath, int] = {}
    for number, line in enumerate(lines):
        for length in range(1, len(line.field) + 1):
            found.setdefault(line.field[:length], number)
    return found


def _line_of(beginnings: Mapping[FieldPath, int], path: FieldPath) -> int:
    """The line on which a field begins, or that of the nearest field around it."""
    around = (path[:length] for length in range(len(path), 0, -1))
    return next((beginnings[each] for each in around if each in beginnings), 0)
