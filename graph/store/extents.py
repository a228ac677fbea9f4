"""How far every value of a YAML text reaches, and in which form it stands there."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import yaml

from graph.store.problem import FieldPath
from graph.store.syntax import Slip
from graph.store.yaml_nodes import DEEPEST, compose


class Form(StrEnum):
    """The forms of a value: a text, fields or a list, these on lines or in braces or brackets."""

    TEXT = "text"
    FIELDS = "fields"
    LIST = "list"
    FIELDS_IN_LINE = "fields in line"
    LIST_IN_LINE = "list in line"

    @property
    def in_line(self) -> bool:
        """Whether fields or items stand in braces or brackets."""
        return self in (Form.FIELDS_IN_LINE, Form.LIST_IN_LINE)


@dataclass(frozen=True)
class Extent:
    """Where a value stands: its characters, counted from 0, without white space and comments
    behind it; a value that is left out has none.

    `column` is where it begins on its line, from 0; `key` where its field's name begins, None
    for an item and the whole; `parts` are the steps to what is in it, as they follow each other.
    """

    begin: int
    end: int
    form: Form
    column: int
    key: int | None
    parts: tuple[str | int, ...]


def extents(text: str) -> dict[FieldPath, Extent]:
    """The extent of every value of a YAML text without old line breaks, by its path.

    Empty where the text cannot be read.
    """
    root = compose(text, text.split("\n"))
    found: dict[FieldPath, Extent] = {}
    if root is not None and not isinstance(root, Slip):
        _note(text, root, (), None, found, set())
    return found


def _note(
    text: str,
    node: Any,
    path: FieldPath,
    key: int | None,
    found: dict[FieldPath, Extent],
    seen: set[int],
) -> int:
    """Note a node and those in it; where it ends."""
    begin, end = node.start_mark.index, node.end_mark.index
    parts: list[str | int] = []
    form = Form.TEXT
    if isinstance(node, yaml.ScalarNode):
        if node.style in ("|", ">"):
            end = begin + len(text[begin:end].rstrip())
    else:
        fields = isinstance(node, yaml.MappingNode)
        form = _FORMS[fields, bool(node.flow_style)]
        items = _items(node) if len(path) <= DEEPEST and id(node) not in seen else []
        seen.add(id(node))
        last = begin
        for step, name, item in items:
            if (*path, step) in found:
                # Only the first of two equal fields is read.
                last = _note(text, item, (*path, step), name, {}, seen)
                continue
            parts.append(step)
            last = _note(text, item, (*path, step), name, found, seen)
        if not form.in_line:
            end = last
    found[path] = Extent(begin, end, form, node.start_mark.column, key, tuple(parts))
    return int(end)


_FORMS = {
    (True, False): Form.FIELDS,
    (True, True): Form.FIELDS_IN_LINE,
    (False, False): Form.LIST,
    (False, True): Form.LIST_IN_LINE,
}


def _items(node: Any) -> list[tuple[str | int, int | None, Any]]:
    if isinstance(node, yaml.SequenceNode):
        return [(index, None, item) for index, item in enumerate(node.value)]
    return [
        (key.value, key.start_mark.index, item)
        for key, item in node.value
        if isinstance(key, yaml.ScalarNode)
    ]
