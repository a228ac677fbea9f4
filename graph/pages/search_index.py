"""The search index over the finished pages, made by Pagefind: that of a large site in parts, so
that after an edit only those are made that hold a page that is another, and of those only the
languages of such pages."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from graph.errors import BetoogError
from graph.pages.former_site import Part
from graph.pages.index_order import in_order
from graph.pages.searched import language_of, searched
from graph.pages.taking_over import take_over
from graph.pages.written_last import INDEX
from graph.text.visible import visible

PARTS = "parts.json"
"""The file in it that says how many parts there are. The first is in the folder itself, the others
in folders in it that are called by their numbers."""
PAGES = 2_000
"""Pages in a part, about. A reader's browser fetches something of each part, so that there should
not be many."""
_SIZE = 12
_ENTRY = "pagefind-entry.json"
_FOLDERS = ("filter", "fragment", "index")
_LIST = ".pf_meta"
"""How the list of a language is called that stands beside these folders."""
_OF_LANGUAGE = re.compile(
    r"(?!wasm\.unknown\.)(?:pagefind\.|wasm\.)?(.+?)(?:_[^_]+\.pf_\w+|\.pagefind)\Z"
)
"""How a file is called that is of one language."""


class SearchIndexError(BetoogError):
    """Pagefind could not make the index; the message is what it said."""


class FormerIndex(NamedTuple):
    """The pieces of an index that was made earlier, and the site's folder that it is in."""

    site: Path
    parts: list[Part]


class _Piece(NamedTuple):
    """The pages of one language in a part, and the fingerprint of what is searched in them."""

    place: Path
    language: str
    pages: Mapping[str, bytes]
    told: bytes

    @property
    def named(self) -> str:
        """What Pagefind calls the language."""
        return self.language or "unknown"

    @property
    def making(self) -> Path:
        """Where it is made."""
        return _making(self.place) / (self.language or "none")


def fingerprint_searched(page: bytes) -> bytes:
    """The fingerprint of what is searched of a page, with its language; empty where nothing is."""
    found = searched(page)
    return b"" if found is None else _fingerprint(found) + language_of(found).encode()


def make_search_index(
    site: Path,
    known: Mapping[str, bytes] = MappingProxyType({}),
    former: FormerIndex | None = None,
) -> list[Part]:
    """Index every searchable page below the site's folder into `pagefind/`; the pieces of it: the
    pages of one language in a part. One of a former index is taken over where the same would be
    made. `known` are fingerprints of
    what is searched of pages, by their paths.

    Raises:
        SearchIndexError: Pagefind failed.
    """
    found = {
        path: known[path] if path in known else fingerprint_searched((site / path).read_bytes())
        for path in _pages(site)
    }
    parts = _in_parts({path: each for path, each in found.items() if each})
    index = site / INDEX
    shutil.rmtree(index, ignore_errors=True)
    if not parts:
        # No page says what of it is searched, so that Pagefind searches all of each.
        _run(site, index)
        in_order(index)
        return []
    index.mkdir()
    pieces = [
        _Piece(_place(index, number), language, pages, _told(len(parts), number, language, pages))
        for number, part in enumerate(parts)
        for language, pages in _by_language(part).items()
    ]
    to_make = [each for each in pieces if not _taken_over(former, index, each)]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        making = [pool.submit(_made, _laid_out(site, each)) for each in to_make]
    for each in making:
        each.result()
    for place in dict.fromkeys(each.place for each in pieces):
        _gather(place, with_engine=place == index)
    (index / PARTS).write_text(json.dumps({"parts": len(parts)}), encoding="utf-8")
    return [Part(each.told, _files_told(each.place, each.named)) for each in pieces]


def _pages(site: Path) -> Iterator[str]:
    """The paths of all pages of a site."""
    left = [""]
    while left:
        below = left.pop()
        with os.scandir(site / below) as there:
            for each in there:
                path = f"{below}/{each.name}" if below else each.name
                if each.is_dir(follow_symlinks=False):
                    if path != INDEX:
                        left.append(path)
                elif path.endswith(".html"):
                    yield path


