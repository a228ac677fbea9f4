"""Whereto a link that is written in HTML leads on a hand-written page.

MkDocs leaves it as it is, so that a browser follows it from the address of the page, and not from
where its file stands.
"""

import posixpath
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from urllib.parse import unquote, urlsplit

from graph.pages.proofs.leading import Led, Lost
from graph.store.regular_file import read_regular
from graph.store.surroundings import LARGEST_TEXT

_ID = re.compile(r"""(?<![\w-])id\s*=\s*["']?([^\s"'<>={]*)(\{?)""")
_BASE = re.compile(r"<base\s", re.IGNORECASE)
_INDEX = "index.html"


def led_in_html(link: str, address: str, stands: Callable[[str], bool]) -> Led:
    """Where a link leads from the page at an address; `stands` tells whether anything is at one.

    Of what only a host can know nothing is said: it may answer for a folder, or for a name without
    its ending, and has what is above the site.
    """
    link = link.strip()
    try:
        scheme, host, path, _, anchor = urlsplit(link)
    except ValueError:
        return Led()
    if scheme or host or link.startswith("//") or "\\" in path:
        return Led()
    if path.startswith("/"):
        return Led(lost=Lost.ABSOLUTE)
    anchor = unquote(anchor)
    if not path:
        return Led(address, anchor)
    path = unquote(path)
    place = posixpath.normpath(posixpath.join(posixpath.dirname(address), path))
    if place == ".." or place.startswith("../"):
        return Led()
    index = posixpath.normpath(posixpath.join(place, _INDEX))
    is_folder = posixpath.basename(path) in ("", ".", "..")
    answers = (index,) if is_folder else (place, index, f"{place}.html")
    found = next((each for each in answers if stands(each)), None)
    return Led(place, anchor, Lost.MISSING) if found is None else Led(found, anchor)


def way_to(target: str, address: str) -> str:
    """How a link in HTML leads from the page at an address to another address."""
    folder = posixpath.dirname(address)
    if posixpath.basename(target) != _INDEX:
        return posixpath.relpath(target, folder or ".")
    way = posixpath.relpath(posixpath.dirname(target) or ".", folder or ".")
    return f"{way}/"


class Templates:
    """What templates, by their files, say about links on the pages that are filled in with them."""

    def __init__(self, files: Iterable[Path]) -> None:
        raw = (read_regular(each, each.parent, LARGEST_TEXT) for each in files)
        texts = [each.decode("utf-8", "replace") for each in raw if isinstance(each, bytes)]
        self.lead_elsewhere = any(map(_BASE.search, texts))
        """Whether one says from where all links on a page lead."""
        ids = {found for text in texts for found in _ID.findall(text)}
        self._ids = {id_ for id_, filled in ids if not filled}
        self._begun = tuple(id_ for id_, filled in ids if filled and id_)

    def may_have(self, anchor: str) -> bool:
        """Whether a page may have an anchor by one of them."""
        return anchor in self._ids or anchor.startswith(self._begun)
