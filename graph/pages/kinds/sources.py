"""The pages of sources."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from graph.exchange.format import Subject
from graph.exchange.formats import formats_of
from graph.pages.edition import Edition
from graph.pages.frame import SitePage
from graph.pages.reading.guide import ReadingGuide
from graph.pages.reading.licence import licence
from graph.pages.views.citation import citation
from graph.records import Source


def source_pages(edition: Edition) -> Iterator[SitePage]:
    """The list of sources and a page for each."""
    yield edition.page(
        "sources/",
        "sources.html",
        edition.lang.t("site.sources"),
        partial(_list, edition),
        "site.sources",
    )
    for source in edition.kb.sources.values():
        yield edition.page(
            f"sources/{source.id}/",
            "source.html",
            source.title,
            partial(_context, edition, source),
            "site.sources",
        )


def _list(edition: Edition) -> dict[str, Any]:
    sources = edition.kb.sources.values()
    return {
        "formats": formats_of(Subject.SOURCES),
        "sources": [
            {
                "source": each,
                "count": ReadingGuide(edition.reader, each).claims,
                "citation": citation(each, edition.lang.code),
            }
            for each in sources
        ],
    }


def _context(edition: Edition, source: Source) -> dict[str, Any]:
    text = source.licence
    return {
        "source": source,
        "citation": citation(source, edition.lang.code),
        "licence": licence(text, edition.lang.code) if text is not None else None,
        "guide": ReadingGuide(edition.reader, source),
        "reliance": edition.reliances.reliance(edition.reader, edition.topography, source.id),
    }
