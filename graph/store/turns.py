"""Programs that write into one folder take turns.

Between the last look at a file and another in its place a second program could do the same, and
what it wrote would be gone without a word. So each has the folder to itself for that moment; what
other programs, such as editors, do is only looked at.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform != "win32":
    import fcntl

PATIENCE = 10.0
"""Seconds that a program waits for its turn; a turn takes a few milliseconds."""
_AGAIN = 0.005


@contextmanager
def turn(folder: Path) -> Iterator[None]:
    """Have a folder to oneself, among programs that ask for it in this way. It ends with the
    program, however that ends. Where the system has no such turns, as over some networks, none is
    waited for. Not to be asked for again within.

    Raises:
        TimeoutError: another program has kept it all the time.
    """
    handle = _opened(folder)
    try:
        if handle is not None:
            _wait(handle)
        yield
    finally:
        if handle is not None:
            os.close(handle)


def _opened(folder: Path) -> int | None:
    if sys.platform == "win32":
        # Folders cannot be held there.
        return None
    try:
        return os.open(folder, os.O_RDONLY)
    except OSError:
        return None


def _wait(handle: int) -> None:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > end:
                raise TimeoutError(0, "another program keeps writing here") from None
            time.sleep(_AGAIN)
        except OSError:
            return
        else:
            return
