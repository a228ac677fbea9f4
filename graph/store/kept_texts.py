"""Texts that were made before, kept from run to run by what each was made of.

What is kept counts only for the same program, and for who may alone write to it. It can be deleted
at any time, and whatever is wrong with it, be it cut off or spoilt, makes it as if it were not
there.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

import cbor2

from graph.store.cache_folder import cache_folder, is_own, write_kept
from graph.store.regular_file import read_regular

LARGEST = 2_000_000_000
"""Bytes of what is kept of one knowledge base and one sort at most."""
MOST = 8
"""Files of one sort that are kept: those that were written last."""
_DIGEST = 16


class KeptTexts:
    """The texts of one sort that were made of the knowledge base below one root.

    `made_by` is the fingerprint of all that makes them beside what each is made of.
    """

    def __init__(self, sort: str, root: Path, made_by: bytes) -> None:
        folder = cache_folder("texts")
        self._file: Path | None = None
        if folder is not None:
            name = blake2b(os.fsencode(root.resolve()), digest_size=_DIGEST).hexdigest()
            self._file = folder / f"{name}.{sort}"
        self._made_by = made_by
        self._kept = self._read()
        self._found: dict[bytes, str] = {}

    def of(self, made_of: bytes, make: Callable[[], str]) -> str:
        """The text that is made of something, given by the fingerprint of all of it."""
        text = self._kept.get(made_of)
        if text is None:
            text = make()
        self._found[made_of] = text
        return text

    def keep(self) -> None:
        """Keep the texts that were asked for, where they are others than those that were kept; of
        the others none stays. Where nothing can be kept, all are made each time."""
        if self._file is None or self._found.keys() == self._kept.keys():
            return
        # Halves of characters cannot be written.
        with suppress(OSError, UnicodeEncodeError):
            body = cbor2.dumps(self._found)
            if len(body) < LARGEST:
                write_kept(self._file, self._head(body) + body, MOST)

    def _read(self) -> dict[bytes, str]:
        if self._file is None or not is_own(self._file):
            return {}
        raw = read_regular(self._file, self._file.parent, LARGEST + 2 * _DIGEST)
        # Whatever is wrong with it, it is of no use.
        with suppress(Exception):
            if isinstance(raw, bytes) and self._head(body := raw[_DIGEST:]) == raw[:_DIGEST]:
                return dict(cbor2.loads(body))
        return {}

    def _head(self, body: bytes) -> bytes:
        return blake2b(body, digest_size=_DIGEST, key=self._made_by).digest()
