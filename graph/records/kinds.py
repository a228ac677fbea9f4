"""The kinds of record: what each is in a program, and where its files are kept.

Whatever differs from one kind of record to another, and is not about argument, is told here
once: reading, laying out, schemas, completion and the record reference go by it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType
from typing import Any, get_args

from pydantic import BaseModel

from graph.records.claim import Claim
from graph.records.debate import Debate
from graph.records.grades import Grades
from graph.records.source import Source
from graph.records.speaker import Speaker

AnyRecord = Claim | Debate | Source | Speaker | Grades
"""A record of whatever kind."""


@dataclass(frozen=True)
class RecordKind:
    """One kind of record.

    `folder` is the one below `claims/` that all of them share, empty where each debate has its
    own; `file` the name of a file, in which `ID` stands for the record's id; `title` the field
    that says what a record is about. `placeholder` has words for the fields that a record cannot do
    without, to build one in which those could not be read. `single` is true of a kind of which
    there is one record at most, which has no id, above all folders.
    """

    model: type[AnyRecord]
    file: str
    title: str
    placeholder: Mapping[str, object] = field(hash=False)
    folder: str = ""
    single: bool = False

    def path(self, id_: str = "ID", debate: str = "DEBATE") -> str:
        """Where the record of this id is kept, from the root; a claim may lie deeper."""
        if self.single:
            return f"claims/{self.file}"
        return f"claims/{self.folder or debate}/{self.file.replace('ID', id_)}"


RECORD_KINDS: Mapping[str, RecordKind] = MappingProxyType(
    {
        "claim": RecordKind(Claim, "ID.md", "claim", {"kind": "fact", "claim": {"und": "…"}}),
        "debate": RecordKind(
            Debate, "debate.yaml", "title", {"title": {"und": "…"}, "question": {"und": "…"}}
        ),
        "source": RecordKind(
            Source, "ID.yaml", "title", {"type": "webpage", "title": "…"}, "sources"
        ),
        "speaker": RecordKind(Speaker, "ID.yaml", "name", {"name": "…"}, "speakers"),
        "grounds": RecordKind(Grades, "grounds.yaml", "", {}, single=True),
    }
)
"""Every kind of record by its name."""

SHARED_FOLDERS: Mapping[str, str] = MappingProxyType(
    {kind.folder: name for name, kind in RECORD_KINDS.items() if kind.folder}
)
"""The kind of record in each folder below `claims/` that is no debate's."""


SINGLE_FILES: Mapping[str, str] = MappingProxyType(
    {kind.path(): name for name, kind in RECORD_KINDS.items() if kind.single}
)
"""The kind of record at each path at which there is one at most."""


def model_in(annotation: Any) -> type[BaseModel] | None:
    """The model that a field consists of, be it one, perhaps one, or a list of them."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for each in get_args(annotation) if (found := model_in(each))), None)


def choices_in(annotation: Any) -> tuple[str, ...]:
    """The words of the enumeration that a field takes; none for another field."""
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return tuple(str(each.value) for each in annotation)
    return next((found for each in get_args(annotation) if (found := choices_in(each))), ())
