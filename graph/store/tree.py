"""The files of a knowledge base, read into records.

claims/<debate>/debate.yaml          one debate
claims/<debate>/**/<id>.md           one claim
claims/<debate>/**/<id>.<lang>.md    the annotation of a claim in another language
claims/sources/<id>.yaml             one source
claims/sources/**/*.txt              the text of a source that names it
claims/speakers/<id>.yaml            one speaker
claims/grounds.yaml                  the grades of sources, where they are not the usual ones
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Any

from graph.errors import NoRecordsError
from graph.records import limits
from graph.records.grades import Grades
from graph.records.kinds import RECORD_KINDS, SHARED_FOLDERS, SINGLE_FILES, AnyRecord
from graph.records.scalars import LANGUAGE, is_well_formed_id
from graph.store.conflicts import conflicts
from graph.store.file_names import unusable_path
from graph.store.front_matter import Unfenced, fields_and_body
from graph.store.misfit import misfit
from graph.store.problem import Expected, Fault, FieldPath, Problem, Span
from graph.store.record_paths import record_paths
from graph.store.regular_file import read_regular
from graph.store.splices import as_read
from graph.store.surroundings import surroundings
from graph.store.validation import validate
from graph.store.yaml_reading import KEY, places_in, read_yaml
from graph.text.invisible import faulty, sign_name, without_faulty

LARGEST = limits.FILE
"""The largest file that is read, in bytes."""

_TOP = Span(1, 1, 2)
_ANNOTATION = re.compile(rf"(?P<id>[^.]+)\.(?P<language>{LANGUAGE.pattern})\.md\Z")
_SPOILS_ALL = frozenset((Fault.ALIAS, Fault.TAG, Fault.TOO_DEEP, Fault.NO_BREAK_SPACE))


@dataclass(frozen=True)
class RecordFile:
    """One file: its path from the root, what it holds and the record read from it.

    `kind` is claim, annotation, debate, source, speaker, grounds or text; `id` the one its name
    says (of a text, its path below `claims/sources/`); `debate` the folder below `claims/`;
    `body` the Markdown below the front matter, or all of an annotation or a text; `record`
    is None where the file was too broken to give one, and lacks the items of lists that
    `dropped` names by their position in the file.
    """

    path: str
    kind: str
    id: str
    debate: str
    text: str
    body: str = ""
    body_line: int = 1
    language: str = ""
    record: AnyRecord | None = None
    stated_id: str | None = None
    dropped: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file, for showing one with a finding."""
        return self.text.split("\n")

    @cached_property
    def places(self) -> Mapping[FieldPath, Span]:
        """Where the fields of the record stand; found by reading the file once more.

        Only needed when there is something to report. What several revisions share, as they do
        most files, is read again for the first of them alone.
        """
        parts = fields_and_body(self.path, self.text)
        return {} if isinstance(parts, Unfenced) else places_in(parts.yaml, parts.yaml_line)


@dataclass(frozen=True)
class Tree:
    """All record files below one root, sorted by path, and the problems met in reading.

    `beside` are the files beside the records that are none to be read, where that was asked for.
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
            return _TOP
        places = self.by_path[path].places
        field = self.in_file(path, field)
        for length in range(len(field), 0, -1):
            around = field[:length]
            if (key or length < len(field)) and (*around, KEY) in places:
                return places[(*around, KEY)]
            if around in places:
                return places[around]
        return _TOP

    def with_file(
        self, path: str, file: RecordFile | None, problems: Iterable[Problem] = ()
    ) -> "Tree":
        """This tree with one file read anew, or gone; of the others nothing is read again."""
        files = {each.path: each for each in self.files if each.path != path}
        if file is not None:
            files[path] = file
        found = [each for each in self.problems if each.path != path]
        return Tree(
            self.root,
            tuple(files[each] for each in sorted(files)),
            tuple(sorted((*found, *problems), key=lambda each: each.path)),
            self.beside,
        )

    def with_former(self, former: "Tree") -> "Tree":
        """This tree, in which a file that cannot be read in full is as it was in a former one,
        where it could be."""
        tree = self
        for path in self.broken_paths - former.broken_paths:
            if path in former.by_path:
                tree = tree.with_file(path, former.by_path[path])
        return tree

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


def read_tree(root: Path) -> Tree:
    """Read every file below `root/claims`. Never raises for what a file contains.

    Raises:
        NoRecordsError: there is no `claims` folder below the root.
    """
    folder = root / "claims"
    if not folder.is_dir():
        raise NoRecordsError(f"no claims folder in {root}")
    files: list[RecordFile] = []
    problems: list[Problem] = []
    for path in sorted(record_paths(root, problems)):
        raw = _bytes(root / path, folder, path, problems)
        if raw is not None:
            record_file, found = read_bytes(path, raw)
            problems.extend(found)
            if record_file is not None:
                files.append(record_file)
    return Tree(root, tuple(files), tuple(problems), surroundings(root))


def read_path(root: Path, path: str) -> tuple[RecordFile | None, list[Problem]]:
    """Read one file below a root; one that is not there gives neither a file nor a problem."""
    problems: list[Problem] = []
    if (unusable := unusable_path(path)) is not None:
        return None, [unusable]
    place = root / path
    if not place.exists() and not place.is_symlink():
        return None, problems
    raw = _bytes(place, root / "claims", path, problems)
    if raw is None:
        return None, problems
    return read_bytes(path, raw)


def _bytes(path: Path, folder: Path, relative: str, problems: list[Problem]) -> bytes | None:
    found = read_regular(path, folder, LARGEST)
    if isinstance(found, bytes):
        return found
    problems.append(Problem(relative, found.fault, _TOP, found.detail))
    return None


def read_bytes(path: str, raw: bytes) -> tuple[RecordFile | None, list[Problem]]:
    """Read one file from its bytes, wherever they are kept; `path` as for `read_file`."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        detail = f"the byte 0x{raw[error.start]:02x} is not UTF-8"
        return None, [Problem(path, Fault.NOT_UTF8, Span(line, column, column + 1), detail)]
    return read_file(path, as_read(text))


