"""A bundle in YAML: the records of each kind in a list, with a field for each kind."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from graph.base import KnowledgeBase
from graph.base.kept_texts import kept_texts
from graph.check import Finding, check
from graph.exchange.bundles.entry import BODY, PLURALS, Bundle, Entry, beneath
from graph.exchange.bundles.of_records import Written, written
from graph.exchange.format import Format, Subject, one_file
from graph.records import limits
from graph.records.kinds import RECORD_KINDS
from graph.store import FieldPath, Problem, Span, Tree
from graph.store.problem import KEY
from graph.store.writing import lines_of
from graph.store.yaml_nodes import place_beyond
from graph.store.yaml_reading import Reading, read_yaml
from graph.text.nearest import did_you_mean


def yaml_bundle(kb: KnowledgeBase) -> str:
    """The records of a knowledge base in one YAML document."""
    of_kind: dict[str, list[str]] = {}
    with kept_texts(kb, "yaml") as text:
        for each in written(kb):
            texts = of_kind.setdefault(each.kind, [])
            texts.append(text(each.made_of, partial(_text, each)))
    return "\n".join(f"{PLURALS[kind]}:\n{''.join(texts)}" for kind, texts in of_kind.items())


def _text(record: Written) -> str:
    fields = record.fields
    lines = _indented(fields, 2) if RECORD_KINDS[record.kind].single else _item(fields)
    return "".join(f"{line}\n" for line in lines)


def _item(fields: Mapping[str, Any]) -> Iterator[str]:
    first, *rest = _indented(fields, 4)
    yield f"  - {first.lstrip()}"
    yield from rest


def _indented(fields: Mapping[str, Any], indent: int) -> Iterator[str]:
    body = fields.get(BODY, "")
    block = "\n" in body and _fits_a_block(body)
    for line in lines_of(
        {name: fields[name] for name in fields if name != BODY or not block}, indent
    ):
        yield line.text
    if block:
        yield f"{' ' * indent}{BODY}: |-"
        yield from (f"{' ' * (indent + 2)}{line}".rstrip() for line in body.split("\n"))


def _fits_a_block(text: str) -> bool:
    """Whether a text of several lines is the same when it is written as it stands."""
    lines = text.split("\n")
    return not text[0].isspace() and all(
        line.isprintable() and (line == line.rstrip()) for line in lines
    )


def read_yaml_bundle(name: str, text: str) -> Bundle:
    """The records in a YAML document; never raises for what it says."""
    bundle = Bundle(name, text)
    if (beyond := place_beyond(text, limits.VALUES)) is not None:
        line, column = (each + 1 for each in beyond)
        return replace(bundle, findings=(bundle.too_many_values(Span(line, column, column + 1)),))
    reading = read_yaml(text)
    findings = [*_complaints(name, reading)]
    data = reading.data
    if not isinstance(data, dict):
        if not findings:
            said, help_ = "there are no records in it", _FORM
            if isinstance(data, list) and data:
                said, help_ = (
                    "this list does not say what it lists",
                    f"put its name above it; {_FORM}",
                )
            findings.append(bundle.fault("F103", Span(1, 1, 2), said, help_))
        return Bundle(name, text, (), tuple(findings))
    found: list[tuple[str, Any, FieldPath]] = []
    kinds = {plural: kind for kind, plural in PLURALS.items()}
    for plural, listed in data.items():
        kind = kinds.get(plural)
        if kind is None:
            span = reading.places[(plural, KEY)]
            help_ = did_you_mean(plural, kinds) or _FORM
            findings.append(bundle.fault("F101", span, f"unknown field `{plural}`", help_))
        elif RECORD_KINDS[kind].single:
            found.append((kind, listed, (plural,)))
        elif isinstance(listed, list):
            found += ((kind, each, (plural, at)) for at, each in enumerate(listed))
        elif listed is not None:
            findings.append(
                bundle.fault("F103", reading.places[(plural,)], "expected a list", _FORM)
            )
    entries: list[Entry] = []
    places = _by_record(reading.places)
    for row, (kind, fields, way) in enumerate(found, 1):
        if isinstance(fields, dict):
            entries.append(Entry(kind, row, fields, beneath(places.get(way, {}), way)))
        else:
            findings.append(
                bundle.fault("F103", reading.places[way], "expected fields and their values", _FORM)
            )
    return Bundle(name, text, tuple(entries), tuple(findings))


_NOWHERE = Path()
_FORM = "a bundle has lists: `claims:`, `sources:`, `speakers:`, `debates:`"


def _by_record(places: Mapping[FieldPath, Span]) -> dict[FieldPath, dict[FieldPath, Span]]:
    """The places by the record that they are in, so that none is looked for among all."""
    found: dict[FieldPath, dict[FieldPath, Span]] = {}
    for way, span in places.items():
        found.setdefault(way[:1], {})[way] = span
        if len(way) > 1:
            found.setdefault(way[:2], {})[way] = span
    return found


def _complaints(name: str, reading: Reading) -> Iterator[Finding]:
    problems = tuple(
        Problem(name, each.fault, each.span, each.detail, each.found, each.field)
        for each in reading.complaints
    )
    if problems:
        found = check(KnowledgeBase(Tree(_NOWHERE, (), problems)))
        yield from (each for each in found if each.path == name)


YAML = Format(
    name="yaml",
    label="YAML",
    subject=Subject.EVERYTHING,
    path="knowledge-base.yaml",
    media_type="application/yaml",
    files=one_file("knowledge-base.yaml", yaml_bundle),
)
