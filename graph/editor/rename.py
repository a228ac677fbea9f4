"""Giving a claim another id: everywhere it is named, with the old one kept as an alias."""

from typing import NamedTuple

from graph.base import KnowledgeBase
from graph.editor.occurrence import Occurrence, occurrences
from graph.errors import BetoogError
from graph.records import Claim
from graph.records.scalars import is_well_formed_id
from graph.store.amending import Append, Change, Rename, Set, amendment


class RenameRefusedError(BetoogError):
    """An id that cannot be changed in this way; the message says why."""


class Edit(NamedTuple):
    """The characters from `begin` to `end` of a file's text, as it is read, become `text`."""

    path: str
    begin: int
    end: int
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
        NotAmendableError: the old id cannot be kept as an alias, or not be changed in some file.
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
    changes: dict[str, list[Change]] = {path: [_kept(record, new)]}
    for each in occurrences(kb, None, "claim", old):
        if each.id != new and each.field[0] != "aliases":
            field = kb.tree.in_file(each.path, each.field)
            changes.setdefault(each.path, []).append(Rename(field, each.id, new))
    edits = [
        Edit(there, *splice)
        for there, wanted in changes.items()
        for splice in amendment(there, kb.tree.by_path[there].text, dict.fromkeys(wanted))
    ]
    moves = [(path, f"{path.rpartition('/')[0]}/{new}.md")]
    moves += [
        (file.path, f"{file.path.rpartition('/')[0]}/{new}.{file.language}.md")
        for file in kb.tree.of_kind("annotation")
        if file.id == old
    ]
    return Renaming(tuple(edits), tuple(moves))


def _kept(record: Claim, new: str) -> Change:
    """The change by which the old id becomes an alias."""
    if new in record.aliases:
        # The claim gets an older id back, and the two change places.
        return Set(("aliases", record.aliases.index(new)), record.id)
    return Append(("aliases",), record.id)
