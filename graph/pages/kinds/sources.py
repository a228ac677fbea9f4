"""The pages of sources."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from graph.exchange.format import Format, Subject
from graph.exchange.formats import formats_of
from graph.pages.edition import Edition
from graph.pages.frame import SitePage
from graph.pages.kinds.page_kind import PageKind
from graph.pages.reading.guide import ReadingGuide
from graph.pages.reading.licence import Licence, licence
from graph.pages.reading.reliance import Reliance
from graph.pages.template import Template
from graph.pages.views.citation import citation
from graph.passages.iri import host_of
from graph.records import Source


@dataclass(frozen=True)
class SourceRow:
    """A source in the list: its record, how many claims are read from it, how many other sources
    copy or report it, and its citation."""

    source: Source
    count: int
    copies: int
    citation: Markup

    @property
    def seen_at(self) -> str:
        """The host where its text was read, where that is another than its own address."""
        return _seen_at(self.source)


@dataclass(frozen=True)
class SourcesContext:
    """The list of sources."""

    formats: Sequence[Format]
    """The formats in which the list can be downloaded."""
    sources: Sequence[SourceRow]
    """The sources."""


@dataclass(frozen=True)
class SourceContext:
    """A source, paragraph by paragraph, and what rests on it."""

    source: Source
    """Its record."""
    citation: Markup
    """The source as an entry of a bibliography."""
    seen_at: str
    """The host where its text was read, where that is another than its own address."""
    licence: Licence | None
    """The licence of its text, where the record names one."""
    original: Source | None
    """The source that it copies or reports, where that has a record."""
    copies: Sequence[Source]
    """The sources that copy or report it."""
    guide: ReadingGuide
    """Its paragraphs with the claims read from each."""
    reliance: Reliance
    """What rests on it, and what would change without its claims."""


LIST_TEMPLATE = Template("sources.html", SourcesContext)
TEMPLATE = Template("source.html", SourceContext)


def sources_pages(edition: Edition) -> Iterator[SitePage]:
    """The list of sources."""
    yield edition.page(
        LIST_TEMPLATE,
        "sources/",
        edition.lang.t("site.sources"),
        partial(_list, edition),
        "site.sources",
    )


def source_pages(edition: Edition) -> Iterator[SitePage]:
    """A page for each source."""
    for source in edition.kb.sources.values():
        yield edition.page(
            TEMPLATE,
            f"sources/{source.id}/",
            source.title,
            partial(_context, edition, source),
            "site.sources",
            record=edition.kb.paths["source", source.id],
        )


def _list(edition: Edition) -> SourcesContext:
    copies = Counter(each.original for each in edition.kb.sources.values())
    return SourcesContext(
        formats_of(Subject.SOURCES),
        [
            SourceRow(
                each,
                ReadingGuide(edition.reader, each).claims,
                copies[each.id],
                citation(each, edition.lang.code),
            )
            for each in edition.kb.sources.values()
        ],
    )


def _seen_at(source: Source) -> str:
    return host_of(source.seen_at) if source.seen_at else ""


def _context(edition: Edition, source: Source) -> SourceContext:
    text = source.licence
    return SourceContext(
        source=source,
        citation=citation(source, edition.lang.code),
        seen_at=_seen_at(source),
        licence=licence(text, edition.lang.code) if text is not None else None,
        original=edition.kb.sources.get(source.original or ""),
        copies=[each for each in edition.kb.sources.values() if each.original == source.id],
        guide=ReadingGuide(edition.reader, source),
        reliance=edition.reliances.reliance(edition.reader, edition.debates, source.id),
    )


SOURCES = PageKind(LIST_TEMPLATE, sources_pages)
SOURCE = PageKind(TEMPLATE, source_pages)
