"""The page on which claims are searched for by their words, and the words it knows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from graph.exchange.format import json_text
from graph.pages.edition import Edition
from graph.pages.frame import SitePage
from graph.pages.kinds.page_kind import PageKind
from graph.pages.template import Template
from graph.pages.views.facets import NARROWING, Facet
from graph.pages.views.found import WORDS_PATH, all_words


@dataclass(frozen=True)
class SearchContext:
    """The page of the search."""

    narrowing: tuple[Facet, ...]
    """The facets that what was found can be narrowed down by."""
    words: Mapping[str, Any]
    """What scripts find on every page, and the words of the search and of filters."""


TEMPLATE = Template("search.html", SearchContext)


def search_pages(edition: Edition) -> Iterator[SitePage]:
    """The one page, whose script does the rest, and the data file of all words."""
    title = edition.lang.t("site.search")
    yield edition.page(TEMPLATE, "search/", title, partial(_context, edition))
    yield SitePage(
        f"{edition.lang.prefix}{WORDS_PATH}", lambda: json_text(all_words(edition.reader))
    )


def _context(edition: Edition) -> SearchContext:
    lang = edition.lang
    return SearchContext(
        narrowing=tuple(each for each in edition.facets if each.name in NARROWING),
        words={**lang.script_words, "search": lang.texts["search"], "filter": lang.texts["filter"]},
    )


SEARCH = PageKind(TEMPLATE, search_pages)
