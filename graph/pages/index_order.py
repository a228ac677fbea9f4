"""The files of a search index in an order of their own.

Pagefind writes what it narrows results down by in the order of a hash map, which differs from run
to run, and calls files by what is in them. Two builds of one commit are to be the same, byte for
byte, so each of these files is written anew in order of the alphabet.

Its files are CBOR (RFC 8949) behind a word of its own, and gzipped: for each language a list of
what there is, of which the fourth item names the filters and their files.
"""

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

_WORD = b"pagefind_dcd"
_FILTERS = 3
"""The place of the filters in the list of what there is."""


def in_order(folder: Path) -> None:
    """Bring an index that is in this folder in order, if there is one."""
    entry = folder / "pagefind-entry.json"
    if not entry.is_file():
        return
    data = json.loads(entry.read_text("utf-8"))
    for language in data["languages"].values():
        language["hash"] = _language_in_order(folder, language["hash"])
    entry.write_text(json.dumps(data, sort_keys=True, separators=(",", ":")), encoding="utf-8")


def _language_in_order(folder: Path, name: str) -> str:
    """The name that the list of a language has once its filters are in order."""
    listed = folder / f"pagefind.{name}.pf_meta"
    parts = _read(listed)
    filters = []
    for label, file in sorted(parts[_FILTERS]):
        path = folder / "filter" / f"{file}.pf_filter"
        said, values = _read(path)
        written = _write([said, sorted(values)])
        path.unlink()
        named = _named(file, written)
        (folder / "filter" / f"{named}.pf_filter").write_bytes(written)
        filters.append([label, named])
    if not filters:
        return name
    parts[_FILTERS] = filters
    written = _write(parts)
    listed.unlink()
    named = _named(name, written)
    (folder / f"pagefind.{named}.pf_meta").write_bytes(written)
    return named


def _named(before: str, content: bytes) -> str:
    """A name as long as the one before, in the same language, by what is in the file now."""
    language, _, mark = before.rpartition("_")
    return f"{language}_{hashlib.sha256(content).hexdigest()[: len(mark)]}"


def _read(path: Path) -> Any:
    # Imported here because nobody needs it who makes no index.
    import cbor2

    return cbor2.loads(gzip.decompress(path.read_bytes()).removeprefix(_WORD))


def _write(data: Any) -> bytes:
    import cbor2

    return gzip.compress(_WORD + cbor2.dumps(data), mtime=0)
