"""What is wrong with an e-book, as far as can be told without a program that knows the format."""

import io
import posixpath
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator
from urllib.parse import urlsplit

PACKAGE = "book/package.opf"
_OPF = "{http://www.idpf.org/2007/opf}"
_XML = (".xml", ".opf", ".xhtml", ".svg")


def opened(content: bytes) -> dict[str, bytes]:
    """The files of an e-book, in order."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {each.filename: archive.read(each) for each in archive.infolist()}


def book_faults(content: bytes) -> Iterator[str]:
    """The faults of an e-book, one line each."""
    files = opened(content)
    if not content[30:].startswith(b"mimetypeapplication/epub+zip"):
        yield "its type does not stand at its beginning"
    read: dict[str, ET.Element] = {}
    for path, text in files.items():
        if path.endswith(_XML):
            try:
                read[path] = ET.fromstring(text)
            except ET.ParseError as error:
                yield f"{path}: {error}"
    if PACKAGE in read:
        yield from _listed(read[PACKAGE], files)
    ids = {
        path: [found for each in page.iter() if (found := each.get("id"))]
        for path, page in read.items()
    }
    for path, page in read.items():
        yield from (f"{path}: {each} twice" for each in ids[path] if ids[path].count(each) > 1)
        yield from _broken(path, page, ids)


def _listed(package: ET.Element, files: dict[str, bytes]) -> Iterator[str]:
    named = {f"book/{each.get('href')}" for each in package.iter(f"{_OPF}item")}
    held = {path for path in files if path.startswith("book/")} - {PACKAGE}
    yield from (f"{each} is in one of book and package only" for each in named ^ held)


def _broken(path: str, page: ET.Element, ids: dict[str, list[str]]) -> Iterator[str]:
    if path == PACKAGE:
        return
    links = [each.get(name) for each in page.iter() for name in ("href", "src")]
    for link in dict.fromkeys(each for each in links if each is not None):
        try:
            parts = urlsplit(link)
        except ValueError:
            # No address at all, and so no place in the book.
            continue
        file = posixpath.join(posixpath.dirname(path), parts.path)
        if parts.scheme or parts.netloc or file.endswith(".css"):
            continue
        if file not in ids:
            yield f"{path}: {link} leads nowhere"
        elif parts.fragment and parts.fragment not in ids[file]:
            yield f"{path}: {link} has no such place"
