"""Signs in a file of records that nobody sees, wherever in it they stand and however spelt."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from graph.store.front_matter import FrontMatter, Unfenced, fields_and_body
from graph.store.problem import Span
from graph.store.record_file import RecordFile
from graph.store.spelt import spelt
from graph.store.syntax import Slip
from graph.store.yaml_nodes import compose, without_old_breaks
from graph.text.invisible import hidden, unbalanced, unusual

_ESCAPE = re.compile(r"\\[xuU]")


class Unseen(NamedTuple):
    """A sign that nobody sees and where it stands; `astray` is true of a turn of direction that
    does not end, or of an end of one that did not begin."""

    span: Span
    sign: str
    astray: bool


def unseen(file: RecordFile) -> Iterator[Unseen]:
    """The signs in a file that nobody sees and that are not at home where they stand."""
    text = file.text
    if next(unusual(text), None) is None and not ("\\" in text and _ESCAPE.search(text)):
        return
    parts: FrontMatter | Unfenced = FrontMatter("", 1, text, 1)
    if file.kind not in ("annotation", "text"):
        parts = fields_and_body(file.path, text)
    if isinstance(parts, Unfenced):
        return
    yield from _in_fields(parts.yaml, parts.yaml_line)
    for number, line in enumerate(parts.body.split("\n"), start=parts.body_line):
        for place, astray in _signs(line):
            yield Unseen(Span(number, place + 1, place + 2), line[place], astray)


def _in_fields(text: str, first_line: int) -> Iterator[Unseen]:
    text = without_old_breaks(text)
    lines = text.split("\n")
    composed = compose(text, lines)
    if composed is None or isinstance(composed, Slip):
        return
    for node in _scalars(composed):
        signs = list(_signs(node.value))
        spans = spelt(node, lines, first_line, [place for place, _ in signs])
        for (place, astray), span in zip(signs, spans, strict=True):
            yield Unseen(span, node.value[place], astray)


def _scalars(composed: Any) -> Iterator[Any]:
    """Every scalar once, keys included; an alias leads back to what was there before."""
    seen: set[int] = set()
    waiting = [composed]
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            yield node
        elif isinstance(node, yaml.SequenceNode):
            waiting.extend(reversed(node.value))
        else:
            waiting.extend(part for pair in reversed(node.value) for part in reversed(pair))


def _signs(text: str) -> list[tuple[int, bool]]:
    """The places of the signs in one text, each with whether it is astray."""
    astray = unbalanced(text)
    found = dict.fromkeys(hidden(text), False)
    return sorted((found | {astray: True} if astray is not None else found).items())
