"""The files below `claims/`: which are read, and what is in the way of reading others."""

import os
from collections.abc import Iterator
from pathlib import Path

from graph.records import limits
from graph.store.file_names import name_problem
from graph.store.problem import Fault, Problem, Span
from graph.store.regular_file import refusal

_TOP = Span(1, 1, 2)


def record_paths(root: Path, problems: list[Problem]) -> Iterator[str]:
    """The files below `root/claims`, each by its path from the root. A folder, or a file, of which
    nothing can be read for its name or its place is a problem."""
    waiting = [("claims", 0)]
    while waiting:
        folder, depth = waiting.pop()
        try:
            with os.scandir(root / folder) as found:
                entries = [each for each in found if not each.name.startswith(".")]
        except OSError as error:
            problems.append(Problem(folder, Fault.UNREADABLE, _TOP, error.strerror or str(error)))
            continue
        for entry in entries:
            path = f"{folder}/{entry.name}"
            if (unusable := name_problem(path, entry.name)) is not None:
                problems.append(unusable)
            elif not _is_folder(entry):
                yield path
            elif entry.is_symlink():
                problems.append(_linked_folder(root, path))
            elif depth == limits.FOLDERS:
                detail = f"a folder within {limits.FOLDERS} others; nothing in it is read"
                problems.append(Problem(path, Fault.DEEP_FOLDER, _TOP, detail))
            else:
                waiting.append((path, depth + 1))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        # A link that leads round in a circle; reading it says so.
        return False


def _linked_folder(root: Path, path: str) -> Problem:
    refused = refusal(root / path, root / "claims", limits.FILE)
    if refused is not None and refused.fault is Fault.OUTSIDE:
        return Problem(path, refused.fault, _TOP, refused.detail)
    return Problem(path, Fault.LINKED_FOLDER, _TOP, "a symbolic link to a folder")
