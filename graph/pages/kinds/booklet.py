"""The page of a debate as a booklet, one that can be printed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from graph.pages.edition import Edition
from graph.pages.frame import SitePage
from graph.pages.kinds.page_kind import PageKind
from graph.pages.template import Template
from graph.pages.views.booklet import Booklet, Leads
from graph.pages.views.debates import DebateView
from graph.pages.views.link import SIGNS
from graph.records.link_types import LinkType
from graph.review.history import Revision


@dataclass(frozen=True)
class BookletContext:
    """A debate as a booklet: all of it on one page."""

    book: Booklet
    """The booklet, in chapters."""
    lead: Leads
    """Where links of the booklet lead: `lead(claim.path)`, empty where they lead nowhere."""
    signs: Mapping[LinkType, str]
    """The sign of each type of link."""
    revision: Revision | None
    """The last commit that touched a record, where that is known."""


TEMPLATE = Template("booklet.html", BookletContext)


def booklet_pages(edition: Edition) -> Iterator[SitePage]:
    """A page for every debate."""
    for view in edition.debates:
        yield edition.page(
            TEMPLATE,
            view.booklet,
            edition.lang.t("booklet.of", title=edition.text(view.debate.title)),
            partial(_context, edition, view),
            edition.debates.section,
            edition.lang.t("booklet.lead"),
            edition.kb.paths["debate", view.debate.id],
        )


def _context(edition: Edition, view: DebateView) -> BookletContext:
    book = edition.booklet(view)
    return BookletContext(
        book=book,
        lead=Leads(book, lambda place: f"#{place.name}", edition.base(view.booklet)),
        signs=SIGNS,
        revision=edition.frame.newest,
    )


BOOKLET = PageKind(TEMPLATE, booklet_pages)
