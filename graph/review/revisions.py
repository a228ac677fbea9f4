"""The knowledge base as it was at a revision.

What one revision shares with another is read once: a folder is known by the id of its tree, a
file by that of its blob. So many revisions cost what changed between them.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path, PurePosixPath

from graph.base import KnowledgeBase
from graph.records import Claim, ClaimLink, Source, limits
from graph.records.kinds import SHARED_FOLDERS, SINGLE_FILES
from graph.records.link_name import LinkName
from graph.review.git import Repository
from graph.review.git_error import GitError, Obstacle
from graph.review.git_objects import Commit
from graph.store import LARGEST, Fault, Problem, RecordFile, Span, Tree, read_bytes
from graph.store.file_names import unusable_path

RECORDS = "claims"
_FOLDER, _FILES = "40000", ("100644", "100755", "100664")
_TOP = Span(1, 1, 2)
LISTED = 100_000
"""The files of a folder of records that are listed."""


@dataclass(frozen=True)
class Folder:
    """The records in one folder below `claims/` at some revision, or in a file beside folders."""

    name: str
    files: tuple[RecordFile, ...]
    problems: tuple[Problem, ...]

    @cached_property
    def claims(self) -> frozenset[str]:
        """The ids of its claims, older ones included."""
        records = self._claims()
        return frozenset(each for claim in records for each in (claim.id, *claim.aliases))

    @cached_property
    def linked(self) -> frozenset[str]:
        """The ids of claims elsewhere that its claims are linked with."""
        named: set[str] = set()
        for claim in self._claims():
            for _, _, step in claim.steps:
                target = step.claim if isinstance(step, ClaimLink) else step.link
                named.update((*LinkName.meant(target).words, *step.premises))
        return frozenset(named - self.claims)

    @cached_property
    def cited(self) -> frozenset[str]:
        """The ids of the sources in which its claims have passages."""
        return frozenset(each.source for claim in self._claims() for each in claim.passages)

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """Its sources by their ids."""
        return {each.id: each.record for each in self.files if isinstance(each.record, Source)}

    def _claims(self) -> Iterator[Claim]:
        return (each.record for each in self.files if isinstance(each.record, Claim))


def blob_id(data: bytes) -> str:
    """The id that git gives a file of this content."""
    return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


class Revisions:
    """The revisions of the knowledge base below `root`, in whose repository it is kept.

    `known` are records already read from the working tree. What is committed as it stands
    there need not be read again. `parsed` counts the files that had to be read.
    """

    def __init__(self, repository: Repository, root: Path, known: Tree | None = None) -> None:
        self._repository = repository
        self._root = root
        self._files: dict[str, tuple[RecordFile | None, list[Problem]]] = {}
        self._listings: dict[str, tuple[tuple[str, str], ...]] = {}
        self._folders: dict[tuple[str, str], Folder] = {}
        self._bases: dict[frozenset[tuple[str, str]], KnowledgeBase] = {}
        self.parsed = 0
        if known is not None:
            for file in known.files:
                if file.path not in known.broken_paths:
                    self._files[blob_id(file.text.encode())] = (file, [])

    def folders(self, commit: Commit) -> Mapping[str, str]:
        """The folders below `claims/` at a revision, each with the id of its tree; and the files
        beside them of which there is one at most, each with the id of its blob."""
        return {
            name: id_
            for mode, name, id_ in self._entries(self._claims_tree(commit))
            if not name.startswith(".")
            and (mode in _FILES if _is_single(name) else mode == _FOLDER)
        }

    def _claims_tree(self, commit: Commit) -> str | None:
        tree: str | None = commit.tree
        for part in PurePosixPath(self._repository.prefix, RECORDS).parts:
            entries = self._entries(tree)
            tree = next((id_ for mode, name, id_ in entries if (mode, name) == (_FOLDER, part)), "")
        return tree

    def _entries(self, tree: str | None) -> Iterator[tuple[str, str, str]]:
        return self._repository.tree(tree) if tree else iter(())

    def unread(self, folders: Iterable[tuple[str, str]]) -> int:
        """How many files of these folders, given by name and tree, have not been read yet."""
        return sum(
            blob not in self._files
            for key in folders
            if key not in self._folders
            for _, blob in self._inside(*key)
        )

    def folder(self, name: str, tree: str) -> Folder:
        """The records of one folder."""
        if (name, tree) not in self._folders:
            files: list[RecordFile] = []
            problems: list[Problem] = []
            for path, blob in self._inside(name, tree):
                file, found = self._file(path, blob)
                problems.extend(found)
                if file is not None:
                    files.append(file)
            self._folders[name, tree] = Folder(name, tuple(files), tuple(problems))
        return self._folders[name, tree]

    def knowledge_base(self, folders: Mapping[str, str]) -> KnowledgeBase:
        """The knowledge base of these folders, or of some of them, at one revision."""
        key = frozenset(folders.items())
        if key not in self._bases:
            found = [self.folder(name, folders[name]) for name in sorted(folders)]
            files = (file for folder in found for file in folder.files)
            problems = (problem for folder in found for problem in folder.problems)
            in_order = tuple(sorted(files, key=lambda each: each.path))
            base = KnowledgeBase(Tree(self._root, in_order, tuple(problems)))
            # What comes after one change is what came before the next; no more is kept.
            self._bases = {**dict(list(self._bases.items())[-1:]), key: base}
        return self._bases[key]

    def _inside(self, name: str, id_: str) -> Iterator[tuple[str, str]]:
        """The files of a folder or the file of this name, by path, each with the id of its blob."""
        if _is_single(name):
            yield f"{RECORDS}/{name}", id_
            return
        for path, blob in self._listing(id_):
            yield f"{RECORDS}/{name}/{path}", blob

    def _listing(self, tree: str, depth: int = 0) -> tuple[tuple[str, str], ...]:
        """The files of a folder and of those in it, by path, each with the id of its blob.

        As in the working tree, names that begin with a dot are nobody's business. Symbolic links
        and other repositories are left out.

        Raises:
            GitError: there are more than `LISTED`.
        """
        if tree not in self._listings:
            found: list[tuple[str, str]] = []
            for mode, name, id_ in self._repository.tree(tree):
                if name.startswith("."):
                    continue
                if mode == _FOLDER and depth < limits.FOLDERS:
                    inside = self._listing(id_, depth + 1)
                    found.extend((f"{name}/{path}", blob) for path, blob in inside)
                elif mode in _FILES:
                    found.append((name, id_))
                # A tree can stand in a folder under many names, at every level again.
                if len(found) > LISTED:
                    detail = f"a folder of records holds more than {LISTED:,} files"
                    raise GitError(Obstacle.UNREADABLE, detail)
            self._listings[tree] = tuple(sorted(found))
        return self._listings[tree]

    def _file(self, path: str, blob: str) -> tuple[RecordFile | None, list[Problem]]:
        if (unusable := unusable_path(path)) is not None:
            return None, [unusable]
        file, problems = self._files.get(blob, (None, []))
        if file is not None and file.path == path:
            return file, problems
        if file is not None and _means_the_same(file, path):
            moved = replace(file, path=path, debate=path.split("/")[1])
            return moved, [replace(each, path=path) for each in problems]
        self.parsed += 1
        found = self._repository.object(blob, LARGEST)
        if found is None or found.type != "blob":
            raise self._repository.lacking(f"the file {path}")
        if found.size > LARGEST:
            detail = f"{found.size:,} bytes, more than the {LARGEST:,} allowed"
            return None, [Problem(path, Fault.TOO_LARGE, _TOP, detail)]
        self._files[blob] = read_bytes(path, found.data)
        return self._files[blob]


def _is_single(name: str) -> bool:
    return f"{RECORDS}/{name}" in SINGLE_FILES


def _means_the_same(file: RecordFile, path: str) -> bool:
    """Whether a file would be read the same at another place."""
    folders = {file.path.split("/")[1], path.split("/")[1]}
    return (
        file.kind in ("claim", "annotation")
        and PurePosixPath(file.path).name == PurePosixPath(path).name
        and not folders & SHARED_FOLDERS.keys()
    )
