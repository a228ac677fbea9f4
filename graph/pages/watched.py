"""Folders looked at again and again while their pages are served.

Anybody may have put a link there that leads round or away, and a folder can be gone for a moment,
as while another branch is checked out.
"""

import errno
import os
import stat
from pathlib import Path

from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserverVFS

_PAUSE = 0.5
"""Seconds between two looks."""


def observer() -> BaseObserver:
    """What tells of changes in folders, and in the folders in them that are no links."""
    return PollingObserverVFS(_status, os.scandir, polling_interval=_PAUSE)


def _status(path: str) -> os.stat_result:
    """What a path leads to, and of a link to a folder the link itself, so that it is not followed.

    Raises:
        OSError: it cannot be seen; never one of those by which looking would end for good.
    """
    try:
        there = Path(path).stat()
        return Path(path).lstat() if stat.S_ISDIR(there.st_mode) else there
    except (FileNotFoundError, NotADirectoryError) as error:
        raise OSError(errno.ESTALE, "it is not there now", path) from error
