"""Where what was worked out before is kept from run to run: with the user, and not in the knowledge
base, where a change may have put it."""

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import IO

SWITCH = "BETOOG_CACHE"
"""The variable that names the folder in which everything is kept. What is no absolute path, such as
`off`, names none: nothing is kept then."""


def cache_folder(name: str) -> Path | None:
    """The folder in which things of one sort are kept: below the one that `BETOOG_CACHE` names, or
    the one that the system has for such things. None where there is neither."""
    named = os.environ.get(SWITCH)
    if not named:
        # Imported here because most commands keep nothing.
        from platformdirs import user_cache_path

        folder = user_cache_path("betoog", appauthor=False)
    else:
        folder = Path(named)
    return folder / name if folder.is_absolute() else None


def is_own(file: Path) -> bool:
    """Whether a file and the folder that it is in are the user's, and nobody else may write to
    them."""
    try:
        return _is_own(os.lstat(file.parent)) and _is_own(os.lstat(file))
    except OSError:
        return False


def _is_own(status: os.stat_result) -> bool:
    if not hasattr(os, "geteuid"):
        # There the folder for such things is one that others cannot write to.
        return True
    return status.st_uid == os.geteuid() and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def write_kept(
    file: Path, whole: bytes | Callable[[IO[bytes]], object], most: int | None = None
) -> None:
    """Keep these bytes, or what is written to a file that is given, as a file of a folder of things
    of one sort, and of these, by their ending, no more than the newest ones.

    Raises:
        OSError: it cannot be kept.
    """
    # Imported here because most commands keep nothing.
    import tempfile

    folder = file.parent
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    # Others may be reading it, or writing it too: a file has its name only when it is whole.
    handle, unfinished = tempfile.mkstemp(".part", dir=folder)
    try:
        with os.fdopen(handle, "wb") as stream:
            if isinstance(whole, bytes):
                stream.write(whole)
            else:
                whole(stream)
        Path(unfinished).replace(file)
    finally:
        Path(unfinished).unlink(missing_ok=True)
    if most is not None:
        files = ((each.stat().st_mtime, each) for each in folder.glob(f"*{file.suffix}"))
        for _, oldest in sorted(files, reverse=True)[most:]:
            oldest.unlink(missing_ok=True)
