"""One file of a knowledge base: where it stands, and the record that was read from it.

claims/<debate>/debate.yaml          one debate
claims/<debate>/**/<id>.md           one claim
claims/<debate>/**/<id>.<lang>.md    the annotation of a claim in another language
claims/sources/<id>.yaml             one source
claims/sources/**/*.txt              the text of a source that names it
claims/speakers/<id>.yaml            one speaker
claims/grounds.yaml                  the grades of sources, where they are not the usual ones
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath

from graph.records.kinds import RECORD_KINDS, SHARED_FOLDERS, SINGLE_FILES, AnyRecord
from graph.records.scalars import LANGUAGE
from graph.store.front_matter import Unfenced, fields_and_body
from graph.store.problem import FieldPath, Span
from graph.store.yaml_reading import places_in

_ANNOTATION = re.compile(rf"(?P<id>[^.]+)\.(?P<language>{LANGUAGE.pattern})\.md\Z")


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


def placed(where: PurePosixPath, path: str, text: str) -> RecordFile | None:
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
