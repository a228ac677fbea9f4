"""The site as it was last built: of what every file was made, kept so that a file is made again
only when something of that has changed.

What is kept is a verifying trace (see `graph.base.reads`). It can be lost at any time, and is
worth nothing where the files are not those that were written then, or where another program made
them, with other settings or other words: all of them are made then.
"""

import hashlib
import os
from array import array
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
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
_FORM = 6

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
    runs: Mapping[int, ListedRun] = field(default_factory=dict)


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
    if isinstance(found, Refusal):
        return FormerSite()
    # Whatever is wrong with it, it is of no use.
    with suppress(Exception):
        form, by, reads, fingerprints, files, index, regions, effects, runs = cbor2.loads(found)
        if form == _FORM and by == made_by and len(reads) == len(fingerprints):
            return FormerSite(
                [tuple(each) for each in reads],
                fingerprints,
                dict(_written(files, len(reads))),
                [Part(*each) for each in index],
                list(regions),
                {thesis: dict(each) for thesis, each in effects.items()},
                {number: _run(each, len(reads)) for number, each in runs.items()},
            )
    return FormerSite()


def _written(files: Mapping[str, list[Any]], many: int) -> Iterator[tuple[str, Written]]:
    for file, (given, numbers, searched, *mark) in files.items():
        size, time, number = mark
        yield file, Written(given, _reads(numbers, many), (size, time, number), searched)


def _run(kept: tuple[bytes, bytes, Columns], many: int) -> ListedRun:
    numbers, given, columns = kept
    files = from_columns(columns)
    parts = tuple(given[start : start + SIZE] for start in range(0, len(given), SIZE))
    if len(parts) != len(files):
        raise ValueError(f"{len(parts)} of {len(files)}")
    return ListedRun(_reads(numbers, many), files, parts)


def _reads(numbers: bytes, many: int) -> "array[int]":
    """The numbers of reads, of which there are so many."""
    reads = array("I")
    reads.frombytes(numbers)
    if reads and max(reads) >= many:
        raise ValueError(f"{max(reads)} of {many}")
    return reads


def keep(place: Path | None, made_by: bytes, site: FormerSite) -> None:
    """Keep what is known of a site, as far as it can be."""
    if place is None:
        return
    with suppress(OSError):
        write_kept(place, lambda stream: _write(stream, made_by, site), MOST)


_LIST, _MAPPING = 4, 5
"""What lists and mappings are called in CBOR: RFC 8949, 3.1 "Major Types"."""


def _write(stream: IO[bytes], made_by: bytes, site: FormerSite) -> None:
    # Piece by piece: as a whole it takes several times as much memory as what it is made of.
    encoder = cbor2.CBOREncoder(stream)
    encoder.encode_length(_LIST, 9)
    encoder.encode(_FORM)
    encoder.encode(made_by)
    for values in (site.reads, site.fingerprints):
        encoder.encode_length(_LIST, len(values))
        for value in values:
            encoder.encode(value)
    encoder.encode_length(_MAPPING, len(site.files))
    for file, each in site.files.items():
        encoder.encode(file)
        encoder.encode([each.given, each.reads.tobytes(), each.searched, *each.mark])
    encoder.encode(site.index)
    encoder.encode(site.regions)
    encoder.encode(site.effects)
    encoder.encode_length(_MAPPING, len(site.runs))
    for number, run in site.runs.items():
        encoder.encode(number)
        encoder.encode([run.reads.tobytes(), b"".join(run.given), in_columns(run.files)])
