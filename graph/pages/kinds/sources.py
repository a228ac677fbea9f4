"""The pages of sources."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from markupsafe import Markup

from graph.argument.roots import descendants
from graph.base import KnowledgeBase
from graph.pages.edition import Edition
from graph.pages.frame import SitePage
from graph.pages.kinds.page_kind import PageKind
from graph.pages.reading.guide import ReadingGuide
from graph.pages.reading.licence import Licence, licence
from graph.pages.reading.reliance import Reliance
from graph.pages.template import Template
from graph.pages.views.citation import citation
from graph.pages.views.passage import seen_at
from graph.records import Source
from graph.records.doi import doi_address
from graph.records.roots import way_back


@dataclass(frozen=True)
class Origin:
    """A step back from a source: the record of what one before it copies or reports."""

    source: Source
    """Its record."""
    word: str
    """What the one before is to it: a copy, a report by others, or another."""


@dataclass(frozen=True)
class Copy:
    """A source that copies or reports another, or something that does."""

    source: Source
    """Its record."""
    way: Source | None
    """What it copies or reports, where that is not the other itself."""


@dataclass(frozen=True)
class SourceContext:
    """A source, paragraph by paragraph, and what rests on it."""

    source: Source
    """Its record."""
    citation: Markup
    """The source as an entry of a bibliography."""
    address: str | None
    """Its own address or, where it has none, what its DOI leads to."""
    seen_at: str
    """The host where its text was read, where that is another than its own address."""
    licence: Licence | None
    """The licence of its text, where the record names one."""
    lineage: Sequence[Origin]
    """What it copies or reports, what that does in turn, and so on to the first with a record."""
    copies: Sequence[Copy]
    """The sources that copy or report it and, up to `FAR`, those that do so by way of others."""
    guide: ReadingGuide
    """Its paragraphs with the claims read from each."""
    reliance: Reliance
    """What rests on it, and what would change without its claims."""
    copy: Mapping[str, object] | None
    """What a script needs to find its passages in a reader's own copy, and the words to say so;
    None where nothing is read from it, and where its text is shown."""


FAR = 50
"""The steps back from a source, and the sources that go back to it by way of others, that its page
lists at most."""
TEMPLATE = Template("source.html", SourceContext)


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


def _lineage(sources: Mapping[str, Source], source: str) -> list[Origin]:
    way = [sources[each] for each in way_back(sources, source) if each in sources]
    return [Origin(later, before.level.value) for before, later in pairwise(way[: FAR + 1])]


def _copies(kb: KnowledgeBase, source: str) -> Iterator[Copy]:
    far = 0
    for each in descendants(kb, source):
        far += each.by != source
        if far > FAR:
            break
        yield Copy(kb.sources[each.source], kb.sources[each.by] if each.by != source else None)


def _copy(edition: Edition, source: Source, guide: ReadingGuide) -> Mapping[str, object] | None:
    if guide.has_text or not guide.passages:
        return None
    return {
        "source": source.id,
        "language": source.language or "",
        "passages": guide.passages,
        "openings": guide.openings,
        "words": edition.lang.texts["copy"]["script"],
    }


def _context(edition: Edition, source: Source) -> SourceContext:
    text = source.licence
    guide = ReadingGuide(edition.reader, source)
    return SourceContext(
        source=source,
        citation=citation(source, edition.lang.code),
        address=source.url or (doi_address(source.doi) if source.doi else None),
        seen_at=seen_at(source),
        licence=licence(text, edition.lang.code) if text is not None else None,
        lineage=_lineage(edition.kb.sources, source.id),
        copies=list(_copies(edition.kb, source.id)),
        guide=guide,
        copy=_copy(edition, source, guide),
        reliance=edition.reliances.reliance(edition.reader, edition.debates, source.id),
    )


SOURCE = PageKind(TEMPLATE, source_pages)
