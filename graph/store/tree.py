"""All files of a knowledge base, read into records."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from pathlib import Path

from graph.errors import NoRecordsError
from graph.records import limits
from graph.records.grades import Grades
from graph.records.scalars import is_well_formed_id
from graph.store.collecting import without_collecting
from graph.store.file_names import unusable_path
from graph.store.file_reading import TOP, read_bytes
from graph.store.kept_records import KeptRecords
from graph.store.problem import KEY, FieldPath, Problem, Span
from graph.store.record_file import RecordFile
from graph.store.record_paths import linked_records, record_paths
from graph.store.regular_file import read_regular

LARGEST = limits.FILE
"""The largest file that is read, in bytes."""


@dataclass(frozen=True)
class Tree:
    """All record files below one root, sorted by path, and the problems met in reading.

    `beside` is what is wrong beside the records: files that are none to be read, and pages that are
    still to be written, where that was asked for.
    """

    root: Path
    files: tuple[RecordFile, ...]
    problems: tuple[Problem, ...]
    beside: tuple[Problem, ...] = ()

    def of_kind(self, kind: str) -> Iterator[RecordFile]:
        """The files of one kind."""
        return (each for each in self.files if each.kind == kind)

    @cached_property
    def grades(self) -> Grades:
        """The grades of sources: those of `claims/grounds.yaml`, the usual ones without it."""
        records = (each.record for each in self.of_kind("grounds"))
        return next((each for each in records if isinstance(each, Grades)), Grades())

    @cached_property
    def by_path(self) -> Mapping[str, RecordFile]:
        """The files by path."""
        return {each.path: each for each in self.files}

    @cached_property
    def broken_paths(self) -> frozenset[str]:
        """The paths of files in which something could not be read."""
        return frozenset(problem.path for problem in self.problems)

    @cached_property
    def addressable(self) -> "Tree":
        """What can have an address: this tree without records whose ids are not well-formed."""
        sound = [each for each in self.files if each.kind == "text" or is_well_formed_id(each.id)]
        return self if len(sound) == len(self.files) else replace(self, files=tuple(sound))

    def span(self, path: str, field: FieldPath = (), key: bool = False) -> Span:
        """Where a field of a record stands, or the nearest field around it that exists.

        With `key`, where its name stands.
        """
        if not field or path not in self.by_path:
            return TOP
        places = self.by_path[path].places
        field = self.in_file(path, field)
        for length in range(len(field), 0, -1):
            around = field[:length]
            if (key or length < len(field)) and (*around, KEY) in places:
                return places[(*around, KEY)]
            if around in places:
                return places[around]
        return TOP

    def with_file(
        self, path: str, file: RecordFile | None, problems: Iterable[Problem] = ()
    ) -> "Tree":
        """This tree with one file read anew, or gone; of the others nothing is read again."""
        return self.with_files({path: (file, problems)})

    def with_files(self, read: Mapping[str, tuple[RecordFile | None, Iterable[Problem]]]) -> "Tree":
        """This tree with these files read anew, or gone; of the others nothing is read again."""
        files = {each.path: each for each in self.files if each.path not in read}
        files |= {path: file for path, (file, _) in read.items() if file is not None}
        found = [each for each in self.problems if each.path not in read]
        problems = chain.from_iterable(each for _, each in read.values())
        return Tree(
            self.root,
            tuple(files[each] for each in sorted(files)),
            tuple(sorted((*found, *problems), key=lambda each: each.path)),
            self.beside,
        )

    def with_former(self, former: "Tree") -> "Tree":
        """This tree, in which a file that cannot be read in full is as it was in a former one,
        where it could be."""
        paths = (self.broken_paths - former.broken_paths) & former.by_path.keys()
        return self.with_files({path: (former.by_path[path], ()) for path in paths})

    def in_file(self, path: str, field: FieldPath) -> FieldPath:
        """The field as it is numbered in the file: faulty items are no part of the record."""
        if len(field) < 2 or path not in self.by_path:
            return field
        dropped = self.by_path[path].dropped.get(str(field[0]), ())
        index = field[1]
        if not isinstance(index, int):
            return field
        for gone in sorted(dropped):
            if gone <= index:
                index += 1
        return (field[0], index, *field[2:])


def read_tree(root: Path, beside: bool = True) -> Tree:
    """Read every file below `root/claims`. Never raises for what a file contains.

    Without `beside` nothing is read that stands beside the records, and nothing known of it.

    Raises:
        NoRecordsError: there is no `claims` folder below the root.
    """
    folder = root / "claims"
    if not folder.is_dir():
        raise NoRecordsError(f"no claims folder in {root}")
    files: list[RecordFile] = []
    problems: list[Problem] = []
    above = os.path.join(root, "")  # noqa: PTH118
    with without_collecting():
        kept = KeptRecords.of(root)
        for path, known in sorted(record_paths(root, problems)):
            raw = _bytes(above + path, folder, path, problems, known)
            if raw is not None:
                record_file, found = kept.read(path, raw)
                problems.extend(found)
                if record_file is not None:
                    files.append(record_file)
    kept.keep()
    return Tree(root, tuple(files), tuple(problems), _beside(root) if beside else ())


def _beside(root: Path) -> tuple[Problem, ...]:
    # Who only wants to know what is said in records needs none of this.
    from graph.store.citation_file import unusable_citation
    from graph.store.surroundings import surroundings
    from graph.store.written_pages import page_problems

    return (*surroundings(root), *page_problems(root), *unusable_citation(root))


def read_path(root: Path, path: str) -> tuple[RecordFile | None, list[Problem]]:
    """Read one file below a root; one that is not there gives neither a file nor a problem."""
    problems: list[Problem] = []
    if (unusable := unusable_path(path)) is not None:
        return None, [unusable]
    if (linked := linked_records(root)) is not None:
        return None, [linked]
    place = root / path
    if not place.exists() and not place.is_symlink():
        return None, problems
    raw = _bytes(place, root / "claims", path, problems)
    if raw is None:
        return None, problems
    return read_bytes(path, raw)


def _bytes(
    path: Path | str, folder: Path, relative: str, problems: list[Problem], known: bool = False
) -> bytes | None:
    found = read_regular(path, folder, LARGEST, known)
    if isinstance(found, bytes):
        return found
    problems.append(Problem(relative, found.fault, TOP, found.detail))
    return None
