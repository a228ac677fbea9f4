"""The files below a folder in which anybody may have put something."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from graph.records import limits
from graph.store.problem import Fault
from graph.store.regular_file import Refusal, unreadable


class Entry(NamedTuple):
    """Something below a folder that is no folder to go into: where it is; its path from the
    folder, with forward slashes and as text whatever the name is; and why it is none to be read,
    where its name or its place says so already."""

    place: Path
    path: str
    refusal: Refusal | None = None


def walk(folder: Path) -> Iterator[Entry]:
    """What is below a folder, sorted within each. Opens no file and follows no link; a folder
    that cannot be gone into is an entry with a refusal."""
    left = [(folder, "", 0)]
    while left:
        here, above, depth = left.pop()
        try:
            with os.scandir(here) as found:
                entries = sorted(found, key=lambda each: each.name)
        except OSError as error:
            yield Entry(here, above.rstrip("/") or ".", unreadable(error))
            continue
        for each in entries:
            name = os.fsencode(each.name).decode("utf-8", "backslashreplace")
            path, place = above + name, here / each.name
            if name != each.name:
                detail = "the name is not UTF-8 text"
                yield Entry(place, path, Refusal(Fault.UNREADABLE, detail))
            elif not each.is_dir(follow_symlinks=False):
                yield Entry(place, path)
            elif depth + 1 > limits.FOLDERS:
                detail = f"more than {limits.FOLDERS} folders within each other"
                yield Entry(place, path, Refusal(Fault.UNREADABLE, detail))
            else:
                left.append((place, f"{path}/", depth + 1))
