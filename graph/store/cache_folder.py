"""Where what was worked out before is kept from run to run: with the user, and not in the knowledge
base, where a change may have put it."""

import os
from pathlib import Path

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
