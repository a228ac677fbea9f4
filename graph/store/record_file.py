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
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from graph.records.kinds import RECORD_KINDS, SHARED_FOLDERS, SINGLE_FILES, AnyRecord
from graph.records.scalars import LANGUAGE
from graph.store.front_matter import Unfenced, fields_and_body
from graph.store.problem import FieldPath, Span

_TEXTS = RECORD_KINDS["source"].folder
_READ_AGAIN = 256
"""Files of which it is kept where their fields stand: many findings may be about one of them."""
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

    @property
    def places(self) -> Mapping[FieldPath, Span]:
        """Where the fields of the record stand; found by reading the file once more.

        Only needed when there is something to report. What several revisions share, as they do
        most files, is read again for the first of them alone.
        """
        return _places(self.path, self.text)


@lru_cache(_READ_AGAIN)
def _places(path: str, text: str) -> Mapping[FieldPath, Span]:
    # Most often there is nothing to report.
    from graph.store.yaml_reading import places_in

    parts = fields_and_body(path, text)
    return {} if isinstance(parts, Unfenced) else places_in(parts.yaml, parts.yaml_line)


class Place(NamedTuple):
    """What the path of a file tells of what it holds: its kind, its id and the folder of its
    debate, as in `RecordFile`, and for an annotation the language that it is in."""

    kind: str
    id: str
    debate: str
    language: str = ""


def place_of(path: str) -> Place | None:
    """What is kept at a path below the root, with forward slashes; None where nothing is."""
    parts = path.split("/")
    name = parts[-1]
    folder = parts[1] if len(parts) > 2 else ""
    # As in `pathlib`, which takes ten times as long: what begins with a dot has no ending.
    stem, dot, ending = name.rpartition(".")
    if not stem:
        stem, dot, ending = name, "", ""
    if dot and ending == "md" and folder and folder not in SHARED_FOLDERS:
        if name.count(".") > 1 and (match := _ANNOTATION.match(name)):
            return Place("annotation", match["id"], folder, match["language"])
        return Place("claim", stem, folder)
    if dot and ending == "txt" and folder == _TEXTS:
        return Place("text", "/".join(parts[2:]), folder)
    if path in SINGLE_FILES:
        return Place(SINGLE_FILES[path], stem, folder)
    if dot and ending == "yaml" and len(parts) == 3:
        if folder in SHARED_FOLDERS:
            return Place(SHARED_FOLDERS[folder], stem, folder)
        if name == RECORD_KINDS["debate"].file:
            return Place("debate", folder, folder)
    return None


def placed(
    path: str, place: Place, text: str, body: str = "", body_line: int = 1, **more: Any
) -> RecordFile:
    """The file at such a place, with what is known of what it holds."""
    kind, id_, debate, language = place
    return RecordFile(path, kind, id_, debate, text, body, body_line, language, **more)
