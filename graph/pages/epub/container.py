"""The file of an e-book: an archive whose bytes follow from what is in it (EPUB 3.2, OCF)."""

import io
import zipfile
from collections.abc import Iterable

MEDIA_TYPE = "application/epub+zip"
PACKAGE = "book/package.opf"
"""Where the package document stands."""
_LEADS_THERE = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    f'<rootfiles><rootfile full-path="{PACKAGE}" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>\n"
)
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that such an archive can name: none of its files says when it was written."""


def container(files: Iterable[tuple[str, bytes]]) -> bytes:
    """An e-book of these files, each with its path; one of them is the package document."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as book:
        _add(book, "mimetype", MEDIA_TYPE.encode(), zipfile.ZIP_STORED)
        _add(book, "META-INF/container.xml", _LEADS_THERE.encode(), zipfile.ZIP_DEFLATED)
        for path, content in files:
            _add(book, path, content, zipfile.ZIP_DEFLATED)
    return archive.getvalue()


def _add(book: zipfile.ZipFile, path: str, content: bytes, method: int) -> None:
    entry = zipfile.ZipInfo(path, _EARLIEST)
    entry.compress_type = method
    # The same whatever the system: a file that its owner may write and everybody may read.
    entry.create_system = 3
    entry.external_attr = 0o100644 << 16
    book.writestr(entry, content)
