"""YAML with every scalar kept as the text that stands there, and the place of every node.

No implicit typing takes place: YAML 1.1's surprises (`no`, `on`, dates, `1_000`, `12:30`) never
happen, and the models decide what a field's text means. Aliases, tags and merge keys have no use
in records and are refused.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any, NamedTuple

import yaml

from graph.records import limits
from graph.store.faultless import EMPTY, faultless
from graph.store.parted_texts import parted_texts
from graph.store.problem import KEY, Fault, FieldPath, Span
from graph.store.spelt import spelt
from graph.store.syntax import Slip, no_break_space
from graph.store.yaml_nodes import DEEPEST, compose, without_old_breaks
from graph.text.invisible import faulty, sign_name, without_faulty


class Complaint(NamedTuple):
    """A fault in a YAML text, placed in that text."""

    fault: Fault
    span: Span
    detail: str
    found: str
    field: FieldPath


@dataclass(frozen=True)
class Reading:
    """A YAML text as plain data (str, None, list, dict), and the faults in it.

    `text` is what was read; its first line is line `first_line` of the file. `items` counts what
    is in its lists, and in a mapping where that is as long as no list may be.
    """

    data: Any
    complaints: list[Complaint]
    text: str
    first_line: int
    items: int = 0

    @cached_property
    def places(self) -> Mapping[FieldPath, Span]:
        """The span of every value, by its path; that of a key, by its value's path and `KEY`.

        Found by reading the text once more, since most readers never ask where something stands.
        """
        return places_in(self.text, self.first_line)


def read_yaml(text: str, first_line: int = 1) -> Reading:
    """Read one YAML document.

    `first_line` is the line number of the text's first line in its file. Faults never
    raise: what could be read is in `data`, the rest in `complaints`.
    """
    text = without_old_breaks(text)
    if (found := faultless(text)) is not None:
        return Reading(found.data, [], text, first_line, found.items)
    lines = text.split("\n")
    composed = compose(text, lines)
    if isinstance(composed, Slip):
        fault, line, column, detail = composed
        shown = lines[line][column : column + 80] if line < len(lines) else ""
        span = Span(line + first_line, column + 1, column + 2)
        return Reading(None, [Complaint(fault, span, detail, shown, ())], text, first_line)
    walk = _Walk(lines, first_line)
    data = None if composed is None else walk.value(composed, ())
    return Reading(data, walk.complaints, text, first_line, walk.items)


def places_in(text: str, first_line: int = 1) -> dict[FieldPath, Span]:
    """Where every value and key of a YAML document stands, as `Reading.places`.

    Empty where the text cannot be read.
    """
    text = without_old_breaks(text)
    lines = text.split("\n")
    composed = compose(text, lines)
    places: dict[FieldPath, Span] = {}
    if composed is not None and not isinstance(composed, Slip):
        _Places(lines, first_line, places).note(composed, ())
    return places


class _Lines:
    """The lines of a text, and where on them a node stands."""

    def __init__(self, lines: list[str], first_line: int) -> None:
        self._lines = lines
        self._first_line = first_line

    def _line(self, number: int) -> str:
        return self._lines[number] if number < len(self._lines) else ""

    def _span(self, node: Any) -> Span:
        start, end = node.start_mark, node.end_mark
        line, column, stop = start.line, start.column, end.column
        if end.line != line or stop <= column:
            stop = max(len(self._line(line).rstrip()), column + 1)
        return Span(line + self._first_line, column + 1, stop + 1)


class _Walk(_Lines):
    """From libyaml's nodes to plain data, noting faults on the way."""

    def __init__(self, lines: list[str], first_line: int) -> None:
        super().__init__(lines, first_line)
        self.complaints: list[Complaint] = []
        self.items = 0
        self._seen: set[int] = set()

    def _first_character(self, node: Any) -> str:
        mark = node.start_mark
        return self._line(mark.line)[mark.column : mark.column + 1]

    def _complain(self, fault: Fault, node: Any, detail: str, field: FieldPath) -> None:
        span = self._span(node)
        line = self._line(span.line - self._first_line)
        found = line[span.column - 1 : span.end_column - 1]
        self.complaints.append(Complaint(fault, span, detail, found[:80], field))

    def value(self, node: Any, path: FieldPath) -> Any:
        if id(node) in self._seen:
            # An alias; its anchor has been complained of.
            return None
        self._seen.add(id(node))
        if self._first_character(node) == "&":
            self._complain(
                Fault.ALIAS, node, "a text cannot start with & unless it is in quotes", path
            )
        if len(path) > DEEPEST:
            self._complain(Fault.TOO_DEEP, node, "nested too deeply", path)
            return None
        if node.tag not in ("plain", "quoted", "collection"):
            self._complain(Fault.TAG, node, f"the tag {node.tag} has no meaning here", path)
        if isinstance(node, yaml.ScalarNode):
            if node.tag == "plain" and node.value in EMPTY:
                return None
            if node.value.isprintable():
                return node.value
            self._look_for_spaces(node, path)
            return self._without_faulty(node, path)
        if isinstance(node, yaml.SequenceNode):
            self.items += len(node.value)
            return [self.value(item, (*path, index)) for index, item in enumerate(node.value)]
        return self._mapping(node, path)

    def _look_for_spaces(self, node: Any, path: FieldPath, key: bool = False) -> None:
        """Complain where YAML took what was meant as fields or as an item of a list for a text."""
        line, column = node.start_mark.line, node.start_mark.column
        before, meant = self._line(line)[:column], self._line(line)[column:]
        found = no_break_space(meant) if node.tag == "plain" else None
        # In a value a colon may be one of the text, as a dash may within its line.
        item = meant.startswith("-") and not before.strip()
        if found is not None and (key or item or not path):
            place, detail = found
            begin = column + place + 1
            span = Span(line + self._first_line, begin, begin + 1)
            self.complaints.append(
                Complaint(Fault.NO_BREAK_SPACE, span, detail, meant[place], path)
            )

    def _without_faulty(self, node: Any, path: FieldPath) -> str:
        """A text without the characters that no text has, which are complained of."""
        text: str = node.value
        places = list(islice(faulty(text), limits.FINDINGS + 1))
        spans = spelt(node, self._lines, self._first_line, places) if places else []
        for place, span in zip(places, spans, strict=True):
            detail = f"the character {sign_name(text[place])}, which no text has"
            said = self._line(span.line - self._first_line)[span.column - 1 : span.end_column - 1]
            self.complaints.append(Complaint(Fault.CONTROL_CHARACTER, span, detail, said, path))
        return without_faulty(text)

    def _mapping(self, node: Any, path: FieldPath) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        keys: dict[str, Any] = {}
        if len(node.value) > limits.ITEMS:
            self.items += len(node.value)
        for key_node, value_node, parted in parted_texts(node, self._lines):
            if parted is not None:
                key = without_faulty(key_node.value)
                mapping[key], keys[key] = parted.text, key_node
                span = parted.span._replace(line=parted.span.line + self._first_line)
                detail = "a comma ends a text inside { }"
                self.complaints.append(
                    Complaint(Fault.UNQUOTED_COMMA, span, detail, parted.text, (*path, key))
                )
                continue
            if not isinstance(key_node, yaml.ScalarNode):
                self._complain(Fault.WRONG_TYPE, key_node, "expected a field name", path)
                continue
            key = key_node.value
            if not key.isprintable():
                key = without_faulty(key)
                self._look_for_spaces(key_node, (*path, key), key=True)
                self._without_faulty(key_node, (*path, key))
            here = (*path, key)
            if key in mapping:
                first = self._span(keys[key]).line
                self._complain(Fault.DUPLICATE_KEY, key_node, f"first given on line {first}", here)
                continue
            keys[key] = key_node
            mapping[key] = self.value(value_node, here)
        return mapping


class _Places(_Lines):
    """From libyaml's nodes to the places of what `_Walk` takes from them."""

    def __init__(self, lines: list[str], first_line: int, places: dict[FieldPath, Span]) -> None:
        super().__init__(lines, first_line)
        self._places = places
        self._seen: set[int] = set()

    def note(self, node: Any, path: FieldPath) -> None:
        self._places[path] = self._span(node)
        if id(node) in self._seen or len(path) > DEEPEST:
            return
        self._seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            for index, item in enumerate(node.value):
                self.note(item, (*path, index))
        elif isinstance(node, yaml.MappingNode):
            for key_node, value_node in node.value:
                if not isinstance(key_node, yaml.ScalarNode):
                    continue
                key = key_node.value
                here = (*path, key if key.isprintable() else without_faulty(key))
                name = (*here, KEY)
                if name not in self._places:
                    self._places[name] = self._span(key_node)
                    if isinstance(value_node, yaml.ScalarNode):
                        self._places[here] = self._span(value_node)
                    else:
                        self.note(value_node, here)
