"""The files below `claims/`: which are read, and what is in the way of reading others."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from graph.records import limits
from graph.store.problem import Fault, Problem, Span
from graph.store.regular_file import Refusal, refusal
from graph.store.walk import Entry, walk

_TOP = Span(1, 1, 2)


class RecordPath(NamedTuple):
    """A file below `claims/`: its path from the root, with forward slashes, and whether it is known
    to be a regular file."""

    path: str
    regular: bool


def record_paths(root: Path, problems: list[Problem]) -> Iterator[RecordPath]:
    """The files below `root/claims`. A folder, or a file, of which nothing can be read for its
    name or its place is a problem."""
    claims = root / "claims"
    if (linked := linked_records(root)) is not None:
        problems.append(linked)
        return
    for each in walk(claims, hidden=False):
        path = "claims" if each.path == "." else f"claims/{each.path}"
        refused = each.refusal or _linked_folder(each, claims)
        if refused is None:
            yield RecordPath(path, each.regular)
        else:
            problems.append(Problem(path, refused.fault, _TOP, refused.detail))


def linked_records(root: Path) -> Problem | None:
    """That the folder of all records is a link, which may lead anywhere; None where it is not."""
    if not (root / "claims").is_symlink():
        return None
    return Problem("claims", Fault.LINKED_FOLDER, _TOP, "a symbolic link to a folder")


def _linked_folder(entry: Entry, claims: Path) -> Refusal | None:
    """Why a link to a folder is not followed; None for all else, and for a link that leads round
    in a circle: reading it says so."""
    if not entry.link or not (place := Path(entry.place)).is_dir():
        return None
    refused = refusal(place, claims, limits.FILE)
    if refused is not None and refused.fault is Fault.OUTSIDE:
        return refused
    return Refusal(Fault.LINKED_FOLDER, "a symbolic link to a folder")
