"""Ways out that a machine can take: one piece of a file's text put in place of another."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from graph.base import KnowledgeBase
from graph.store import FieldPath, Span, Tree
from graph.store.amending import NotAmendableError, Remove, unproved
from graph.store.patches import document
from graph.store.writing import scalar


@dataclass(frozen=True)
class Fix:
    """An edit: the characters from `begin` to `end` of the file's text, as it is read, become
    `text`."""

    begin: int
    end: int
    text: str


class Way(NamedTuple):
    """One of several ways out that somebody has to choose from, in a few words."""

    said: str
    fix: Fix


def ways(tree: Tree, path: str, span: Span, names: Iterable[str]) -> tuple[Way, ...]:
    """For each name that may be meant at a place, putting it there."""
    fixes = ((each, rewritten(tree, path, span, scalar(each))) for each in names)
    return tuple(Way(f"Write `{name}`", fix) for name, fix in fixes if fix is not None)


def replaced(tree: Tree, path: str, span: Span, text: str) -> Fix | None:
    """What stands at a place becomes this text; None where the file's text is not known."""
    file = tree.by_path.get(path)
    if file is None or span.line > len(file.lines):
        return None
    start = sum(len(line) + 1 for line in file.lines[: span.line - 1])
    stop = min(span.end_column - 1, len(file.lines[span.line - 1]))
    return Fix(start + span.column - 1, start + stop, text)


def rewritten(tree: Tree, path: str, span: Span, text: str) -> Fix | None:
    """The whole value that begins at a place, on however many lines it stands, becomes this
    text; None where the file's text is not known."""
    fix = replaced(tree, path, span, text)
    if fix is None or tree.by_path[path].lines[span.line - 1][span.end_column - 1 :].strip():
        return fix
    try:
        end = document(path, tree.by_path[path].text).end_of(fix.begin)
    except NotAmendableError:
        return fix
    return fix if end is None else replace(fix, end=end)


def renamed(kb: KnowledgeBase, path: str, field: FieldPath, name: str) -> Fix | None:
    """The value of a field becomes this id or name."""
    return rewritten(kb.tree, path, kb.tree.span(path, field), scalar(name))


def removed(kb: KnowledgeBase, path: str, field: FieldPath) -> Fix | None:
    """An item of a list goes; None where it is the only one, or stands where it cannot be cut out.

    Comments are not looked at here: whoever applies the fix sees whether it would lose one.
    """
    file = kb.tree.by_path.get(path)
    if file is None or path in kb.tree.broken_paths:
        return None
    try:
        [splice] = unproved(path, file.text, Remove(field))
    except NotAmendableError:
        return None
    return Fix(*splice)
