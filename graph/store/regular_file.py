"""Reading a file that anybody may have put there: a regular one, in its folder, not too large.

What is no regular file may never end, such as a pipe or a device; what a link leads to elsewhere
was never meant to be read, or published, from here.
"""

import errno
import os
import stat
from pathlib import Path
from typing import NamedTuple

from graph.store.problem import Fault

_OTHERWISE = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)
_PIECE = 4096
"""Bytes asked for at a time of a file that holds more than it was to."""


class Refusal(NamedTuple):
    """Why a file is not read, or a folder not gone into, and a few words on it."""

    fault: Fault
    detail: str


def refusal(path: Path | str, folder: Path, largest: int) -> Refusal | None:
    """Why the file is not to be read: it leads out of the folder, is no regular file, is larger
    than `largest` bytes or is not there (`OUTSIDE`, `UNREADABLE`, `TOO_LARGE`). None where it is
    to be read. Opens nothing."""
    try:
        status = os.lstat(path)
        if stat.S_ISLNK(status.st_mode):
            path = Path(path)
            # Dead links and circles are none of what follows.
            if not path.resolve(strict=True).is_relative_to(folder.resolve()):
                name = folder.name or folder.resolve().name
                return Refusal(Fault.OUTSIDE, f"a symbolic link leads out of the {name} folder")
            status = path.stat()
            if stat.S_ISDIR(status.st_mode):
                return Refusal(Fault.UNREADABLE, "a symbolic link to a folder is not followed")
    except RuntimeError:
        # What Python says of it has the path on this machine.
        return Refusal(Fault.UNREADABLE, os.strerror(errno.ELOOP))
    except OSError as error:
        return unreadable(error)
    return _unfit(status, largest)


def read_regular(
    path: Path | str, folder: Path, largest: int, known: bool = False
) -> bytes | Refusal:
    """The bytes of a file, or why it is not read, as `refusal` says. Never waits for a writer,
    and never holds more than `largest` bytes, whatever the file becomes meanwhile.

    Of a file that is `known` to be regular that is not asked again before it is opened.
    """
    if known and isinstance(found := _opened(path, largest, os.O_NOFOLLOW), bytes):
        return found
    refused = refusal(path, folder, largest)
    return _opened(path, largest) if refused is None else refused


def read_begun(path: Path, most: int) -> bytes:
    """What a file that the user named begins with, up to one byte more than `most`; it may be a
    pipe.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        return file.read(most + 1)


def _opened(path: Path | str, largest: int, more: int = 0) -> bytes | Refusal:
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | more)
        try:
            status = os.fstat(handle)
            if (refused := _unfit(status, largest)) is not None:
                return refused
            raw = _read(handle, status.st_size, largest)
        finally:
            os.close(handle)
    except OSError as error:
        return unreadable(error)
    return raw if len(raw) <= largest else _too_large(len(raw), largest)


def _read(handle: int, size: int, largest: int) -> bytes:
    """What an open file of about this size holds, but no more than one byte above `largest`."""
    # Room for what is expected, and not for the largest file there may be: to make that and give
    # it back takes longer than to read most files.
    pieces: list[bytes] = []
    room, left = size + 1, largest + 1
    while left and (piece := os.read(handle, min(room, left))):
        pieces.append(piece)
        left -= len(piece)
        room = _PIECE
    return b"".join(pieces)


def _unfit(status: os.stat_result, largest: int) -> Refusal | None:
    for is_so, name in () if stat.S_ISREG(status.st_mode) else _OTHERWISE:
        if is_so(status.st_mode):
            return Refusal(Fault.UNREADABLE, f"this is {name}, not a file")
    return _too_large(status.st_size, largest) if status.st_size > largest else None


def _too_large(size: int, largest: int) -> Refusal:
    return Refusal(Fault.TOO_LARGE, f"{size:,} bytes, more than the {largest:,} allowed")


def unreadable(error: Exception) -> Refusal:
    """That what was tried failed in this way."""
    return Refusal(Fault.UNREADABLE, getattr(error, "strerror", None) or str(error))
