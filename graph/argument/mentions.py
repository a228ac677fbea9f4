"""Every place where a record names another, and which names can be trusted to be known."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

from graph.argument.kept import kept
from graph.base import KnowledgeBase
from graph.records.kinds import SHARED_FOLDERS
from graph.records.naming_fields import named_in
from graph.records.scalars import ID
from graph.store import FieldPath


class Mention(NamedTuple):
    """A record's id as it stands in a field of another record."""

    path: str
    field: FieldPath
    kind: str
    id: str


@kept
def mentions(kb: KnowledgeBase) -> tuple[Mention, ...]:
    """All mentions of claims, sources, speakers and schemes; link names are not among them."""
    return tuple(_mentions(kb))


def _mentions(kb: KnowledgeBase) -> Iterator[Mention]:
    for kind, records in kb.by_kind.items():
        for id_ in records:
            path = kb.paths[kind, id_]
            # As it stands in its file, where it may name others by older ids.
            for field, what, name in named_in(kind, kb.tree.by_path[path].record):
                if what != "link":
                    yield Mention(path, field, "claim" if what == "question" else what, name)


@kept
def existing(kb: KnowledgeBase) -> Mapping[str, frozenset[str]]:
    """The ids that exist, by kind; older ones are among them.

    A file that could not be read still takes its id: what is wrong is reported there, not
    at every record that names it.
    """
    found: dict[str, set[str]] = {
        "claim": set(kb.known_ids),
        "source": {file.id for file in kb.tree.of_kind("source")},
        "speaker": {file.id for file in kb.tree.of_kind("speaker")},
        "scheme": set(kb.schemes),
    }
    for named in ("claim", "source", "speaker"):
        found[named].update(kb.older[named])
    for path in kb.tree.broken_paths:
        where = PurePosixPath(path)
        if where.suffix == ".md":
            found["claim"].add(where.stem)
        elif len(where.parts) > 2 and (kind := SHARED_FOLDERS.get(where.parts[1])):
            found[kind].add(where.stem)
    return {kind: frozenset(ids) for kind, ids in found.items()}


def is_broken(kb: KnowledgeBase, claim: str) -> bool:
    """Whether something in the record of this claim could not be read."""
    path = kb.paths.get(("claim", claim))
    return path is None or path in kb.tree.broken_paths


def perhaps_named(kb: KnowledgeBase) -> frozenset[str]:
    """The ids that stand anywhere in files in which something could not be read.

    Such a file may hold a link that names them, so nothing follows from their being named
    nowhere else.
    """
    texts = (kb.tree.by_path[path].text for path in kb.tree.broken_paths if path in kb.tree.by_path)
    return frozenset(word for text in texts for word in ID.findall(text))


def has_unread_files(kb: KnowledgeBase) -> bool:
    """Whether there are files of which not even the text is known."""
    return any(path not in kb.tree.by_path for path in kb.tree.broken_paths)
