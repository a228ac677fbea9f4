"""What those who make the files of a site are called, apart from what they work with."""

from graph.text.visible import visible

NAMES = ("serial", "threads", "processes", "dask:ADDRESS")
"""What crews are called; the last is that of a scheduler of Dask's."""
DASK = "dask:"
"""What stands before the address of a scheduler."""


def misnamed(name: str) -> str | None:
    """Why no crew is called this, None if one is."""
    if name in NAMES[:3] or (name.startswith(DASK) and name != DASK):
        return None
    return f"{visible(name)} is none of {', '.join(NAMES)}"
