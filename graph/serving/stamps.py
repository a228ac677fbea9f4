"""What has changed in folders since they were last looked at, by the marks that the system keeps
of every file.

A file that was written a moment ago may be written again within one tick of the system's clock,
which leaves its marks as they were. So of such a file what is in it is compared too, until it has
been left alone for a while.
"""

import hashlib
import os
import stat
import time
from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple, TypeAlias

_TICK, _SECONDS = 100_000_000, 2_000_000_000
"""Nanoseconds for which a file counts as just written, where the system tells parts of a second
and where it tells whole ones."""
_DEEPEST = 40


_Status: TypeAlias = tuple[int, ...]
_kept: Callable[[os.stat_result], _Status] = attrgetter(
    "st_mtime_ns", "st_ctime_ns", "st_size", "st_ino", "st_mode"
)


class _Fresh(NamedTuple):
    """A file that was just written: what the system keeps of it, and a fingerprint of what is in
    it."""

    status: _Status
    fingerprint: bytes


class Stamps:
    """The files of folders, and single files, as they were when last looked at.

    No link to a folder is followed; of one to a file, both are looked at.
    """

    def __init__(self) -> None:
        self._marks: dict[str, dict[str, _Status]] = {}
        self._fresh: dict[str, _Fresh] = {}

    def look(self, places: Iterable[Path]) -> frozenset[str]:
        """The paths of files that are new, gone or others than at the last look, and of folders
        that cannot be looked into any more, or can again. All of them at the first look."""
        now = time.time_ns()
        marks = dict(_statuses(places))
        # Nearly always a folder is as it was, which is seen of all of its files at once.
        before: dict[str, _Status] = {}
        after: dict[str, _Status] = {}
        for here in self._marks.keys() | marks.keys():
            one, other = self._marks.get(here), marks.get(here)
            if one != other:
                before.update(one or {})
                after.update(other or {})
        changed = {
            path for path in before.keys() | after.keys() if before.get(path) != after.get(path)
        }
        fresh = {
            path: _Fresh(after[path], _fingerprint(path))
            for path in changed
            if path in after and _is_fresh(after[path], now)
        }
        # Left alone for a while, or looked at once more.
        for path in self._fresh.keys() - changed:
            status, print_ = self._fresh[path]
            found = _fingerprint(path)
            if found != print_:
                changed.add(path)
            if _is_fresh(status, now):
                fresh[path] = _Fresh(status, found)
        self._marks, self._fresh = marks, fresh
        return frozenset(changed)


def _statuses(places: Iterable[Path]) -> Iterator[tuple[str, dict[str, _Status]]]:
    """What the system keeps of the files in each folder, and of each single file, by its path."""
    left = [(os.fspath(each), 0) for each in places]
    while left:
        here, depth = left.pop()
        found: dict[str, _Status] = {}
        try:
            status = os.lstat(here)
            if not stat.S_ISDIR(status.st_mode):
                found[here] = _status(here, status)
            else:
                with os.scandir(here) as entries:
                    for each in entries:
                        if each.is_dir(follow_symlinks=False):
                            if depth < _DEEPEST:
                                left.append((each.path, depth + 1))
                            continue
                        try:
                            own = each.stat(follow_symlinks=False)
                        except FileNotFoundError:
                            # It is gone by now.
                            continue
                        is_link = each.is_symlink()
                        found[each.path] = _status(each.path, own) if is_link else _kept(own)
        except FileNotFoundError:
            pass
        except OSError as error:
            found[here] = (error.errno or 0,)
        if found:
            yield here, found


def _status(path: str, status: os.stat_result) -> _Status:
    own = _kept(status)
    if not stat.S_ISLNK(status.st_mode):
        return own
    try:
        return own + _kept(Path(path).stat())
    except OSError:
        return own


def _is_fresh(status: _Status, now: int) -> bool:
    written = max(status[:2])
    return now - written < (_TICK if written % 1_000_000_000 else _SECONDS)


def _fingerprint(path: str) -> bytes:
    try:
        # Whatever is no file may never end.
        if not stat.S_ISREG(Path(path).stat().st_mode):
            return b"-"
        with Path(path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").digest()
    except OSError:
        return b"-"
