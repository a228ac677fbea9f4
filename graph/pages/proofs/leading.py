"""Whereto a link on a hand-written page leads, as MkDocs finds it, and why it leads nowhere."""

import posixpath
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote, urlsplit

from graph.store.site_configuration import SiteConfiguration

# What python-markdown puts into addresses of mail, so that programs do not find these.
_AMP = "\x02amp\x03"
RELATIVE_TO_PAGES = "relative_to_docs"
"""The level of validation at which an absolute link is one from the folder of pages on."""


class Lost(StrEnum):
    """Why a link leads nowhere."""

    ABSOLUTE = "absolute_links"
    FOLDER = "unrecognized_links"
    MISSING = "not_found"


@dataclass(frozen=True)
class Led:
    """Whereto a link leads: a place among the files of the site, empty for one elsewhere or lost;
    the anchor there; and why it is lost, None where it is not."""

    place: str = ""
    anchor: str = ""
    lost: Lost | None = None


def led(link: str, page: str, there: Callable[[str], bool], said: SiteConfiguration) -> Led:
    """Where a link leads on the page at a place; `there` tells whether anything is at another.

    Raises:
        ValueError: it can be no address.
    """
    scheme, host, path, _, anchor = urlsplit(link)
    if scheme or host:
        return Led()
    absolute = link.startswith(("/", "\\"))
    if absolute and said.levels["links", Lost.ABSOLUTE] != RELATIVE_TO_PAGES:
        return Led(lost=Lost.ABSOLUTE)
    if not absolute and _AMP in link:
        return Led()
    if not absolute and not path:
        return Led(page, anchor) if anchor else Led()
    path = unquote(path)
    place = posixpath.normpath(posixpath.join(posixpath.dirname(page), path).lstrip("/"))
    if there(place):
        return Led(place, anchor)
    is_folder = not posixpath.splitext(path)[-1] and not absolute
    return Led(place, anchor, Lost.FOLDER if is_folder else Lost.MISSING)
