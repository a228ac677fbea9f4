"""The pages at older addresses: each leads on to where the record stands by now."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from graph.pages.edition import Edition
from graph.pages.frame import SitePage
from graph.pages.kinds.claims import claim_data
from graph.pages.kinds.page_kind import PageKind
from graph.pages.shared_context import Alternate
from graph.pages.template import Template


@dataclass(frozen=True)
class MovedContext:
    """A page at an older address, for a reader's bookmark and for a link elsewhere. Its
    `canonical` and its `alternates` are those of the page that it leads to."""

    canonical: str
    """The address of the page that it leads to; empty where that of the site is not known."""
    alternates: tuple[Alternate, ...]
    """The page that it leads to, in every language of the site."""
    address: str
    """Where it leads to: the path below `base`."""
    name: str
    """What that page is about, as text."""


class Older(NamedTuple):
    """An older address of a page: it and the present one are paths within a language, equally deep.

    `name` is what the page is about, `record` the file of its record, and `data` makes the file
    beside it.
    """

    address: str
    now: str
    name: str
    record: str
    data: Callable[[], str] | None = None


TEMPLATE = Template("moved.html", MovedContext)


def older_addresses(edition: Edition) -> Iterator[Older]:
    """Every older address of a record, of whatever kind; none that is another record's by now."""
    kb = edition.kb
    for older, claim_id in kb.aliases.items():
        if older not in kb.claims:
            claim = edition.reader.claim(claim_id)
            data = partial(claim_data, edition, claim_id)
            record = kb.paths["claim", claim_id]
            yield Older(f"claims/{older}/", claim.path, claim.label, record, data)


def moved_pages(edition: Edition) -> Iterator[SitePage]:
    """A page at every older address, and the data file that stands beside the present one."""
    title = edition.lang.t("moved.title")
    for each in older_addresses(edition):
        own = partial(_context, edition, each)
        page = edition.page(TEMPLATE, each.address, title, own, record=each.record)
        yield replace(page, listed=False)
        if each.data is not None:
            file = f"{edition.lang.prefix}{each.address}index.json"
            yield SitePage(file, each.data, record=each.record)


def _context(edition: Edition, older: Older) -> MovedContext:
    # Both stand equally deep, so that what leads on from the one does from the other.
    there = edition.shared(older.now, older.name)
    return MovedContext(there.canonical, there.alternates, older.now, older.name)


MOVED = PageKind(TEMPLATE, moved_pages)
