"""The records of a knowledge base as the entries of a bundle."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from graph.base import KnowledgeBase
from graph.base.fingerprint import fingerprint
from graph.exchange.bundles.entry import BODIES, BODY
from graph.records.kinds import RECORD_KINDS
from graph.store import RecordFile
from graph.store.writing import fields_of

_ORDER = ("debate", "source", "speaker", "claim", "grounds")


@dataclass(frozen=True)
class Written:
    """A record as it goes into a bundle, with what is noted of it in other files, by language."""

    file: RecordFile
    annotations: Mapping[str, str]

    @property
    def kind(self) -> str:
        """Its kind."""
        return self.file.kind

    @property
    def fields(self) -> dict[str, Any]:
        """All that is said of it."""
        return _fields(self.file, self.annotations)

    @property
    def made_of(self) -> bytes:
        """The fingerprint of all that this is made of: a record follows from its path and text."""
        file = self.file
        return fingerprint(
            (file.kind, file.id, file.debate, file.path, file.text, self.annotations)
        )


def written(kb: KnowledgeBase) -> Iterator[Written]:
    """Every record that can be read, as a bundle has it: what others name stands first."""
    annotations: dict[str, dict[str, str]] = {}
    for file in kb.tree.of_kind("annotation"):
        annotations.setdefault(file.id, {})[file.language] = file.body.strip("\n")
    for kind in _ORDER:
        for file in kb.tree.of_kind(kind):
            found = Written(file, annotations.get(file.id, {}))
            # Grades that are the usual ones say nothing, as their file does.
            if file.record is not None and (not RECORD_KINDS[kind].single or found.fields):
                yield found


def _fields(file: RecordFile, annotations: Mapping[str, str]) -> dict[str, Any]:
    assert file.record is not None
    said: dict[str, Any] = {} if RECORD_KINDS[file.kind].single else {"id": file.id}
    if file.kind == "claim":
        said["debate"] = file.debate
        said["folder"] = "/".join(PurePosixPath(file.path).parts[2:-1])
    said |= fields_of(file.record)
    if file.kind == "claim":
        said |= {BODY: file.body.strip("\n"), BODIES: annotations}
    return {name: value for name, value in said.items() if value not in ("", {})}
