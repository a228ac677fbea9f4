"""The records of a knowledge base as the entries of a bundle."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from graph.base import KnowledgeBase
from graph.exchange.bundles.entry import BODIES, BODY
from graph.records.kinds import RECORD_KINDS
from graph.store import RecordFile
from graph.store.writing import fields_of

_ORDER = ("debate", "source", "speaker", "claim", "grounds")


class Written(NamedTuple):
    """A record as it goes into a bundle: its kind, and all that is said of it."""

    kind: str
    fields: dict[str, Any]


def written(kb: KnowledgeBase) -> Iterator[Written]:
    """Every record that can be read, as a bundle has it: what others name stands first."""
    annotations: dict[str, dict[str, str]] = {}
    for file in kb.tree.of_kind("annotation"):
        annotations.setdefault(file.id, {})[file.language] = file.body.strip("\n")
    for kind in _ORDER:
        for file in kb.tree.of_kind(kind):
            said = _fields(file, annotations.get(file.id, {})) if file.record is not None else {}
            # Grades that are the usual ones say nothing, as their file does.
            if said:
                yield Written(kind, said)


def _fields(file: RecordFile, annotations: dict[str, str]) -> dict[str, Any]:
    assert file.record is not None
    said: dict[str, Any] = {} if RECORD_KINDS[file.kind].single else {"id": file.id}
    if file.kind == "claim":
        said["debate"] = file.debate
        said["folder"] = "/".join(PurePosixPath(file.path).parts[2:-1])
    said |= fields_of(file.record)
    if file.kind == "claim":
        said |= {BODY: file.body.strip("\n"), BODIES: annotations}
    return {name: value for name, value in said.items() if value not in ("", {})}
