"""The site as it was last built: of what every file was made, kept so that a file is made again
only when something of that has changed.

What is kept is a verifying trace (see `graph.base.reads`). It can be lost at any time, and is
worth nothing where the files are not those that were written then, or where another program made
them, with other settings or other words: all of them are made then.
"""

import hashlib
import os
from array import array
from collections.abc import Iterator, Mapping, Sized
from contextlib import suppress
from dataclasses import dataclass, field
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import IO, Any, NamedTuple, TypeAlias

import cbor2

from graph.base.fingerprint import SIZE
from graph.base.reads import Read
from graph.pages.listed import Columns, Listed, from_columns, in_columns
from graph.store.cache_folder import cache_folder, is_own, write_kept
from graph.store.regular_file import Refusal, read_regular

FORMER = "BETOOG_FORMER_SITE"
"""What a build is told of the folder in which the former site stands, in its environment."""
LARGEST = 2_000_000_000
"""Bytes of what is kept of a site at most."""
MOST = 8
"""Sites of which it is kept at most: those that were built last."""
_FORM = 8
_DIGEST = 16
_AT_ONCE = 1_024
"""The reads, or files, that are written together."""

Mark: TypeAlias = tuple[int, int, int]
"""What tells a file from what somebody has made of it: its size, when it was last written, and
its number in the file system."""


class Part(NamedTuple):
    """The pages of one language in a part of a search index as it was made: the fingerprint of what
    is searched in them, and that of the files it is."""

    pages: bytes
    files: bytes


class Written(NamedTuple):
    """A file as it was written: the fingerprint of what it was given, the numbers of what was read
    for it, its mark, and the fingerprint of what is searched of it."""

    given: bytes
    reads: "array[int]"
    mark: Mark
    searched: bytes = b""


class ListedRun(NamedTuple):
    """The files of a run of groups as they were listed: the numbers of what was read for that, the
    files, and the fingerprint of what each was given."""

    reads: "array[int]"
    files: tuple[Listed, ...]
    given: tuple[bytes, ...]


@dataclass
class FormerSite:
    """What is known of a site: what was read for its files, each with its fingerprint then, the
    files by their paths, the parts of the index that searches them, the fingerprints of the regions
    that the argument had, what claims did to its theses, as far as that was worked out, and the
    runs of the list of its files by their numbers."""

    reads: list[Read] = field(default_factory=list)
    fingerprints: list[bytes] = field(default_factory=list)
    files: dict[str, Written] = field(default_factory=dict)
    index: list[Part] = field(default_factory=list)
    regions: list[bytes] = field(default_factory=list)
    effects: Mapping[str, Mapping[str, float | None]] = field(default_factory=dict)
    runs: dict[int, ListedRun] = field(default_factory=dict)
    moved: int = 0
    """How many reads have changed or come since those were last looked for that nobody reads any
    more."""


def mark_of(file: str | Path) -> Mark | None:
    """The mark of a file; None where there is none."""
    try:
        status = os.lstat(file)
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns, status.st_ino


def kept_at(site: Path) -> Path | None:
    """Where it is kept what is known of the site in a folder: with what else is kept for whoever
    builds; None where nothing is."""
    folder = cache_folder("sites")
    if folder is None:
        return None
    name = hashlib.blake2b(os.fsencode(site.resolve()), digest_size=16).hexdigest()
    return folder / f"{name}.cbor"


def forget(site: Path) -> None:
    """Keep nothing any more of the site in a folder."""
    if (place := kept_at(site)) is not None:
        with suppress(OSError):
            place.unlink()


def recalled(place: Path | None, made_by: bytes) -> FormerSite:
    """What is kept at a place of a site that was made by the same program, with the same settings
    and words; nothing where there is nothing of the kind."""
    if place is None or not is_own(place):
        return FormerSite()
    found = read_regular(place, place.parent, LARGEST)
    if isinstance(found, Refusal) or not _is_whole(found):
        return FormerSite()
    # Whatever is wrong with it, it is of no use.
    with suppress(Exception):
        decoder = cbor2.CBORDecoder(BytesIO(found))
        form, by, many, moved, index, regions, effects = decoder.decode()
        if form == _FORM and by == made_by:
            site = FormerSite(
                index=[Part(*each) for each in index],
                regions=list(regions),
                effects={thesis: dict(each) for thesis, each in effects.items()},
                moved=moved,
            )
            for _ in range(many):
                reads, fingerprints, files, runs = decoder.decode()
                site.reads += map(tuple, reads)
                site.fingerprints += fingerprints
                site.files.update(_written(files))
                site.runs.update((number, _run(each)) for number, each in runs.items())
            if len(site.reads) == len(site.fingerprints):
                return site
    return FormerSite()


def _is_whole(found: bytes) -> bool:
    """Whether what was found ends with the checksum of all before it."""
    before = memoryview(found)[:-_DIGEST]
    return hashlib.blake2b(before, digest_size=_DIGEST).digest() == found[-_DIGEST:]


def _written(files: Mapping[str, list[Any]]) -> Iterator[tuple[str, Written]]:
    for file, (given, numbers, searched, *mark) in files.items():
        size, time, number = mark
        yield file, Written(given, _reads(numbers), (size, time, number), searched)


def _run(kept: tuple[bytes, bytes, Columns]) -> ListedRun:
    numbers, given, columns = kept
    files = from_columns(columns)
    parts = tuple(given[start : start + SIZE] for start in range(0, len(given), SIZE))
    if len(parts) != len(files):
        raise ValueError(f"{len(parts)} of {len(files)}")
    return ListedRun(_reads(numbers), files, parts)


def _reads(numbers: bytes) -> "array[int]":
    reads = array("I")
    reads.frombytes(numbers)
    return reads


def keep(place: Path | None, made_by: bytes, site: FormerSite) -> None:
    """Keep what is known of a site, as far as it can be."""
    if place is None:
        return
    with suppress(OSError):
        write_kept(place, lambda stream: _write(stream, made_by, site), MOST)


def _write(stream: IO[bytes], made_by: bytes, site: FormerSite) -> None:
    # Piece by piece: as a whole it takes several times as much memory as what it is made of.
    digest = hashlib.blake2b(digest_size=_DIGEST)
    for piece in _pieces(made_by, site):
        told = cbor2.dumps(piece)
        digest.update(told)
        stream.write(told)
    stream.write(digest.digest())


def _pieces(made_by: bytes, site: FormerSite) -> Iterator[object]:
    many = _blocks(site.reads) + _blocks(site.files) + len(site.runs)
    yield [_FORM, made_by, many, site.moved, site.index, site.regions, site.effects]
    for start in range(0, len(site.reads), _AT_ONCE):
        end = start + _AT_ONCE
        yield [site.reads[start:end], site.fingerprints[start:end], {}, {}]
    files = iter(site.files.items())
    while some := dict(islice(files, _AT_ONCE)):
        told = {
            file: [each.given, each.reads.tobytes(), each.searched, *each.mark]
            for file, each in some.items()
        }
        yield [[], [], told, {}]
    for number, run in site.runs.items():
        listed = [run.reads.tobytes(), b"".join(run.given), in_columns(run.files)]
        yield [[], [], {}, {number: listed}]


def _blocks(values: Sized) -> int:
    return -(-len(values) // _AT_ONCE)
