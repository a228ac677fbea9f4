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
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

_TICK, _SECONDS = 100_000_000, 2_000_000_000
"""Nanoseconds for which a file counts as just written, where the system tells parts of a second
and where it tells whole ones."""
_DEEPEST = 40


class _Mark(NamedTuple):
    """What the system keeps of a file, and a fingerprint of what is in it while that is fresh."""

    status: tuple[int, ...]
    fingerprint: bytes = b""


class Stamps:
    """The files of folders, and single files, as they were when last looked at.

    No link to a folder is followed; of one to a file, both are looked at.
    """

    def __init__(self) -> None:
        self._marks: dict[str, _Mark] = {}

    def look(self, places: Iterable[Path]) -> frozenset[str]:
        """The paths of files that are new, gone or others than at the last look, and of folders
        that cannot be looked into any more, or can again. All of them at the first look."""
        now = time.time_ns()
        found: dict[str, _Mark] = {}
        changed: set[str] = set()
        for path, status in _statuses(places):
            before = self._marks.get(path)
            fresh = _is_fresh(status, now)
            if before is not None and before.status == status:
                # Left alone for a while, or looked at once more.
                print_ = _fingerprint(path) if before.fingerprint else b""
                same = print_ == before.fingerprint
            else:
                print_ = _fingerprint(path) if fresh else b""
                same = False
            if not same:
                changed.add(path)
            found[path] = _Mark(status, print_ if fresh else b"")
        changed.update(self._marks.keys() - found.keys())
        self._marks = found
        return frozenset(changed)


def _statuses(places: Iterable[Path]) -> Iterator[tuple[str, tuple[int, ...]]]:
    left = [(os.fspath(each), 0) for each in places]
    while left:
        here, depth = left.pop()
        try:
            status = os.lstat(here)
            if not stat.S_ISDIR(status.st_mode):
                yield here, _status(here, status)
                continue
            with os.scandir(here) as entries:
                for each in entries:
                    if not each.is_dir(follow_symlinks=False):
                        yield each.path, _status(each.path, each.stat(follow_symlinks=False))
                    elif depth < _DEEPEST:
                        left.append((each.path, depth + 1))
        except FileNotFoundError:
            continue
        except OSError as error:
            yield here, (error.errno or 0,)


def _status(path: str, status: os.stat_result) -> tuple[int, ...]:
    own = _kept(status)
    if not stat.S_ISLNK(status.st_mode):
        return own
    try:
        return own + _kept(Path(path).stat())
    except OSError:
        return own


def _kept(status: os.stat_result) -> tuple[int, ...]:
    return (
        status.st_mtime_ns,
        status.st_ctime_ns,
        status.st_size,
        status.st_ino,
        status.st_mode,
    )


def _is_fresh(status: tuple[int, ...], now: int) -> bool:
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
