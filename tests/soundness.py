"""What is wrong with the files of a site: each must be what its name says that it is."""

import json
import posixpath
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Collection, Iterator, Mapping
from urllib.parse import unquote, urljoin, urlsplit

from pybtex.database import parse_string

from graph.exchange.bundles.reading import read_bundle
from tests.books import book_faults
from tests.hostile_words import Reading

_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_HERE = "https://built.invalid/kb/"


def faults(
    files: Mapping[str, bytes],
    elsewhere: Collection[str] = (),
    address: str = "",
    written: Collection[str] = (),
) -> list[str]:
    """What is wrong in the files of a site, given by their paths, one line each.

    `elsewhere` are files of the site that are not among them; `address` is that of the site,
    and `written` are links of the records' own, which may lead anywhere.
    """
    pages = {path: _Page(_text(content)) for path, content in files.items() if _is_page(path)}
    found = [
        f"{path}: {fault}" for path, content in files.items() for fault in _file(path, content)
    ]
    there = {*files, *elsewhere}
    for path, page in pages.items():
        found += [f"{path}: {fault}" for fault in page.faults()]
        if path != "404.html":
            page.links = [link for link in page.links if link not in written]
            found += [f"{path}: {each}" for each in _broken(path, page, pages, there, address)]
    return found


def _is_page(path: str) -> bool:
    return path.endswith(".html")


def _text(content: bytes) -> str:
    return content.decode("utf-8")


def _file(path: str, content: bytes) -> Iterator[str]:
    read = _READERS.get(posixpath.splitext(path)[1])
    if read is None:
        return
    try:
        read(content)
    except Exception as error:
        yield f"{type(error).__name__}: {error}"


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


def _json(content: bytes) -> None:
    json.loads(content, parse_constant=_no_constant)


def _png(content: bytes) -> None:
    if not content.startswith(b"\x89PNG\r\n\x1a\n") or b"IEND" not in content[-12:]:
        raise ValueError("no PNG")


def _bundle(form: str) -> Callable[[bytes], None]:
    def read(content: bytes) -> None:
        if found := read_bundle("records", content, form).findings:
            raise ValueError(found[0].message)

    return read


def _book(content: bytes) -> None:
    if found := list(book_faults(content)):
        raise ValueError("; ".join(found))


_READERS: Mapping[str, Callable[[bytes], object]] = {
    ".json": _json,
    ".atom": ET.fromstring,
    ".svg": ET.fromstring,
    ".xml": ET.fromstring,
    ".bib": lambda content: parse_string(_text(content), "bibtex"),
    ".csv": _bundle("csv"),
    ".jsonl": _bundle("jsonl"),
    ".yaml": _bundle("yaml"),
    ".html": _text,
    ".txt": _text,
    ".png": _png,
    ".epub": _book,
}


class _Page(Reading):
    """The elements of a page, and what is wrong with how they stand in each other."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._misplaced: list[str] = []
        self._open: list[str] = []
        self._data = ""
        self.links: list[str] = []
        self.ids: list[str] = []
        self.tags: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        super().handle_starttag(tag, attrs)
        values = {key: value or "" for key, value in attrs}
        self.tags.append(tag)
        if len(values) < len(attrs):
            self._misplaced.append(f"an attribute twice: {self.get_starttag_text()}")
        self.ids += [values["id"]] if "id" in values else []
        self.links += [values[key] for key in ("href", "src") if key in values]
        if tag == "script" and values.get("type", "").endswith("json"):
            self._data = values["type"]
        if tag not in _VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        while self._open[-1:] != [tag] and self._open[-1:] == ["option"]:
            # An element that may be left open (HTML, 13.1.2.4).
            self._open.pop()
        if self._open[-1:] != [tag]:
            self._misplaced.append(f"</{tag}> within {self._open[-3:]} at {self.getpos()}")
        if tag in self._open:
            while self._open.pop() != tag:
                pass
        self._data = "" if tag == "script" else self._data

    def handle_data(self, data: str) -> None:
        if self._data and data.strip():
            try:
                _json(data.encode())
            except ValueError as error:
                self._misplaced.append(f"{self._data}: {error}")

    def faults(self) -> Iterator[str]:
        yield from self._misplaced
        yield from (f"came alive: {each}" for each in self.found)
        if self._open:
            yield f"never closed: {self._open}"
        if self.tags.count("h1") != 1:
            yield f"{self.tags.count('h1')} main headings"
        yield from sorted({f"the id {each} twice" for each in self.ids if self.ids.count(each) > 1})
        yield from (f"the id {each!r}" for each in self.ids if not each or re.search(r"\s", each))


def _broken(
    path: str, page: _Page, pages: Mapping[str, _Page], there: Collection[str], address: str
) -> Iterator[str]:
    here = f"{_HERE}{path}"
    for link in dict.fromkeys(page.links):
        try:
            parts = urlsplit(urljoin(here, link))
        except ValueError:
            # No address at all, and so none of this site.
            continue
        to = parts._replace(query="", fragment="").geturl()
        to = f"{_HERE}{to.removeprefix(address)}" if address and to.startswith(address) else to
        if not to.startswith(_HERE):
            if to.startswith("https://built.invalid"):
                yield f"{link} leads out of the site"
            continue
        file = unquote(to.removeprefix(_HERE))
        file = f"{file}index.html" if not file or file.endswith("/") else file
        if file not in there:
            yield f"{link} leads nowhere"
        elif parts.fragment and file in pages and unquote(parts.fragment) not in pages[file].ids:
            yield f"{link} has no such place"
