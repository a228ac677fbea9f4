"""Records that were read before, kept from run to run: what their YAML says, as JSON.

Of a file nothing is taken on trust but what its YAML says. It is read all the same, and what is
kept counts only for the same bytes at the same path, read by the same program. A record is made of
that by the same models, with every check that one read from YAML has to pass; only files without
any fault are kept at all.

So what is kept can be deleted at any time, and whatever is wrong with it makes it as if it were not
there: cut off or spoilt bytes, another version, a folder or a file that is not the user's own or
that others may write to. Nothing in it is ever run.
"""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path

import yaml
from pydantic import ValidationError

from graph.store.cache_folder import cache_folder, is_own, write_kept
from graph.store.file_reading import Sound, as_before, read_bytes
from graph.store.problem import Problem
from graph.store.record_file import RecordFile
from graph.store.regular_file import read_regular

LARGEST = 256 * 1024 * 1024
"""The bytes kept of one knowledge base at most: some 250,000 claims."""
MOST = 8
"""The knowledge bases of which something is kept: of the last ones that were read anew."""
FEWEST = 100
"""The fewest records that are kept; to read fewer takes no longer than to ask for them."""
_ENDING = ".records"
_KEY = 2 * 16
"""The hexadecimal digits by which a file is known."""


class KeptRecords:
    """What is kept of the knowledge base below one root, and what there is to keep of it."""

    def __init__(self, file: Path | None, kept: dict[bytes, bytes]) -> None:
        self._file = file
        self._kept = kept
        self._found: dict[bytes, bytes] = {}
        self._new = False

    @classmethod
    def of(cls, root: Path) -> "KeptRecords":
        """What is kept of the knowledge base below this root; nothing where nothing may be."""
        folder = cache_folder("records")
        program = None if folder is None else _program()
        if folder is None or program is None:
            return cls(None, {})
        try:
            name = blake2b(os.fsencode(root.resolve()), digest_size=16).hexdigest()
        except (OSError, RuntimeError):
            return cls(None, {})
        file = folder / f"{name}{_ENDING}"
        return cls(file, dict(_lines(file, program)))

    def read(self, path: str, raw: bytes) -> tuple[RecordFile | None, list[Problem]]:
        """Read one file as `read_bytes` does, from what is kept of it where there is anything."""
        if self._file is None:
            return read_bytes(path, raw)
        key = _key(path, raw)
        line = self._kept.get(key)
        if line is not None and (file := _made(path, raw, line)) is not None:
            self._found[key] = line
            return file, []
        sound: list[Sound] = []
        file, problems = read_bytes(path, raw, sound.append)
        if sound and not problems:
            self._found[key] = _line(sound[0])
            self._new = True
        return file, problems

    def keep(self) -> None:
        """Keep what was read, where that is new and worth it; of what was not read this time
        nothing stays. Where nothing can be kept, all is read each time."""
        program = _program()
        if self._file is None or program is None or not self._new or len(self._found) < FEWEST:
            return
        body = b"".join(b"%b\t%b\n" % each for each in self._found.items())
        if len(body) < LARGEST:
            with suppress(OSError):
                write_kept(self._file, _head(program, body) + body, MOST)


def _key(path: str, raw: bytes) -> bytes:
    # No path has a byte of 0 in it.
    whole = b"%b\0%b" % (os.fsencode(path), raw)
    return blake2b(whole, digest_size=_KEY // 2).hexdigest().encode()


def _line(sound: Sound) -> bytes:
    begin, line, stated, data = sound
    # No tab and no end of a line stands in JSON as it is written here.
    parts = (str(begin), str(line), json.dumps(stated), json.dumps(data, separators=(",", ":")))
    return "\t".join(parts).encode()


def _made(path: str, raw: bytes, line: bytes) -> RecordFile | None:
    try:
        begin, body_line, stated, data = line.split(b"\t")
        said = None if stated == b"null" else json.loads(stated)
        return as_before(path, raw, Sound(int(begin), int(body_line), said, data))
    except (ValueError, ValidationError):
        return None


def _lines(file: Path, program: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The lines that are kept, by their keys; none where anything about them is not as it was
    written by this program for this user."""
    if not is_own(file):
        return
    raw = read_regular(file, file.parent, LARGEST + 1024)
    if not isinstance(raw, bytes):
        return
    head, _, body = raw.partition(b"\n")
    if head + b"\n" == _head(program, body):
        for line in body.split(b"\n")[:-1]:
            yield line[:_KEY], line[_KEY + 1 :]


def _head(program: bytes, body: bytes) -> bytes:
    return b"betoog records %b %b\n" % (program, blake2b(body, digest_size=16).hexdigest().encode())


@cache
def _program() -> bytes | None:
    """What tells this program from others that may read a file otherwise: the text of all that
    reads, and the versions of what it reads with. None where that cannot be told."""
    digest = blake2b(digest_size=16)
    digest.update(f"{sys.version}\0{yaml.__version__}\0".encode())
    try:
        for folder in ("records", "store", "text"):
            for module in sorted((Path(__file__).parents[1] / folder).glob("*.py")):
                digest.update(module.read_bytes())
    except OSError:
        return None
    return digest.hexdigest().encode()
