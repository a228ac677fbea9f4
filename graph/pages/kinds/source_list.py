"""The list of sources, in a table in which they can be compared."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from graph.argument.cited_most import cited_most
from graph.argument.roots import source_roots
from graph.exchange.format import Format, Subject
from graph.exchange.formats import formats_of
from graph.pages.edition import Edition
from graph.pages.frame import SitePage
from graph.pages.kinds.page_kind import PageKind
from graph.pages.template import Template
from graph.pages.views.themes import ThemeView
from graph.records import Source

PER_PAGE = 600
"""Sources on one page."""


@dataclass(frozen=True)
class SourceRow:
    """A source in the list: its record, how many claims are read from it, how many other sources
    copy or report it, and the themes to which its claims belong. `grade` orders it by quality:
    how much of itself it gives a claim, in [0, 1]."""

    source: Source
    count: int
    copies: int
    themes: Sequence[ThemeView]
    grade: float


@dataclass(frozen=True)
class SourcesContext:
    """A page of the list of sources: those from which most claims are read first."""

    formats: Sequence[Format]
    """The formats in which the list can be downloaded."""
    sources: Sequence[SourceRow]
    """The sources on this page."""
    themes: Sequence[ThemeView]
    """The themes among which one can choose: those of any of these."""
    count: int
    """How many sources there are on all pages."""
    roots: int
    """How many originals they go back to, a source that names none being its own."""
    number: int
    """The number of the page, from 1."""
    pages: Sequence[str]
    """The paths of all pages of the list."""


TEMPLATE = Template("sources.html", SourcesContext)


def sources_pages(edition: Edition) -> Iterator[SitePage]:
    """Every page of the list."""
    title = edition.lang.t("site.sources")
    pages = max(-(-len(edition.kb.sources) // PER_PAGE), 1)
    paths = ["sources/", *(f"lists/sources/{number}/" for number in range(2, pages + 1))]
    for number, path in enumerate(paths, 1):
        own = partial(_context, edition, number, paths)
        yield edition.page(TEMPLATE, path, title, own, "site.sources")


def _context(edition: Edition, number: int, paths: Sequence[str]) -> SourcesContext:
    kb = edition.kb
    rows = [
        SourceRow(
            kb.sources[each.source],
            len(each.claims),
            each.copies,
            _themes(edition, each.claims),
            kb.grades.of(kb.sources[each.source].quality),
        )
        for each in cited_most(kb)[(number - 1) * PER_PAGE : number * PER_PAGE]
    ]
    here = {theme.key: theme for row in rows for theme in row.themes}
    return SourcesContext(
        formats_of(Subject.SOURCES),
        rows,
        edition.debates.in_order(here.values()),
        len(kb.sources),
        len(source_roots(kb)),
        number,
        paths,
    )


def _themes(edition: Edition, claims: frozenset[str]) -> list[ThemeView]:
    """The themes of these claims, that of most of them first."""
    return [theme for theme, _ in edition.debates.themes_of_most(claims)]


SOURCES = PageKind(TEMPLATE, sources_pages)
