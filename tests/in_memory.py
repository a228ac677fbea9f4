"""Where tests write: in memory, where the system has a folder there with room enough.

Thousands of tests make files, each in a folder of its own: on a disk they wait for it, and use a
tenth more of the processor. Who names a place in `TMPDIR` gets that.
"""

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

MEMORY = Path("/dev/shm")
ROOM = 4 * 1024**3
"""Bytes, many times what the tests write."""
NAMES = ("PYTEST_DEBUG_TEMPROOT", "TMPDIR")
"""What names the place for temporary files, to pytest and to all programs."""
_PREFIX = "betoog-tests-"


def place_in_memory() -> Path | None:
    """A new folder in memory in which this process and those that it starts make their temporary
    files from now on; None where there is no room, or a place was named. Folders of runs that have
    ended go."""
    if any(name in os.environ for name in NAMES) or not _has_room():
        return None
    for each in MEMORY.glob(f"{_PREFIX}*"):
        if not Path("/proc", each.name.split("-")[2]).exists():
            shutil.rmtree(each, ignore_errors=True)
    folder = tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-", dir=MEMORY)
    os.environ.update(dict.fromkeys(NAMES, folder))
    tempfile.tempdir = folder
    return Path(folder)


def _has_room() -> bool:
    with suppress(OSError):
        # In containers programs may not be started from there.
        may_run = not os.statvfs(MEMORY).f_flag & os.ST_NOEXEC
        return may_run and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM
    return False
