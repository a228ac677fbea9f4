"""The records as they are kept while a site is served: of a change, only what changed is read."""

from collections.abc import Collection
from pathlib import Path

from graph.base.collected import grouped
from graph.errors import NoRecordsError
from graph.store.citation_file import unusable_citation
from graph.store.problem import Problem
from graph.store.record_file import RecordFile
from graph.store.record_paths import record_paths
from graph.store.surroundings import surroundings
from graph.store.tree import Tree, read_path, read_tree
from graph.store.written_pages import page_problems

_CLAIMS = "claims/"


class ServedRecords:
    """The files of records below one root, read into a tree that is what `read_tree` would give."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._paths: tuple[str, ...] | None = None
        self._unread: tuple[Problem, ...] = ()
        self._read: dict[str, tuple[RecordFile | None, tuple[Problem, ...]]] = {}
        self._beside: tuple[Problem, ...] | None = None

    def tree(self, changed: Collection[str]) -> Tree:
        """All records, of which those at the changed paths, below the root, are read anew.

        Raises:
            NoRecordsError: there is no `claims` folder below the root.
        """
        if not (self._root / "claims").is_dir():
            self._paths, self._read, self._beside = None, {}, None
            raise NoRecordsError(f"no claims folder in {self._root}")
        records = {each for each in changed if each.startswith(_CLAIMS)}
        if self._beside is None or len(records) < len(changed):
            self._beside = (
                *surroundings(self._root),
                *page_problems(self._root),
                *unusable_citation(self._root),
            )
        for path in records & self._read.keys():
            self._read[path] = _read(self._root, path)
        known = records <= self._read.keys()
        if self._paths is None:
            self._paths = self._all()
        elif not known or any(self._is_gone(each) for each in records):
            self._paths = self._listed()
        files = (self._read[path][0] for path in self._paths)
        found = (each for path in self._paths for each in self._read[path][1])
        return Tree(
            self._root,
            tuple(each for each in files if each is not None),
            (*self._unread, *found),
            self._beside,
        )

    def _is_gone(self, path: str) -> bool:
        place = self._root / path
        # What a link leads to decides whether it is read at all.
        return place.is_symlink() or not place.is_file()

    def _listed(self) -> tuple[str, ...]:
        unread: list[Problem] = []
        paths = tuple(sorted(each.path for each in record_paths(self._root, unread)))
        self._unread = tuple(unread)
        self._read = {
            path: self._read[path] if path in self._read else _read(self._root, path)
            for path in paths
        }
        return paths

    def _all(self) -> tuple[str, ...]:
        """Read everything, with what was kept of it by whoever read it before."""
        tree = read_tree(self._root)
        unread: list[Problem] = []
        paths = tuple(sorted(each.path for each in record_paths(self._root, unread)))
        self._unread = tuple(unread)
        found = grouped((each.path, each) for each in tree.problems)
        self._read = {path: (tree.by_path.get(path), found.get(path, ())) for path in paths}
        return paths


def _read(root: Path, path: str) -> tuple[RecordFile | None, tuple[Problem, ...]]:
    file, problems = read_path(root, path)
    return file, tuple(problems)
