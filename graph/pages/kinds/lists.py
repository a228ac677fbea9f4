"""The pages of the lists of claims, and the data their filters work on."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from graph.exchange.format import json_text
from graph.pages.edition import Edition
from graph.pages.frame import SitePage
from graph.pages.views.claim_rows import ROWS_PATH, claim_rows
from graph.pages.views.facets import facets
from graph.pages.views.listing import Listing, listings


def list_pages(edition: Edition) -> Iterator[SitePage]:
    """Every page of every list of claims, and one data file of all claims."""
    found = facets(edition.reader, edition.topography, edition.kb.languages)
    for listing in listings(edition.reader, found):
        yield edition.page(
            listing.path, "claims.html", listing.title, partial(_context, edition, listing)
        )
    yield SitePage(
        f"{edition.lang.prefix}{ROWS_PATH}",
        lambda: json_text(claim_rows(edition.reader, found)),
    )


def _context(edition: Edition, listing: Listing) -> dict[str, Any]:
    texts = edition.lang.texts
    return {"listing": listing, "words": {**edition.lang.script_words, "filter": texts["filter"]}}
