"""What renaming or removing a record came to, as data and in words."""

from collections.abc import Iterable, Iterator
from itertools import islice

from rich.console import Group, RenderableType
from rich.text import Text
from typing_extensions import TypedDict

from graph.argument.phrases import count
from graph.base import KnowledgeBase
from graph.drafting.removal import Removal
from graph.drafting.renaming import Renaming, renamed_texts
from graph.drafting.telling.drafted import NewFinding, finding_line, new_finding
from graph.text.visible import visible

_SHOWN = 20


class MoveAnswer(TypedDict):
    """A file or folder that gets another path; both are from the root."""

    old: str
    new: str


class RenamedAnswer(TypedDict):
    """A record that got another id."""

    kind: str
    id: str
    """The id of before."""
    new: str
    moves: list[MoveAnswer]
    files: list[str]
    """The records that were written otherwise, by their paths of before."""
    unread: list[str]
    """Records that cannot be read and have the id of before in their text."""
    written: bool


class NamedAnswer(TypedDict):
    """A place where a record is still named."""

    path: str
    line: int
    column: int
    field: str


class RemovedAnswer(TypedDict):
    """A record that was removed."""

    kind: str
    id: str
    gone: list[str]
    """The files that went."""
    files: list[str]
    """The records that were written otherwise."""
    links: list[str]
    """The steps that went with it."""
    taken_over: list[str]
    """The steps that the claim in its place takes from now on, by their names there."""
    dropped: list[str]
    """The fields that it had beside these, and `note`, which the claim in its place does not take
    over."""
    named: list[NamedAnswer]
    """Where it is still named; nothing is removed as long as it is."""
    findings: list[NewFinding]
    written: bool


def renamed_answer(
    kb: KnowledgeBase, kind: str, id_: str, new: str, change: Renaming, unread: tuple[str, ...],
    written: bool,
) -> RenamedAnswer:  # fmt: skip
    """The outcome as data."""
    return {
        "kind": kind,
        "id": id_,
        "new": new,
        "moves": [{"old": old, "new": there} for old, there in change.moves],
        "files": [each.path for each in renamed_texts(kb, change)],
        "unread": list(unread),
        "written": written,
    }


def renamed_text(
    kb: KnowledgeBase, kind: str, id_: str, new: str, change: Renaming, unread: tuple[str, ...],
    written: bool, forget: bool = False,
) -> RenderableType:  # fmt: skip
    """The outcome in words."""
    if not change.moves and not change.edits:
        return Text(f"Nothing to rename: the {kind} {new} has that id.")
    verb = "Renamed" if written else "Would rename"
    lines = [Text(f"{verb} {visible(old)} to {visible(there)}") for old, there in change.moves]
    own = {old for old, _ in change.moves}
    others = [each.path for each in renamed_texts(kb, change) if each.path not in own]
    verb = "Wrote" if written else "Would write"
    lines += [Text(f"{verb} {visible(_afterwards(each, change.moves))}") for each in others]
    lines += [Text(f"Cannot be read, and may name it: {visible(each)}") for each in unread]
    if not forget:
        lines.append(Text(f"{visible(id_)} still leads to {new}."))
    return Group(*lines)


def _afterwards(path: str, moves: Iterable[tuple[str, str]]) -> str:
    """Where a file is once these files and folders have moved."""
    for old, new in moves:
        if path.startswith(f"{old}/"):
            return new + path.removeprefix(old)
    return path


def removed_answer(outcome: Removal, written: bool) -> RemovedAnswer:
    """The outcome as data."""
    return {
        "kind": outcome.kind,
        "id": outcome.id,
        "gone": list(outcome.gone),
        "files": [each.path for each in outcome.files],
        "links": list(outcome.links),
        "taken_over": list(outcome.taken_over),
        "dropped": list(outcome.dropped),
        "named": [
            {
                "path": each.path,
                "line": each.span.line,
                "column": each.span.column,
                "field": ".".join(map(str, each.field)),
            }
            for each in outcome.named
        ],
        "findings": [new_finding(each) for each in outcome.findings],
        "written": written,
    }


def removed_text(outcome: Removal, written: bool, links: bool) -> RenderableType:
    """The outcome in words: what went, or what keeps the record, whose `links` may go along."""
    if outcome.named:
        return Group(*_named(outcome, links))
    if outcome.errors:
        return Group(*(finding_line(each) for each in outcome.errors))
    verb = "Removed" if written else "Would remove"
    lines = [Text(f"{verb} {visible(each)}") for each in outcome.gone]
    lines += [Text(f"{verb} the step {visible(each)}") for each in outcome.links]
    verb = "Wrote" if written else "Would write"
    lines += [Text(f"{verb} {visible(each.path)}") for each in outcome.files]
    verb = "Took over" if written else "Would take over"
    lines += [Text(f"{verb} the step {visible(each)}") for each in outcome.taken_over]
    if outcome.dropped:
        verb = "Not taken over" if written else "Would not be taken over"
        lines.append(Text(f"{verb}: {', '.join(outcome.dropped)}"))
    lines += [finding_line(each) for each in outcome.findings]
    return Group(*lines)


def _named(outcome: Removal, links: bool) -> Iterator[Text]:
    number = count(len(outcome.named), "place")
    yield Text(f"The {outcome.kind} {outcome.id} is still named in {number}:")
    for each in islice(outcome.named, _SHOWN):
        field = ".".join(map(str, each.field))
        yield Text(f"  {visible(each.path)}:{each.span.line}:{each.span.column}: {field}")
    if len(outcome.named) > _SHOWN:
        yield Text(f"  and {len(outcome.named) - _SHOWN} more")
    way = "--for ID names another in its place"
    if outcome.kind == "claim" and not links:
        way += ", --links removes the steps to and from it"
    yield Text(f"Change these, or: {way}.")
