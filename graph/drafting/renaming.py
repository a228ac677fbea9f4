"""Giving a record another id: everywhere it is named, the old one kept as an alias."""

from collections.abc import Iterator
from typing import NamedTuple

from graph.argument.lookup import find_record
from graph.argument.occurrence import Occurrence, occurrences
from graph.argument.themes import find_theme
from graph.argument.written_links import written_links
from graph.base import KnowledgeBase
from graph.base.older_ids import WithOlder
from graph.drafting.draft import DraftFile
from graph.errors import BetoogError
from graph.records.kinds import SHARED_FOLDERS
from graph.records.scalars import RecordId, is_well_formed_id, misfit
from graph.store import FieldPath
from graph.store.amending import Append, Change, Remove, Rename, Set, amendment
from graph.store.layout import laid_out_as_before
from graph.store.record_file import RecordFile
from graph.store.splices import Splice, spliced
from graph.text.visible import visible

NAMED_KINDS = ("claim", "source", "speaker", "debate", "theme")
"""What has an id that a person gave it."""

_IN_TEXT = ("claim", "source", "speaker")
_SHOWN = 3
"""Places named in a refusal at most."""


class RenameRefusedError(BetoogError):
    """An id that cannot be changed in this way; the message says why."""


class Edit(NamedTuple):
    """The characters from `begin` to `end` of a file's text, as it is read, become `text`."""

    path: str
    begin: int
    end: int
    text: str


class Renaming(NamedTuple):
    """The edits, and the files or folders that get another path afterwards."""

    edits: tuple[Edit, ...]
    moves: tuple[tuple[str, str], ...]


def named(kb: KnowledgeBase, id_: str) -> tuple[str, ...]:
    """The kinds of which there is something with this id, or had it."""
    return tuple(kind for kind in NAMED_KINDS if id_ in names(kb, kind))


def renamable(kb: KnowledgeBase, found: Occurrence | None) -> Occurrence:
    """What stands at a position, where it can be renamed.

    Raises:
        RenameRefusedError: it is no record's id.
    """
    if found is None:
        raise RenameRefusedError("no record is named here")
    if found.kind not in _IN_TEXT:
        raise RenameRefusedError(f"a {found.kind} cannot be renamed here")
    if found.id not in names(kb, found.kind):
        raise RenameRefusedError(f"there is no {found.kind} {found.id}")
    return found


def renaming(kb: KnowledgeBase, kind: str, id_: str, new: str, *, forget: bool = False) -> Renaming:
    """What it takes to give another id to a record of a kind of `NAMED_KINDS`.

    A theme of an id that several debates have is named `debate/theme`. Where the old id is to be
    forgotten it is not kept as an alias.

    Raises:
        RenameRefusedError: the id is malformed or taken, the record has faults, or the old id is to
            be forgotten while links in notes or on hand-written pages lead to it.
        AnswerError: there is no such record, or there are several such themes.
        NotAmendableError: the old id cannot be kept as an alias, or not be changed in some file.
    """
    if kind == "theme":
        return _theme(kb, *find_theme(kb, id_), new, forget)
    old = find_record(kb, kind, id_)
    if new == old:
        return Renaming((), ())
    _check_free(new, _taken(kb, kind, old))
    path = kb.paths[kind, old]
    if path in kb.tree.broken_paths:
        raise RenameRefusedError(f"{path} has faults; put them right first")
    if kind == "debate":
        return _debate(kb, old, new, forget)
    if forget:
        _check_unlinked(kb, kind, old)
    changes: dict[str, list[Change]] = {path: _kept(kb.by_kind[kind][old], new, forget)}
    for each in occurrences(kb, None, kind, old):
        if each.id != new and each.field[0] != "aliases":
            field = kb.tree.in_file(each.path, each.field)
            changes.setdefault(each.path, []).append(Rename(field, each.id, new))
    moves = [(each, _renamed(each, old, new)) for each in record_files(kb, kind, old)]
    return Renaming(tuple(_edits(kb, changes)), tuple(moves))


def renamed_texts(kb: KnowledgeBase, change: Renaming) -> tuple[DraftFile, ...]:
    """The files that a renaming edits, by their paths of before, as they are afterwards: laid out
    in the canonical way where they were so before."""
    found: dict[str, list[Splice]] = {}
    for each in change.edits:
        found.setdefault(each.path, []).append(Splice(each.begin, each.end, each.text))
    return tuple(
        DraftFile(path, _renamed_text(kb.tree.by_path[path], splices))
        for path, splices in sorted(found.items())
    )


def _renamed_text(file: RecordFile, splices: list[Splice]) -> str:
    text = spliced(file.text, splices)
    # An id of another length may be the only reason for a step to fill one line or several.
    return laid_out_as_before(file.kind, file.text, text) if file.record is not None else text


