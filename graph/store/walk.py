"""The files below a folder in which anybody may have put something."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from graph.records import limits
from graph.store.file_names import deep_folder, name_refusal, shown
from graph.store.regular_file import Refusal, unreadable


class Entry(NamedTuple):
    """Something below a folder that is no folder to go into: where it is; its path from the
    folder, with forward slashes; whether it is a symbolic link; why it is none to be read, where
    its name or its place says so already, and the path can be written anywhere then; and whether
    it is known to be a regular file."""

    place: str
    path: str
    link: bool = False
    refusal: Refusal | None = None
    regular: bool = False


def walk(folder: Path, hidden: bool = True) -> Iterator[Entry]:
    """What is below a folder, sorted within each, with or without what is hidden by its name.

    Opens no file and follows no link; a folder that cannot be gone into is an entry with a
    refusal. The path of the folder itself is ".".
    """
    left = [(os.fspath(folder), "", 0)]
    while left:
        here, above, depth = left.pop()
        try:
            with os.scandir(here) as found:
                entries = sorted(found, key=lambda each: each.name)
        except OSError as error:
            yield Entry(here, above.rstrip("/") or ".", False, unreadable(error))
            continue
        for each in entries:
            path = above + each.name
            if not hidden and each.name.startswith("."):
                continue
            if (unusable := name_refusal(each.name)) is not None:
                yield Entry(each.path, shown(path), each.is_symlink(), unusable)
            elif not each.is_dir(follow_symlinks=False):
                regular = each.is_file(follow_symlinks=False)
                yield Entry(each.path, path, each.is_symlink(), None, regular)
            elif depth == limits.FOLDERS:
                fault, _, detail = deep_folder()
                yield Entry(each.path, path, False, Refusal(fault, detail))
            else:
                left.append((each.path, f"{path}/", depth + 1))
