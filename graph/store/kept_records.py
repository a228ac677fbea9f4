"""Records that were read before, kept from run to run as they were made.

Of a file nothing is taken on trust but what its YAML says. It is read all the same, and what is
kept counts only for the same bytes at the same path. Only files without any fault are kept at all.
"""

import os
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path

from graph.store.cache_folder import cache_folder
from graph.store.file_reading import Kept, as_before, kept_of, read_bytes
from graph.store.kept_values import keep_values, kept_values
from graph.store.problem import Problem
from graph.store.record_file import RecordFile

LARGEST = 256 * 1024 * 1024
"""The bytes kept of one knowledge base at most: some 250,000 claims."""
MOST = 8
"""The knowledge bases of which something is kept: of the last ones that were read anew."""
FEWEST = 100
"""The fewest records that are kept; to read fewer takes no longer than to ask for them."""
_ENDING = ".records"
_DIGEST = 16


class KeptRecords:
    """What is kept of the knowledge base below one root, and what there is to keep of it."""

    def __init__(self, file: Path | None, kept: Mapping[bytes, Kept]) -> None:
        self._file = file
        self._kept = kept
        self._found: dict[bytes, Kept] = {}
        self._new = False

    @classmethod
    def of(cls, root: Path) -> "KeptRecords":
        """What is kept of the knowledge base below this root; nothing where nothing may be."""
        folder = cache_folder("records")
        if folder is None:
            return cls(None, {})
        try:
            name = blake2b(os.fsencode(root.resolve()), digest_size=16).hexdigest()
        except (OSError, RuntimeError):
            return cls(None, {})
        file = folder / f"{name}{_ENDING}"
        kept = kept_values(file, LARGEST)
        return cls(file, kept if isinstance(kept, dict) else {})

    def read(self, path: str, raw: bytes) -> tuple[RecordFile | None, list[Problem]]:
        """Read one file as `read_bytes` does, from what is kept of it where there is anything."""
        if self._file is None:
            return read_bytes(path, raw)
        key = _key(path, raw)
        kept = self._kept.get(key)
        if kept is not None and (file := as_before(path, raw, kept)) is not None:
            self._found[key] = kept
            return file, []
        file, problems = read_bytes(path, raw)
        if file is not None and not problems and (kept := kept_of(file)) is not None:
            self._found[key] = kept
            self._new = True
        return file, problems

    def keep(self) -> None:
        """Keep what was read, where that is new and worth it; of what was not read this time
        nothing stays. Where nothing can be kept, all is read each time."""
        if self._file is not None and self._new and len(self._found) >= FEWEST:
            keep_values(self._file, self._found, LARGEST, MOST)


def _key(path: str, raw: bytes) -> bytes:
    # No path has a byte of 0 in it.
    return blake2b(b"%b\0%b" % (os.fsencode(path), raw), digest_size=_DIGEST).digest()