def read_file(path: str, text: str) -> tuple[RecordFile | None, list[Problem]]:
    """Read one file from its text; `path` is relative to the root, with forward slashes."""
    file = _placed(PurePosixPath(path), path, text)
    if file is None:
        detail = "no kind of record is kept at this place under this name"
        return None, [Problem(path, Fault.UNEXPECTED_FILE, _TOP, detail)]
    if merging := conflicts(path, text):
        # Both sides of it are there at once, so that nothing else can be said of the file.
        return file, merging
    return _read_record(file) if file.kind in RECORD_KINDS else _with_body(file, text, [])


def _placed(where: PurePosixPath, path: str, text: str) -> RecordFile | None:
    """The file as its path tells of it, without what it holds; None where nothing is kept."""
    folder = where.parts[1] if len(where.parts) > 2 else ""
    if where.suffix == ".md" and folder not in ("", *SHARED_FOLDERS):
        if match := _ANNOTATION.match(where.name):
            language = match["language"]
            return RecordFile(path, "annotation", match["id"], folder, text, language=language)
        return RecordFile(path, "claim", where.stem, folder, text)
    if where.suffix == ".txt" and folder == RECORD_KINDS["source"].folder:
        return RecordFile(path, "text", "/".join(where.parts[2:]), folder, text)
    if path in SINGLE_FILES:
        return RecordFile(path, SINGLE_FILES[path], where.stem, folder, text)
    if where.suffix == ".yaml" and len(where.parts) == 3:
        if folder in SHARED_FOLDERS:
            return RecordFile(path, SHARED_FOLDERS[folder], where.stem, folder, text)
        if where.name == RECORD_KINDS["debate"].file:
            return RecordFile(path, "debate", folder, folder, text)
    return None


def _read_record(file: RecordFile) -> tuple[RecordFile, list[Problem]]:
    path, kind, record_id, text = file.path, file.kind, file.id, file.text
    parts = fields_and_body(path, text)
    if isinstance(parts, Unfenced):
        found = text.partition("\n")[0][:80]
        problem = Problem(path, parts.fault, parts.span, parts.detail, found)
        return file, [problem]
    yaml_text, yaml_line, body, body_line = parts
    reading = read_yaml(yaml_text, yaml_line)
    problems = [
        Problem(path, each.fault, each.span, each.detail, each.found, each.field)
        for each in reading.complaints
    ]
    record = None
    stated: str | None = None
    dropped: Mapping[str, tuple[int, ...]] = {}
    form = RECORD_KINDS[kind]
    if any(each.fault in _SPOILS_ALL for each in problems):
        # What an alias, a tag or a space that is none would have meant is unknown.
        pass
    elif isinstance(reading.data, dict) or (form.single and reading.data is None and not problems):
        data = dict(reading.data or {})
        given = None if form.single else data.pop("id", None)
        if given is not None and not isinstance(given, str):
            span = reading.places[("id",)]
            problems.append(misfit(path, Expected.TEXT, span, ("id",)))
        stated = given if isinstance(given, str) else None
        if not form.single:
            # The id is checked by a rule of its own, against the file name.
            data["id"] = record_id if is_well_formed_id(record_id) else "malformed"
        validated = validate(form.model, data, reading, path, form.placeholder)
        record, dropped = validated.record, validated.dropped
        problems.extend(validated.problems)
    elif not problems:
        problems.append(misfit(path, Expected.FIELDS, Span(yaml_line, 1, 2)))
    if record is not None and not is_well_formed_id(record_id):
        record = record.model_copy(update={"id": record_id})
    return _with_body(
        file, body, problems, body_line, record=record, stated_id=stated, dropped=dropped
    )


def _with_body(
    file: RecordFile, body: str, problems: list[Problem], first_line: int = 1, **more: Any
) -> tuple[RecordFile, list[Problem]]:
    """A file with its Markdown or its text, from `first_line` on, and with the problems of that;
    and with whatever else is known of it."""
    if file.kind != "text" and len(body) > limits.NOTE:
        detail = f"an annotation of {len(body):,} characters; {limits.NOTE:,} are the most"
        problems.append(Problem(file.path, Fault.TOO_LONG, Span(first_line, 1, 2), detail))
    sound = without_faulty(body)
    faults = _faulty(body) if sound != body else iter(())
    for number, column, sign in islice(faults, limits.FINDINGS + 1):
        line = number + first_line
        detail = f"the character {sign_name(sign)}, which no text has"
        span = Span(line, column + 1, column + 2)
        problems.append(Problem(file.path, Fault.CONTROL_CHARACTER, span, detail, sign))
    return replace(file, body=sound, body_line=first_line, **more), problems


def _faulty(body: str) -> Iterator[tuple[int, int, str]]:
    """The characters that no text has, each with its line and column from 0."""
    for number, line in enumerate(body.split("\n")):
        for column in faulty(line):
            yield number, column, line[column]