def record_files(kb: KnowledgeBase, kind: str, id_: str) -> tuple[str, ...]:
    """The files of a record, from the root: its own, and those of a claim's annotations."""
    others = (file.path for file in kb.tree.of_kind("annotation") if file.id == id_)
    return (kb.paths[kind, id_], *(others if kind == "claim" else ()))


def still_named(kb: KnowledgeBase, kind: str, id_: str) -> tuple[str, ...]:
    """The records that cannot be read and have this id in their text: where a person has to
    look. Paths from the root."""
    if kind not in _IN_TEXT:
        return ()
    return tuple(
        path
        for path in sorted(kb.tree.broken_paths)
        if path in kb.tree.by_path
        and any(True for _ in Rename((), id_, id_).places(kb.tree.by_path[path].text))
    )


def names(kb: KnowledgeBase, kind: str) -> frozenset[str]:
    """The ids of what there is of a kind of `NAMED_KINDS`; older ones are among them.

    A theme goes by its id, and by `debate/theme`.
    """
    if kind == "theme":
        themes = {
            (debate.id, each)
            for debate in kb.debates.values()
            for theme in debate.themes
            for each in (theme.id, *theme.aliases)
        }
        return frozenset(each for _, each in themes) | frozenset(map("/".join, themes))
    return frozenset(kb.older[kind]) | {id_ for what, id_ in kb.paths if what == kind}


def _taken(kb: KnowledgeBase, kind: str, old: str) -> frozenset[str]:
    """The ids that the record cannot get."""
    # An older id of its own is the record's to have back.
    there = {older for older, id_ in kb.older[kind].items() if id_ != old}
    if kind == "debate":
        # The folder may be there without a debate that can be read.
        return frozenset(
            there | set(SHARED_FOLDERS) | {each.split("/")[1] for each in kb.tree.by_path}
        )
    return frozenset(there | {file.id for file in kb.tree.of_kind(kind)})


def _kept(record: WithOlder, new: str, forget: bool, at: FieldPath = ()) -> list[Change]:
    """The change by which the old id becomes an alias of a record, whose fields stand at `at`; or,
    where it is to be forgotten, by which an older id is none any more that it gets back."""
    here, older = (*at, "aliases"), record.aliases
    # A renaming that was broken off has left its own id among the older ones.
    if forget or record.id in older:
        if new not in older:
            return []
        return [Remove(here if len(older) == 1 else (*here, older.index(new)))]
    if new in older:
        # It gets an older id back, and the two change places.
        return [Set((*here, older.index(new)), record.id)]
    return [Append(here, record.id)]


def _renamed(path: str, old: str, new: str) -> str:
    folder, _, name = path.rpartition("/")
    return f"{folder}/{new}{name[len(old) :]}"


def _edits(kb: KnowledgeBase, changes: dict[str, list[Change]]) -> Iterator[Edit]:
    for path, wanted in changes.items():
        for splice in amendment(path, kb.tree.by_path[path].text, dict.fromkeys(wanted)):
            yield Edit(path, *splice)


def _check_unlinked(kb: KnowledgeBase, kind: str, id_: str) -> None:
    places = [
        f"{link.path}:{link.span.line}"
        for link in written_links(kb)
        if (link.kind, link.id) == (kind, id_)
    ]
    if places:
        more = f" and {len(places) - _SHOWN} more" if len(places) > _SHOWN else ""
        raise RenameRefusedError(
            f"{', '.join(places[:_SHOWN])}{more}: links there lead to the page of {id_}, and would "
            "lead nowhere if that were forgotten; keep it as an alias, or change them first"
        )


def _check_free(new: str, taken: frozenset[str]) -> None:
    if not is_well_formed_id(new):
        raise RenameRefusedError(f"“{visible(new)}” is no id: {misfit(RecordId, new)}")
    if new in taken:
        raise RenameRefusedError(f"the id {new} is taken")


def _theme(kb: KnowledgeBase, debate: str, old: str, new: str, forget: bool) -> Renaming:
    themes = kb.debates[debate].themes
    ids = [theme.id for theme in themes]
    if new == old:
        return Renaming((), ())
    index, path = ids.index(old), kb.paths["debate", debate]
    older = (each for theme in themes if theme.id != old for each in theme.aliases)
    _check_free(new, frozenset((*ids, *older)))
    at = kb.tree.in_file(path, ("themes", index))
    changes = [Set((*at, "id"), new), *_kept(themes[index], new, forget, at)]
    return Renaming(tuple(_edits(kb, {path: changes})), ())


def _debate(kb: KnowledgeBase, old: str, new: str, forget: bool) -> Renaming:
    path = kb.paths["debate", old]
    stated = kb.tree.by_path[path].stated_id
    # Its folder says it, and changes with all that is in it in one step: no other says it too.
    stays = _kept(kb.debates[old], new, forget)
    changes: dict[str, list[Change]] = {path: [Remove(("id",)), *stays] if stated else stays}
    return Renaming(tuple(_edits(kb, changes)), ((f"claims/{old}", f"claims/{new}"),))
