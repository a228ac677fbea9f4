"""Texts inside braces that a comma parts, where it was meant as one of the text.

In `{en: Good, for now., nl: Goed.}` YAML reads three fields, of which `for now.` has no value.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

import yaml
from pydantic import BaseModel

from graph.records.kinds import RECORD_KINDS, model_in
from graph.store.problem import Span
from graph.text.one_line import on_one_line

_COLON = re.compile(r"\s*:")


class Parted(NamedTuple):
    """A text as it was meant, and where it stands; lines and columns as in `Span`, but the lines
    counted from 0."""

    text: str
    span: Span


def parted_texts(node: Any, lines: list[str]) -> Iterator[tuple[Any, Any, Parted | None]]:
    """The keys and values of a mapping, and a text where what follows the value is part of it.

    What follows is: it stands in braces, is no field that has a value, and its name is that of
    no field, of no language and not in quotes.
    """
    pairs = node.value
    at = 0
    while at < len(pairs):
        key, value = pairs[at]
        at += 1
        last = at
        if node.flow_style and _is_plain(key) and _is_plain(value) and value.value:
            while last < len(pairs) and _goes_on(pairs[last][0], pairs[last][1], lines):
                last += 1
        if last == at:
            yield key, value, None
        else:
            last_key, last_value = pairs[last - 1]
            end = last_value.end_mark if last_value.value else last_key.end_mark
            yield key, value, _between(value.start_mark, end, lines)
            at = last


def _is_plain(node: Any) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.tag == "plain"


def _goes_on(key: Any, value: Any, lines: list[str]) -> bool:
    """Whether a pair is the rest of the text before it."""
    if not _is_plain(key) or not _is_plain(value):
        return False
    name = key.value
    # No field and no language has a space in it.
    return any(map(str.isspace, name)) or (
        not _has_colon(key, value, lines) and len(name) != 2 and name not in _field_names()
    )


def _has_colon(key: Any, value: Any, lines: list[str]) -> bool:
    end = key.end_mark
    return bool(value.value) or _COLON.match(lines[end.line], end.column) is not None


def _between(start: Any, end: Any, lines: list[str]) -> Parted:
    if start.line == end.line:
        text = lines[start.line][start.column : end.column].rstrip(" \t")
        return Parted(text, Span(start.line, start.column + 1, start.column + 1 + len(text)))
    first, last = lines[start.line][start.column :], lines[end.line][: end.column]
    text = on_one_line(" ".join([first, *lines[start.line + 1 : end.line], last]))
    return Parted(text, Span(start.line, start.column + 1, start.column + 1 + len(first)))


@cache
def _field_names() -> frozenset[str]:
    """The names of all fields that records and their parts have."""
    names: set[str] = set()
    waiting: list[type[BaseModel]] = [each.model for each in RECORD_KINDS.values()]
    seen: set[type[BaseModel]] = set()
    while waiting:
        model = waiting.pop()
        if model in seen:
            continue
        seen.add(model)
        for name, info in model.model_fields.items():
            names.add(info.alias or name)
            if (inner := model_in(info.annotation)) is not None:
                waiting.append(inner)
    return frozenset(names)
