"""The knowledge base as it was at a revision.

What one revision shares with another is read once: a folder is known by the id of its tree, a
file by that of its blob. So many revisions cost what changed between them.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath

from graph.base import KnowledgeBase
from graph.records import limits
from graph.records.kinds import SHARED_FOLDERS, SINGLE_FILES
from graph.review.folder import FILES, FOLDER, LINK, RECORDS, REPOSITORY, Folder, Listed
from graph.review.git import Repository
from graph.review.git_error import GitError, Obstacle
from graph.review.git_objects import Commit
from graph.review.links import Links
from graph.store import LARGEST, Fault, Problem, RecordFile, Span, Tree, read_bytes
from graph.store.file_names import deep_folder, unusable_path

_LONGEST_LINK = 4096
"""The bytes of the path in a symbolic link; systems follow none that is longer."""
_TOP = Span(1, 1, 2)
_OTHER_REPOSITORY = "this is another repository, not a folder of records"
LISTED = 100_000
"""The files of a folder of records that are listed."""


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
        self._listings: dict[tuple[str, int], tuple[Listed, ...]] = {}
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
            if _holds_records(name, mode)
        }

    def state(self, commit: Commit) -> KnowledgeBase:
        """The knowledge base at a revision as a check of it would read it: with the files that
        symbolic links lead to, and with what is wrong with all that is no file of records."""
        folders = self.folders(commit)
        base = self.knowledge_base(folders)
        if unfit := self._no_folder(commit):
            return KnowledgeBase(base.tree.with_files({RECORDS: (None, [unfit])}))
        apart = dict(self._apart(commit, folders))
        return KnowledgeBase(base.tree.with_files(apart)) if apart else base

    def _no_folder(self, commit: Commit) -> Problem | None:
        """What is wrong where something else stands in the place of the folder of all records, or
        of one that it is in."""
        mode, _ = self._claims(commit)
        if mode == LINK:
            return Problem(RECORDS, Fault.LINKED_FOLDER, _TOP, "a symbolic link to a folder")
        if mode == REPOSITORY:
            return Problem(RECORDS, Fault.UNREADABLE, _TOP, _OTHER_REPOSITORY)
        if mode in FILES:
            detail = "this is a file, not a folder of records"
            return Problem(RECORDS, Fault.UNREADABLE, _TOP, detail)
        return None

    def _apart(
        self, commit: Commit, folders: Mapping[str, str]
    ) -> Iterator[tuple[str, tuple[RecordFile | None, list[Problem]]]]:
        """What of a revision is not in its folders of records: of each path the file that is read
        there, and what is wrong."""
        beside = [
            Listed(f"{RECORDS}/{name}", mode, id_)
            for mode, name, id_ in self._entries(self._claims_tree(commit))
            if not name.startswith(".") and not _holds_records(name, mode)
        ]
        within = [
            each._replace(path=f"{RECORDS}/{name}/{each.path}")
            for name, id_ in folders.items()
            if not _is_single(name)
            for each in self._listing(id_)
            if each.mode not in FILES
        ]
        links = {each.path: each.id for each in (*beside, *within) if each.mode == LINK}
        for each in (*beside, *within):
            if each.mode in FILES:
                yield each.path, self._file(each.path, each.id)
            elif each.mode == FOLDER:
                fault, _, detail = deep_folder()
                yield each.path, (None, [_problem(each.path, fault, detail)])
            elif each.mode == REPOSITORY:
                fault = Fault.UNREADABLE
                yield each.path, (None, [_problem(each.path, fault, _OTHER_REPOSITORY)])
        if not links:
            return
        files = {path: id_ for name in folders for path, id_ in self._inside(name, folders[name])}
        files |= {each.path: each.id for each in beside if each.mode in FILES}
        ends = Links({path: self._target(path, id_) for path, id_ in links.items()}, files)
        for path in links:
            end = ends.end(path)
            if isinstance(end, str):
                yield path, self._file(path, files[end])
            else:
                yield path, (None, [_problem(path, *end)])

    def _target(self, path: str, blob: str) -> str:
        """What stands in a symbolic link; more than can be followed is cut."""
        found = self._repository.object(blob, _LONGEST_LINK)
        if found is None:
            raise self._repository.lacking(f"the link {path}")
        return found.data.decode("utf-8", "replace") or "/"

    def _claims_tree(self, commit: Commit) -> str | None:
        mode, id_ = self._claims(commit)
        return id_ if mode == FOLDER else None

    def _claims(self, commit: Commit) -> tuple[str, str]:
        """How git keeps the folder of all records, or what stands in the place of one that it is
        in, and the id of that; two empty texts for nothing."""
        mode, id_ = FOLDER, commit.tree
        for part in PurePosixPath(self._repository.prefix, RECORDS).parts:
            if mode != FOLDER:
                break
            found = ((mode, id_) for mode, name, id_ in self._entries(id_) if name == part)
            mode, id_ = next(found, ("", ""))
        return mode, id_

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
        for path, mode, blob in self._listing(id_):
            if mode in FILES:
                yield f"{RECORDS}/{name}/{path}", blob

    def _listing(self, tree: str, depth: int = 1) -> tuple[Listed, ...]:
        """What stands in a folder and in those in it, by path; a folder only where it is too deep.

        As in the working tree, names that begin with a dot are nobody's business.

        Raises:
            GitError: there are more than `LISTED`.
        """
        if (tree, depth) not in self._listings:
            found: list[Listed] = []
            for mode, name, id_ in self._repository.tree(tree):
                if name.startswith("."):
                    continue
                if mode == FOLDER and depth < limits.FOLDERS:
                    inside = self._listing(id_, depth + 1)
                    found.extend(each._replace(path=f"{name}/{each.path}") for each in inside)
                else:
                    found.append(Listed(name, mode, id_))
                # A tree can stand in a folder under many names, at every level again.
                if len(found) > LISTED:
                    detail = f"a folder of records holds more than {LISTED:,} files"
                    raise GitError(Obstacle.UNREADABLE, detail)
            self._listings[tree, depth] = tuple(sorted(found))
        return self._listings[tree, depth]

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


def _problem(path: str, fault: Fault, detail: str) -> Problem:
    return unusable_path(path) or Problem(path, fault, _TOP, detail)


def _holds_records(name: str, mode: str) -> bool:
    """Whether what stands below `claims/` is a folder of records or a file beside such."""
    if name.startswith("."):
        return False
    return mode in FILES if _is_single(name) else mode == FOLDER


def _is_single(name: str) -> bool:
    return f"{RECORDS}/{name}" in SINGLE_FILES


def _means_the_same(file: RecordFile, path: str) -> bool:
    """Whether a file would be read the same at another place."""
    folders = {file.path.split("/")[1], path.split("/")[1]}
    return (
        file.kind in ("claim", "annotation")
        and path.count("/") > 1
        and PurePosixPath(file.path).name == PurePosixPath(path).name
        and not folders & SHARED_FOLDERS.keys()
    )
