"""YAML with every scalar kept as the text that stands there, and the place of every node.

The composer is libyaml's, which knows the place of each node anyway. No implicit typing
takes place: YAML 1.1's surprises (`no`, `on`, dates, `1_000`, `12:30`) never happen, and
the models decide what a field's text means. Aliases, tags and merge keys have no use in
records and are refused.
"""

from typing import Any, NamedTuple

import yaml
from yaml._yaml import CParser

from graph.store.problem import Fault, FieldPath, Span

_DEEPEST = 16
_EMPTY = frozenset(("", "~", "null", "Null", "NULL"))


class Complaint(NamedTuple):
    """A fault in a YAML text, placed in that text."""

    fault: Fault
    span: Span
    detail: str
    found: str
    field: FieldPath


class Reading(NamedTuple):
    """A YAML text as plain data (str, None, list, dict), the nodes' places and the faults.

    `places` maps the path of every value to its span; the span of a key is kept under the
    path of its value with the marker `KEY` behind it.
    """

    data: Any
    places: dict[FieldPath, Span]
    complaints: list[Complaint]


KEY = "\0key"


class _Composer(CParser):  # type: ignore[misc]
    """libyaml's composer with a resolver that only tells plain scalars from quoted ones."""

    def resolve(self, kind: type, value: Any, implicit: Any) -> str:
        if kind is yaml.ScalarNode:
            return "plain" if implicit[0] else "quoted"
        return "collection"

    def descend_resolver(self, current: Any, index: Any) -> None:
        """Path resolvers are not used."""

    def ascend_resolver(self) -> None:
        """Path resolvers are not used."""


def read_yaml(text: str, first_line: int = 1) -> Reading:
    """Read one YAML document.

    `first_line` is the line number of the text's first line in its file. Faults never
    raise: what could be read is in `data`, the rest in `complaints`.
    """
    reading = Reading(None, {}, [])
    parser = None
    try:
        parser = _Composer(text)
        node = parser.get_single_node()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        detail = " ".join(part for part in (error.context, error.problem) if part)
        span = Span(line + first_line, column + 1, column + 2)
        reading.complaints.append(Complaint(Fault.SYNTAX, span, detail, "", ()))
        return reading
    except (yaml.YAMLError, ValueError) as error:
        reading.complaints.append(
            Complaint(Fault.SYNTAX, Span(first_line, 1, 2), str(error).splitlines()[0], "", ())
        )
        return reading
    finally:
        if parser is not None:
            parser.dispose()
    walk = _Walk(text.splitlines(), first_line, reading)
    data = None if node is None else walk.value(node, (), 0)
    return reading._replace(data=data)


class _Walk:
    """From libyaml's nodes to plain data, noting places and faults on the way."""

    def __init__(self, lines: list[str], first_line: int, reading: Reading) -> None:
        self._lines = lines
        self._first_line = first_line
        self._places = reading.places
        self._complaints = reading.complaints
        self._seen: set[int] = set()

    def _span(self, node: Any) -> Span:
        start, end = node.start_mark, node.end_mark
        if end.line == start.line and end.column > start.column:
            stop = end.column
        else:
            line = self._lines[start.line] if start.line < len(self._lines) else ""
            stop = max(len(line.rstrip()), start.column + 1)
        return Span(start.line + self._first_line, start.column + 1, stop + 1)

    def _complain(self, fault: Fault, node: Any, detail: str, field: FieldPath) -> None:
        span = self._span(node)
        index = span.line - self._first_line
        line = self._lines[index] if index < len(self._lines) else ""
        found = line[span.column - 1 : span.end_column - 1]
        self._complaints.append(Complaint(fault, span, detail, found[:80], field))

    def value(self, node: Any, path: FieldPath, depth: int) -> Any:
        self._places[path] = self._span(node)
        if id(node) in self._seen:
            self._complain(Fault.ALIAS, node, "an alias repeats a part of the file", path)
            return None
        self._seen.add(id(node))
        if depth > _DEEPEST:
            self._complain(Fault.TOO_DEEP, node, "nested too deeply", path)
            return None
        if node.tag not in ("plain", "quoted", "collection"):
            self._complain(Fault.TAG, node, f"the tag {node.tag} has no meaning here", path)
        if isinstance(node, yaml.ScalarNode):
            if node.tag == "plain" and node.value in _EMPTY:
                return None
            return node.value
        if isinstance(node, yaml.SequenceNode):
            return [
                self.value(item, (*path, index), depth + 1) for index, item in enumerate(node.value)
            ]
        return self._mapping(node, path, depth)

    def _mapping(self, node: Any, path: FieldPath, depth: int) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._complain(Fault.WRONG_TYPE, key_node, "expected a field name", path)
                continue
            key = key_node.value
            here = (*path, key)
            if key in mapping:
                first = self._places[(*here, KEY)]
                self._complain(
                    Fault.DUPLICATE_KEY, key_node, f"first given on line {first.line}", here
                )
                continue
            self._places[(*here, KEY)] = self._span(key_node)
            mapping[key] = self.value(value_node, here, depth + 1)
        return mapping
