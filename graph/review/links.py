"""Where symbolic links among the records of a revision lead once it is checked out."""

import errno
import os
import posixpath
from collections.abc import Iterable, Mapping

from graph.store import Fault
from graph.store.regular_file import Refusal

_MOST = 40
"""The links that lead from one to the next; Linux follows as many."""


class Links:
    """The symbolic links among records: of each its path and what stands in it. `files` are the
    paths of all that is no link."""

    def __init__(self, targets: Mapping[str, str], files: Iterable[str]) -> None:
        self._targets = targets
        self._files = frozenset(files)
        self._folders: set[str] = set()
        for path in (*self._files, *targets):
            while (path := posixpath.dirname(path)) and path not in self._folders:
                self._folders.add(path)

    def end(self, path: str) -> str | Refusal:
        """The file that a link leads to, or why nothing is read there."""
        for _ in range(_MOST):
            target = self._targets[path]
            path = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
            if path.partition("/")[0] != "claims":
                detail = "a symbolic link leads out of the claims folder"
                return Refusal(Fault.OUTSIDE, detail)
            if path in self._files:
                return path
            if path in self._folders:
                return Refusal(Fault.LINKED_FOLDER, "a symbolic link to a folder")
            if path not in self._targets:
                return Refusal(Fault.UNREADABLE, os.strerror(errno.ENOENT))
        return Refusal(Fault.UNREADABLE, os.strerror(errno.ELOOP))
