"""Pictures that were drawn before, kept from build to build.

They are kept with what else is kept for whoever builds, not in the knowledge base: what stands
there may have been put there by a change, and would be published as a picture of ours.
"""

import io
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PIL import Image

from graph.store.cache_folder import cache_folder, is_own, write_kept
from graph.store.regular_file import Refusal, read_regular

LARGEST = 2_000_000
"""Bytes of a picture at most."""
_BEGIN, _END = b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82"


def usual_folder() -> Path | None:
    """Where pictures are kept; None where nothing is."""
    return cache_folder("share")


def kept(folder: Path | None, name: str, draw: Callable[[], bytes]) -> bytes:
    """The picture of this name as a PNG file, from the folder if it is there, else drawn and kept.

    Where it cannot be kept, it is drawn each time.
    """
    if folder is None:
        return draw()
    file = folder / f"{name}.png"
    found = read_regular(file, folder, LARGEST) if is_own(file) else None
    if found is not None and not isinstance(found, Refusal) and _is_whole(found):
        return found
    drawn = draw()
    with suppress(OSError):
        write_kept(file, drawn)
    return drawn


def _is_whole(png: bytes) -> bool:
    if not (png.startswith(_BEGIN) and png.endswith(_END)):
        return False
    try:
        # The parts of a picture have checksums.
        Image.open(io.BytesIO(png), formats=("PNG",)).verify()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return False
    return True
