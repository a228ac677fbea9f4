"""Ways out that a machine can take: one piece of a file's text put in place of another."""

from dataclasses import dataclass
from typing import Any

import yaml

from graph.base import KnowledgeBase
from graph.store import FieldPath, Span, Tree
from graph.store.front_matter import Unfenced, split_front_matter
from graph.store.writing import scalar


@dataclass(frozen=True)
class Fix:
    """An edit: the characters from `begin` to `end` of the file's text, as it is read, become
    `text`."""

    begin: int
    end: int
    text: str


def replaced(tree: Tree, path: str, span: Span, text: str) -> Fix | None:
    """What stands at a place becomes this text; None where the file's text is not known."""
    file = tree.by_path.get(path)
    if file is None or span.line > len(file.lines):
        return None
    start = sum(len(line) + 1 for line in file.lines[: span.line - 1])
    stop = min(span.end_column - 1, len(file.lines[span.line - 1]))
    return Fix(start + span.column - 1, start + stop, text)


def renamed(kb: KnowledgeBase, path: str, field: FieldPath, name: str) -> Fix | None:
    """The value of a field becomes this id or name."""
    return replaced(kb.tree, path, kb.tree.span(path, field), scalar(name))


def removed(kb: KnowledgeBase, path: str, field: FieldPath) -> Fix | None:
    """An item of a list goes; None where it is the only one, or stands where it cannot be cut out.

    Comments are not looked at here: whoever applies the fix sees whether it would lose one.
    """
    file = kb.tree.by_path.get(path)
    if file is None or path in kb.tree.broken_paths or not isinstance(field[-1], int):
        return None
    text, before = file.text, 0
    if path.endswith(".md"):
        parts = split_front_matter(text)
        if isinstance(parts, Unfenced):
            return None
        before, text = text.index("\n") + 1, parts.yaml
    items = _node(yaml.compose(text, Loader=yaml.CSafeLoader), field[:-1])
    index = field[-1]
    if not isinstance(items, yaml.SequenceNode) or not index < len(items.value) > 1:
        return None
    item: Any = items.value[index]
    if items.flow_style and index + 1 < len(items.value):
        return Fix(before + _begin(item), before + _begin(items.value[index + 1]), "")
    if items.flow_style:
        return Fix(before + _last(items.value[index - 1]), before + _last(item), "")
    start = text.rfind("\n", 0, _begin(item)) + 1
    if text[start : _begin(item)].strip() != "-":
        return None
    stop = text.find("\n", _last(item)) + 1
    return Fix(before + start, before + (stop or len(text)), "")


def _begin(node: Any) -> int:
    return int(node.start_mark.index)


def _last(node: Any) -> int:
    """Where a node ends, without the white space and comments that its last mark takes in."""
    if isinstance(node, yaml.ScalarNode) or node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return _last(last[1] if isinstance(last, tuple) else last)


def _node(node: Any, field: FieldPath) -> Any:
    for step in field:
        if isinstance(step, int) and isinstance(node, yaml.SequenceNode):
            node = node.value[step] if step < len(node.value) else None
        elif isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == step), None)
        else:
            return None
    return node
