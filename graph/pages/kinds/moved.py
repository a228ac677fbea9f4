"""The pages at older addresses: each leads on to where the claim stands by now."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from graph.pages.edition import Edition
from graph.pages.frame import SitePage
from graph.pages.kinds.claims import claim_data
from graph.pages.kinds.page_kind import PageKind
from graph.pages.shared_context import Alternate
from graph.pages.template import Template
from graph.pages.views.reader import ClaimView


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


TEMPLATE = Template("moved.html", MovedContext)


def moved_pages(edition: Edition) -> Iterator[SitePage]:
    """A page at every older address of a claim, unless that is another claim's by now, and the
    data file that stands beside the present one."""
    kb, title = edition.kb, edition.lang.t("moved.title")
    for older, claim_id in kb.aliases.items():
        if older not in kb.claims:
            path, record = f"claims/{older}/", kb.paths["claim", claim_id]
            own = partial(_context, edition, edition.reader.claim(claim_id))
            yield replace(edition.page(TEMPLATE, path, title, own, record=record), listed=False)
            data = partial(claim_data, edition, claim_id)
            yield SitePage(f"{edition.lang.prefix}{path}index.json", data, record=record)


def _context(edition: Edition, claim: ClaimView) -> MovedContext:
    # Both stand equally deep, so that what leads on from the one does from the other.
    there = edition.shared(claim.path, claim.label)
    return MovedContext(there.canonical, there.alternates, claim.path, claim.label)


MOVED = PageKind(TEMPLATE, moved_pages)
