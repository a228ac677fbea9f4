"""The record reference: every field of every kind of record, from the models themselves."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from graph.records.kinds import RECORD_KINDS
from graph.records.scalars import ID
from graph.store.json_schema import json_schema

_PER_LANGUAGE = {"LocalizedText": "texts", "WordingMarks": "marks", "KeywordLists": "lists"}
"""What a field holds that has a value per language, by the model of it."""


@dataclass(frozen=True)
class FieldType:
    """What a field holds, as a word of the interface (`records.type.WORD`), and where it leads.

    `part` is the anchor of the part of the record that the field consists of, if it has one.
    """

    word: str
    many: bool = False
    part: str = ""


@dataclass(frozen=True)
class FieldEntry:
    """One field of a record: its name in the file, what it holds and what it is for."""

    name: str
    type: FieldType
    required: bool
    default: str
    meaning: str


@dataclass(frozen=True)
class RecordPart:
    """A record, or something that records consist of: fields, or else the words allowed."""

    anchor: str
    name: str
    meaning: str
    fields: tuple[FieldEntry, ...]
    values: tuple[str, ...]


@dataclass(frozen=True)
class RecordForm:
    """One kind of record: where its file is kept, and its parts, the record itself first."""

    kind: str
    place: str
    parts: tuple[RecordPart, ...]


@cache
def record_forms() -> tuple[RecordForm, ...]:
    """Every kind of record, as the models have it, so that the page cannot fall behind."""
    return tuple(
        RecordForm(name, kind.path(), tuple(_parts(name, json_schema(name))))
        for name, kind in RECORD_KINDS.items()
    )


def _parts(kind: str, schema: Mapping[str, Any]) -> Iterator[RecordPart]:
    yield _part(kind, kind, schema)
    for name, part in schema.get("$defs", {}).items():
        # A text per language is explained once, above all records; marks are like one.
        if name not in _PER_LANGUAGE:
            yield _part(kind, name, part)


def _part(kind: str, name: str, schema: Mapping[str, Any]) -> RecordPart:
    required = schema.get("required", [])
    return RecordPart(
        _anchor(kind, name),
        _in_words(name),
        schema.get("description", ""),
        tuple(
            FieldEntry(
                field,
                _type(kind, form),
                field in required,
                _default(form.get("default")),
                form.get("description", ""),
            )
            for field, form in schema.get("properties", {}).items()
            # The name of the file says it.
            if not (name == kind and field == "id")
        ),
        tuple(schema.get("enum", ())),
    )


def _anchor(kind: str, name: str) -> str:
    return kind if name == kind else f"{kind}-{_in_words(name).replace(' ', '-')}"


def _in_words(name: str) -> str:
    """`ClaimLink` as `claim link`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()


def _default(value: Any) -> str:
    if value is None or value == []:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _type(kind: str, form: Mapping[str, Any]) -> FieldType:
    if "items" in form:
        one = _type(kind, form["items"])
        return FieldType(one.word, True, one.part)
    if "anyOf" in form:
        kinds = [_type(kind, each) for each in form["anyOf"] if each.get("type") != "null"]
        if len(kinds) == 1:
            return kinds[0]
        return FieldType("id-or-ids" if kinds[0].word == "id" else "text-or-texts")
    if "$ref" in form:
        name = form["$ref"].rpartition("/")[2]
        if name in _PER_LANGUAGE:
            return FieldType(_PER_LANGUAGE[name])
        return FieldType("part", part=_anchor(kind, name))
    return FieldType(_scalar(form))


def _scalar(form: Mapping[str, Any]) -> str:
    pattern = form.get("pattern", "")
    for sign, word in (("sha256", "fingerprint"), ("[0-9]{4}", "date"), ("A-Za-z0-9", "language")):
        if sign in pattern:
            return word
    if form.get("format") == "uri":
        return "address"
    match form.get("type"):
        case "boolean":
            return "yes-or-no"
        case "number":
            return "share" if "exclusiveMinimum" in form else "strength"
        case "integer":
            return "count"
    return "id" if ID.pattern in pattern else "text"
