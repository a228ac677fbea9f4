"""What was read in the Markdown of pages, kept from run to run.

It counts only for the same text, read with the same extensions of the same library; whatever is
wrong with what is kept makes it as if it were not there. Nothing in it is ever run.
"""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Any

from graph.pages.proofs.page_reading import Extensions, PageReading, lasting, read_page
from graph.store.cache_folder import cache_folder, is_own, write_kept
from graph.store.regular_file import read_regular

LARGEST = 32 * 1024 * 1024
"""The bytes kept of the pages of one knowledge base at most."""
MOST = 8
"""The knowledge bases of whose pages something is kept."""
_ENDING = ".pages"


class KeptReadings:
    """The readings of the pages below a root with some extensions of Markdown."""

    def __init__(self, root: Path, extensions: Extensions) -> None:
        self._extensions = extensions
        self._head = f"{_program()}\0{json.dumps(_plain(extensions), sort_keys=True)}\0".encode()
        self._file = _file(root) if lasting(extensions) else None
        self._kept: Mapping[str, Any] = {} if self._file is None else _read(self._file)
        self._found: dict[str, Any] = {}
        self._failed: dict[str, PageReading] = {}
        self._new = False

    def read(self, markdown: str) -> PageReading:
        """The reading of a text, from what is kept of it where there is anything."""
        digest = blake2b(self._head + markdown.encode("utf-8", "surrogatepass"), digest_size=16)
        key = digest.hexdigest()
        if (failed := self._failed.get(key)) is not None:
            return failed
        kept = self._found.get(key, self._kept.get(key))
        if (reading := _reading(kept)) is None:
            reading = read_page(markdown, self._extensions)
            if reading.failure:
                # What takes too long for one language does so for all.
                self._failed[key] = reading
                return reading
            kept = [list(reading.links), sorted(reading.anchors), list(reading.html_links)]
            self._new = True
        self._found[key] = kept
        return reading

    def read_once(self, markdown: str) -> PageReading:
        """The reading of a text that is tried, of which nothing is kept."""
        return read_page(markdown, self._extensions)

    def keep(self) -> None:
        """Keep what was read, where some of it is new; of what was not read this time nothing
        stays."""
        if self._file is None or not self._new:
            return
        whole = json.dumps(self._found, separators=(",", ":")).encode()
        if len(whole) < LARGEST:
            with suppress(OSError):
                write_kept(self._file, whole, MOST)


def _reading(kept: Any) -> PageReading | None:
    if not isinstance(kept, list) or len(kept) != 3:
        return None
    links, anchors, html_links = kept
    if not all(isinstance(each, list) and all(isinstance(x, str) for x in each) for each in kept):
        return None
    return PageReading(tuple(links), frozenset(anchors), tuple(html_links))


def _file(root: Path) -> Path | None:
    folder = cache_folder("pages")
    try:
        name = blake2b(os.fsencode(root.resolve()), digest_size=16).hexdigest()
    except (OSError, RuntimeError):
        return None
    return None if folder is None else folder / f"{name}{_ENDING}"


def _read(file: Path) -> Mapping[str, Any]:
    raw = read_regular(file, file.parent, LARGEST) if is_own(file) else None
    try:
        kept = json.loads(raw) if isinstance(raw, bytes) else {}
    except (ValueError, RecursionError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _plain(extensions: Extensions) -> list[Any]:
    return [
        [name, {key: repr(value) for key, value in own.items()}] for name, own in extensions.items()
    ]


@cache
def _program() -> str:
    """What tells the library, and this reading of what it makes, from others."""
    own = blake2b(digest_size=16)
    for module in ("markdown_tree.py", "page_reading.py"):
        own.update((Path(__file__).parent / module).read_bytes())
    return f"{version('markdown')} {own.hexdigest()}"
