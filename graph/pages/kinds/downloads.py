"""The page of what can be downloaded."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from graph.exchange.format import Format
from graph.exchange.formats import FORMATS
from graph.pages.edition import Edition
from graph.pages.frame import SitePage
from graph.pages.kinds.page_kind import PageKind
from graph.pages.template import Template
from graph.pages.views.debates import DebateView
from graph.pages.views.reader import ClaimView


@dataclass(frozen=True)
class FormatRow:
    """A format, and its files by their paths below the site's root."""

    format: Format
    files: Sequence[str]


@dataclass(frozen=True)
class DownloadsContext:
    """The knowledge base in other formats, and its debates as booklets."""

    formats: Sequence[FormatRow]
    """The formats."""
    debates: Sequence[DebateView]
    """The debates, each of which is to be had as a booklet."""
    example: ClaimView | None
    """A claim, whose data stand beside its page; None where there are no claims."""


TEMPLATE = Template("downloads.html", DownloadsContext)


def downloads_pages(edition: Edition) -> Iterator[SitePage]:
    """The one page."""
    title = edition.lang.t("site.downloads")
    yield edition.page(TEMPLATE, "downloads/", title, partial(_context, edition))


def _context(edition: Edition) -> DownloadsContext:
    codes = edition.frame.interface.codes
    return DownloadsContext(
        [
            FormatRow(each, [file.path for file in each.files(edition.kb, codes)])
            for each in FORMATS
        ],
        edition.debates.all,
        next(map(edition.reader.claim, edition.kb.claims), None),
    )


DOWNLOADS = PageKind(TEMPLATE, downloads_pages)
