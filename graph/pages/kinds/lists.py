"""The pages of the lists of claims, and the data their filters work on."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from graph.exchange.format import json_text
from graph.pages.edition import Edition
from graph.pages.frame import SitePage
from graph.pages.kinds.page_kind import PageKind
from graph.pages.template import Template
from graph.pages.views.claim_rows import ROWS_PATH, claim_rows
from graph.pages.views.debates import DebateView
from graph.pages.views.listing import Listing, listings
from graph.pages.views.outcome import SIGNS


@dataclass(frozen=True)
class ClaimsContext:
    """A page of a list of claims: of all of them, or of those that an option of a facet holds."""

    listing: Listing
    """The list, and which page of it this is."""
    debate: DebateView | None
    """The debate whose claims they are, where the list is that of one."""
    words: Mapping[str, Any]
    """What scripts find on every page, the words of filters under `filter`, and under
    `outcome_sign` the signs of what became of predictions."""


TEMPLATE = Template("claims.html", ClaimsContext)


def list_pages(edition: Edition) -> Iterator[SitePage]:
    """Every page of every list of claims, and one data file of all claims."""
    found = edition.facets
    for listing in listings(edition.reader, found):
        yield edition.page(
            TEMPLATE, listing.path, listing.title, partial(_context, edition, listing)
        )
    yield SitePage(
        f"{edition.lang.prefix}{ROWS_PATH}",
        lambda: json_text(claim_rows(edition.reader, found)),
    )


def _near(edition: Edition, path: str) -> Iterable[SitePage]:
    if path in ("claims/", "claims/index.html") or path.startswith("lists/"):
        return list_pages(edition)
    return ()


def _context(edition: Edition, listing: Listing) -> ClaimsContext:
    lang, option = edition.lang, listing.option
    debate = None
    if option is not None and option.facet == "debate":
        debate = edition.debates.view(option.key)
    signs = {state.value: sign for state, sign in SIGNS.items()}
    words = {**lang.script_words, "filter": lang.texts["filter"], "outcome_sign": signs}
    return ClaimsContext(listing, debate, words)


CLAIMS = PageKind(TEMPLATE, list_pages, _near)
