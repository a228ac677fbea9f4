"""Values that were made before, kept from run to run as they were made.

They count only for the same program with the same packages. What is kept can be deleted at any
time, and whatever is wrong with it makes it as if it were not there: cut off or spoilt bytes,
another version, a folder or a file that is not the user's own or that others may write to. Nothing
in it is ever run: what is made of it are plain values and the models and words of `graph.records`,
and what names anything else is not read.
"""

import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from io import BytesIO
from pathlib import Path
from pickle import Unpickler, UnpicklingError, dumps
from typing import Any, TypeVar

from graph.store.cache_folder import cache_folder, is_own, write_kept
from graph.store.program import packages
from graph.store.regular_file import read_regular

V = TypeVar("V")

MOST = 16
"""The files that come with the program of which it is kept what they say."""
_LARGEST = 16 * 1024 * 1024
_DIGEST = 16
_PROTOCOL = 5
_MODELS = "graph.records."


def keep_values(file: Path, values: object, largest: int, most: int) -> None:
    """Keep these values as a file of a folder of things of one sort, unless it would have more
    bytes than `largest`; of these, by their ending, no more than the newest ones. Where nothing can
    be kept, nothing is."""
    if (program := reading_program()) is None:
        return
    body = dumps(values, _PROTOCOL)
    if len(body) < largest:
        with suppress(OSError):
            write_kept(file, _head(program, body) + body, most)


def kept_values(file: Path, largest: int) -> Any:
    """The values that are kept in a file; None where anything about it is not as it was written by
    this program for this user."""
    program = reading_program()
    if program is None or not is_own(file):
        return None
    raw = read_regular(file, file.parent, largest + 1024)
    if not isinstance(raw, bytes):
        return None
    head, _, body = raw.partition(b"\n")
    if head + b"\n" != _head(program, body):
        return None
    try:
        return _Values(BytesIO(body)).load()
    except Exception:
        # There is no end to how bytes can be none of these.
        return None


def said_by(text: str, what: str, make: Callable[[str], V]) -> V:
    """What is made of the text of a file that comes with the program, from what is kept of it where
    there is anything; `what` tells it from other things that are made of the same text."""
    folder, program = cache_folder("program"), reading_program()
    if folder is None or program is None:
        return make(text)
    name = blake2b("\0".join((what, text)).encode(), digest_size=_DIGEST, key=program).hexdigest()
    file = folder / f"{name}.values"
    kept: V | None = kept_values(file, _LARGEST)
    if kept is None:
        kept = make(text)
        keep_values(file, kept, _LARGEST, MOST)
    return kept


class _Values(Unpickler):
    """What makes values of what is kept of them, and can name nothing but parts of records."""

    def find_class(self, module: str, name: str) -> Any:
        found = vars(sys.modules[module]).get(name) if module.startswith(_MODELS) else None
        if isinstance(found, type) and found.__module__ == module:
            return found
        raise UnpicklingError(f"{module}.{name} is part of no record")


def _head(program: bytes, body: bytes) -> bytes:
    digest = blake2b(body, digest_size=_DIGEST).hexdigest().encode()
    return b"betoog values %b %b\n" % (program, digest)


@cache
def reading_program() -> bytes | None:
    """What tells this program from others that may read a file otherwise: the text of all that
    reads, and the packages that it reads with. None where that cannot be told."""
    digest = blake2b(digest_size=_DIGEST)
    try:
        digest.update("\0".join((sys.version, *packages())).encode())
        for folder in ("records", "store", "text"):
            for module in sorted((Path(__file__).parents[1] / folder).glob("*.py")):
                digest.update(module.read_bytes())
    except OSError:
        return None
    return digest.hexdigest().encode()
