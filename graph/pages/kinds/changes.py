"""The page of changes and its feed."""

import re
import uuid
from collections.abc import Iterator
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from graph.pages.edition import Edition
from graph.pages.frame import FEED, SitePage

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MINTED = "2025"
"""The year in which the host of the site's address was surely ours (RFC 4151)."""


def change_pages(edition: Edition) -> Iterator[SitePage]:
    """What changed, as a page and, where anything did, as a feed."""
    t = edition.lang.t
    history = edition.frame.history
    yield edition.page(
        "changes/",
        "changes.html",
        t("changes.title"),
        lambda: {
            "changes": edition.changes,
            "history": history,
            "begins": edition.lang.date(history.begins) if history.begins else "",
        },
        description=t("changes.lead"),
    )
    if edition.changes:
        yield SitePage(f"{edition.lang.prefix}{FEED}", partial(_feed, edition))


def _feed(edition: Edition) -> str:
    """An Atom feed (RFC 4287) of the same.

    Without an address of the site its links are relative to itself, which Atom allows.
    """
    lang, site = edition.lang, edition.frame.settings.site_url
    context: dict[str, Any] = {
        **edition.frame.context(lang, FEED, lang.t("changes.title")),
        "reader": edition.reader,
        "changes": edition.changes,
        "feed_id": _id(edition, ""),
        "entry_id": partial(_id, edition),
    }
    context["base"] = f"{site}{lang.prefix}" if site else ""
    return _NOT_IN_XML.sub("", edition.frame.render("changes.atom", context))


def _id(edition: Edition, revision: str) -> str:
    """An id that stays the same from build to build, for an entry or for the feed as a whole."""
    place = f"{edition.lang.prefix}changes/{revision}"
    address = urlsplit(edition.frame.settings.site_url)
    if address.hostname:
        return f"tag:{address.hostname},{_MINTED}:{address.path or '/'}{place}"
    name = place if revision else f"{min(edition.kb.debates, default='')}/{place}"
    return uuid.uuid5(uuid.NAMESPACE_OID, name).urn
