"""A file of a former site, put where it stands in the one that is made."""

import os
import shutil
from pathlib import Path


def take_over(former: str | Path, place: str | Path) -> bool:
    """Give a file a second name or, where the file system cannot, a copy; whether it is the same
    file.

    Raises:
        OSError: it cannot be put there.
    """
    try:
        os.link(former, place)
    except OSError:
        shutil.copy2(former, place)
        return False
    return True