def _in_parts(found: Mapping[str, bytes]) -> list[dict[str, bytes]]:
    """Pages in parts of about the same size. Which part a page is in depends on its name alone, so
    that it stays there whatever comes and goes, and words are as frequent in each part: those
    of one page count for as much as those of another."""
    parts: list[dict[str, bytes]] = [{} for _ in range(max(1, len(found) // PAGES))]
    for path, each in found.items():
        # The same in all languages.
        name = "/".join(path.rsplit("/", 2)[-2:])
        digest = hashlib.blake2b(name.encode(), digest_size=8).digest()
        parts[int.from_bytes(digest, "big") % len(parts)][path] = each
    return [part for part in parts if part]


def _place(index: Path, number: int) -> Path:
    return index / str(number) if number else index


def _by_language(part: Mapping[str, bytes]) -> dict[str, dict[str, bytes]]:
    """The pages of a part by their languages."""
    found: dict[str, dict[str, bytes]] = {}
    for path, each in sorted(part.items()):
        found.setdefault(each[_SIZE:].decode(), {})[path] = each
    return found


def _told(parts: int, number: int, language: str, pages: Mapping[str, bytes]) -> bytes:
    return _fingerprint(repr((parts, number, language, sorted(pages.items()))).encode())


def _laid_out(site: Path, piece: _Piece) -> Path:
    """What is searched of pages, in a folder of their own."""
    there: set[str] = set()
    for path in piece.pages:
        target = f"{piece.making}/pages/{path}"
        if (above := target.rpartition("/")[0]) not in there:
            Path(above).mkdir(parents=True, exist_ok=True)
            there.add(above)
        Path(target).write_bytes(searched((site / path).read_bytes()) or b"")
    return piece.making


def _made(folder: Path) -> None:
    _run(folder / "pages", folder / "made")
    in_order(folder / "made")


def _making(place: Path) -> Path:
    return place / "making"


def _run(pages: Path, into: Path) -> None:
    try:
        str(pages.absolute()).encode("utf-8")
    except UnicodeEncodeError:
        where = visible(str(pages.absolute()))
        raise SearchIndexError(
            f"a folder of {where} has a name that is not in UTF-8: give it another, as what makes "
            "the index takes none like it"
        ) from None
    command = [sys.executable, "-P", "-m", "pagefind", "--site", str(pages.absolute())]
    done = subprocess.run(
        [*command, "--output-path", str(into.absolute()), "--silent"],
        # What it is told is told here, and not by a file that lies where somebody builds.
        cwd=pages,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SearchIndexError(done.stderr.strip() or done.stdout.strip())


def _gather(place: Path, with_engine: bool) -> None:
    """Put together what was made for each language of a part."""
    entry: dict[str, Any] = {"languages": {}}
    for folder in sorted(_making(place).iterdir()):
        made = folder / "made"
        said = json.loads((made / _ENTRY).read_text("utf-8"))
        entry = {**said, "languages": {**entry["languages"], **said["languages"]}}
        for each in made.iterdir():
            if each.is_dir():
                (place / each.name).mkdir(exist_ok=True)
                for file in each.iterdir():
                    file.rename(place / each.name / file.name)
            elif with_engine or each.suffix == _LIST:
                each.replace(place / each.name)
    text = json.dumps(entry, sort_keys=True, separators=(",", ":"))
    (place / _ENTRY).write_text(text, encoding="utf-8")
    shutil.rmtree(_making(place))


def _taken_over(former: FormerIndex | None, index: Path, piece: _Piece) -> bool:
    """Put a piece of a former index in its place, if it is of the same pages and the files are
    those that were written; whether that was done."""
    if former is None:
        return False
    there = former.site / INDEX / piece.place.relative_to(index)
    if Part(piece.told, _files_told(there, piece.named)) not in former.parts:
        return False
    entry = json.loads((there / _ENTRY).read_text("utf-8"))
    if piece.named not in entry["languages"]:
        return False
    entry["languages"] = {piece.named: entry["languages"][piece.named]}
    (piece.making / "made").mkdir(parents=True)
    (piece.making / "made" / _ENTRY).write_text(json.dumps(entry), encoding="utf-8")
    for folder in ("", *_FOLDERS):
        if (there / folder).is_dir():
            (piece.place / folder).mkdir(parents=True, exist_ok=True)
    for file, _ in _files(there, piece.named):
        # What belongs to all languages another has brought along.
        if file != _ENTRY and not (piece.place / file).exists():
            take_over(there / file, piece.place / file)
    return True


def _files(place: Path, language: str) -> Iterator[tuple[str, os.stat_result]]:
    """The files of a part that are of a language or of all, by their paths below its folder."""
    for folder in ("", *_FOLDERS):
        with suppress(FileNotFoundError), os.scandir(place / folder) as there:
            for each in there:
                own = _OF_LANGUAGE.match(each.name)
                if (
                    (own is None or own[1] == language)
                    and each.name != PARTS
                    and not each.is_dir(follow_symlinks=False)
                ):
                    yield f"{folder}/{each.name}".lstrip("/"), each.stat(follow_symlinks=False)


def _files_told(place: Path, language: str) -> bytes:
    """The fingerprint of these files: their names, sizes and numbers in the file system, and when
    they were written."""
    rows = sorted(
        (file, status.st_size, status.st_mtime_ns, status.st_ino)
        for file, status in _files(place, language)
    )
    return _fingerprint(repr(rows).encode("utf-8", "surrogatepass"))


def _fingerprint(whole: bytes) -> bytes:
    return hashlib.blake2b(whole, digest_size=_SIZE).digest()
