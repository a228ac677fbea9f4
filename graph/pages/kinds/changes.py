"""The page of changes and its feeds."""

import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from urllib.parse import urlsplit

from graph.pages.edition import Edition
from graph.pages.frame import FEED, JSON_FEED, SitePage
from graph.pages.kinds.page_kind import PageKind
from graph.pages.review.change_view import ChangeView
from graph.pages.template import Template
from graph.review.history import History

_MINTED = "2025"
"""The year in which the host of the site's address was surely ours (RFC 4151)."""


@dataclass(frozen=True)
class ChangesContext:
    """What changed in the last commits."""

    changes: Sequence[ChangeView]
    """The last changes, newest first."""
    history: History
    """What is known of the history: where it ends, and what stands in its way."""
    begins: str
    """The date at which the history begins, in words, or empty."""


@dataclass(frozen=True)
class FeedContext:
    """The same as a feed. Where the site has an address, `base` is absolute."""

    changes: Sequence[ChangeView]
    """The last changes, newest first."""
    entry_id: Callable[[str], str]
    """The lasting id of the entry of a revision, `entry_id(change.id)`, or of the feed as a whole,
    `entry_id("")`."""


TEMPLATE = Template("changes.html", ChangesContext)
FEED_TEMPLATE = Template("changes.atom", FeedContext)
JSON_FEED_TEMPLATE = Template("changes.json", FeedContext)


def change_pages(edition: Edition) -> Iterator[SitePage]:
    """What changed, as a page and, where anything did, as feeds."""
    t = edition.lang.t
    history = edition.frame.history
    yield edition.page(
        TEMPLATE,
        "changes/",
        t("changes.title"),
        lambda: ChangesContext(
            edition.changes,
            history,
            edition.lang.date(history.begins) if history.begins else "",
        ),
        description=t("changes.lead"),
    )
    if edition.changes:
        for file, template in ((FEED, FEED_TEMPLATE), (JSON_FEED, JSON_FEED_TEMPLATE)):
            yield SitePage(f"{edition.lang.prefix}{file}", partial(_feed, edition, file, template))


def _feed(edition: Edition, file: str, template: Template[FeedContext]) -> str:
    """A feed of the same: Atom (RFC 4287), or JSON Feed 1.1 (jsonfeed.org/version/1.1).

    Without an address of the site the links of the first are relative to itself, which Atom allows;
    the second then names no addresses but in what changed.
    """
    lang, site = edition.lang, edition.frame.settings.site_url
    shared = edition.shared(file, lang.t("changes.title"))
    own = FeedContext(edition.changes, partial(_id, edition))
    absolute = replace(shared, base=f"{site}{lang.prefix}" if site else "")
    return edition.frame.render(template, absolute, own)


def _id(edition: Edition, revision: str) -> str:
    """An id that stays the same from build to build, for an entry or for the feed as a whole."""
    place = f"{edition.lang.prefix}changes/{revision}"
    address = urlsplit(edition.frame.settings.site_url)
    if address.hostname:
        return f"tag:{address.hostname},{_MINTED}:{address.path or '/'}{place}"
    name = place if revision else f"{min(edition.kb.debates, default='')}/{place}"
    return uuid.uuid5(uuid.NAMESPACE_OID, name).urn


CHANGES = PageKind(TEMPLATE, change_pages)
