"""Giving a claim another id: everywhere it is named, with the old one kept as an alias."""

from collections.abc import Iterable
from typing import NamedTuple

from graph.base import KnowledgeBase
from graph.editor.occurrence import Occurrence, occurrences
from graph.errors import BetoogError
from graph.records import Claim
from graph.records.scalars import is_well_formed_id
from graph.store import Span, read_file
from graph.store.writing import field_order


class RenameRefusedError(BetoogError):
    """An id that cannot be changed in this way; the message says why."""


class Edit(NamedTuple):
    """What stands in a span of a file becomes this text."""

    path: str
    span: Span
    text: str


class Renaming(NamedTuple):
    """The edits, and the files that get another path afterwards."""

    edits: tuple[Edit, ...]
    moves: tuple[tuple[str, str], ...]


def renamable(kb: KnowledgeBase, found: Occurrence | None) -> Occurrence:
    """What stands at a position, where it can be renamed.

    Raises:
        RenameRefusedError: it is no claim's id.
    """
    if found is None:
        raise RenameRefusedError("no claim is named here")
    if found.kind != "claim":
        raise RenameRefusedError(f"only claims keep their older ids, not a {found.kind}")
    if kb.resolve(found.id) not in kb.claims:
        raise RenameRefusedError(f"there is no claim {found.id}")
    return found


def renaming(kb: KnowledgeBase, claim: str, new: str) -> Renaming:
    """What it takes to give a claim another id.

    Raises:
        RenameRefusedError: the id is malformed or taken, or the claim's record has faults.
    """
    old = kb.resolve(claim)
    record = kb.claims.get(old)
    if record is None:
        raise RenameRefusedError(f"there is no claim {claim}")
    if not is_well_formed_id(new):
        raise RenameRefusedError("an id is lower-case words joined by hyphens")
    if new == old:
        return Renaming((), ())
    if new in kb.known_ids or kb.aliases.get(new, old) != old:
        raise RenameRefusedError(f"the id {new} is taken")
    path = kb.paths["claim", old]
    if path in kb.tree.broken_paths:
        raise RenameRefusedError(f"{path} has faults; put them right first")
    found = [each for each in occurrences(kb, None, "claim", old) if each.path != path]
    edits = [Edit(each.path, each.span, new) for each in found if each.id != new]
    own = [each for each in occurrences(kb, path, "claim", old) if not _alias(kb, each)]
    edits += [Edit(path, each.span, new) for each in own]
    edits.append(_kept(kb, record, path, new))
    _prove(kb, record, path, new, edits)
    moves = [(path, f"{path.rpartition('/')[0]}/{new}.md")]
    moves += [
        (file.path, f"{file.path.rpartition('/')[0]}/{new}.{file.language}.md")
        for file in kb.tree.of_kind("annotation")
        if file.id == old
    ]
    return Renaming(tuple(edits), tuple(moves))


def edited(text: str, edits: Iterable[Edit]) -> str:
    """A text with edits made in it; they do not overlap."""
    lines = text.split("\n")
    for _, span, new in sorted(edits, key=lambda each: each.span, reverse=True):
        line = lines[span.line - 1]
        lines[span.line - 1] = line[: span.column - 1] + new + line[span.end_column - 1 :]
    return "\n".join(lines)


def _alias(kb: KnowledgeBase, found: Occurrence) -> bool:
    """Whether an occurrence in its own record is one of its older ids."""
    return found.own and any(
        kb.tree.span(found.path, ("aliases", index)).line == found.span.line
        for index, alias in enumerate(kb.claims[kb.resolve(found.id)].aliases)
        if alias == found.id
    )


def _kept(kb: KnowledgeBase, record: Claim, path: str, new: str) -> Edit:
    """The edit by which the old id becomes an alias."""
    lines = kb.tree.by_path[path].lines
    if new in record.aliases:
        # The claim gets an older id back, and the two change places.
        return Edit(path, _alias_span(kb, record, path, new), record.id)
    if record.aliases:
        last = kb.tree.span(path, ("aliases", len(record.aliases) - 1))
        margin = lines[last.line - 1][: last.column - 1]
        end = Span(last.line, last.end_column, last.end_column)
        if margin.strip(" ") == "-":
            at = Span(last.line, len(lines[last.line - 1]) + 1, len(lines[last.line - 1]) + 1)
            return Edit(path, at, f"\n{margin}{record.id}")
        return Edit(path, end, f", {record.id}")
    order = [Claim.model_fields[each].alias or each for each in field_order(Claim)]
    later = order[order.index("aliases") + 1 :]
    top = [
        span.line
        for each in later
        if (span := kb.tree.span(path, (each,), key=True)).line > 1
        and lines[span.line - 1].startswith(f"{each}:")
    ]
    at_line = min(top, default=kb.tree.by_path[path].body_line - 1)
    while top and lines[at_line - 2].startswith("#"):
        at_line -= 1
    return Edit(path, Span(at_line, 1, 1), f"aliases: [{record.id}]\n")


def _alias_span(kb: KnowledgeBase, record: Claim, path: str, alias: str) -> Span:
    return kb.tree.span(path, ("aliases", record.aliases.index(alias)))


def _prove(kb: KnowledgeBase, record: Claim, path: str, new: str, edits: list[Edit]) -> None:
    """Read the record as it would be: it says the same, and knows its old id."""
    text = edited(kb.tree.by_path[path].text, (each for each in edits if each.path == path))
    after, problems = read_file(f"{path.rpartition('/')[0]}/{new}.md", text)
    claim = after.record if after is not None else None
    if problems or not isinstance(claim, Claim) or record.id not in claim.aliases:
        raise RenameRefusedError(f"{path} is laid out in a way that no alias fits into: betoog fmt")
