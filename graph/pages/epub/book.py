"""A debate as an e-book (EPUB 3): the chapters of its booklet, each a document of its own.

Its date is that of the last commit that touched a record, so that a commit gives one book.
"""

import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from graph.pages.bundled import SITE
from graph.pages.edition import Edition
from graph.pages.epub.container import PACKAGE, container
from graph.pages.frame import SiteImage
from graph.pages.maps.text_lines import lines
from graph.pages.template import Own, Template
from graph.pages.views.booklet import Booklet, Chapter, Leads
from graph.pages.views.debates import DebateView
from graph.pages.views.link import SIGNS
from graph.records.link_types import LinkType
from graph.review.history import Revision
from graph.text.documents import document
from graph.words.direction import direction

STYLE = "assets/css/booklet.css"
_UNDATED = "1980-01-01T00:00:00Z"
"""When a book was made of which nobody knows: as early as its files."""
_ROOM, _SIZE, _MOST = 480, 44, 9
"""The width and the size of a title on a cover, in its units, and its lines at most."""


@dataclass(frozen=True)
class ChapterContext:
    """A chapter of a debate's e-book."""

    book: Booklet
    """The booklet that it is a chapter of."""
    chapter: Chapter
    """The chapter."""
    lead: Leads
    """Where links lead: `lead(claim.path)`, empty where they lead nowhere."""
    signs: Mapping[LinkType, str]
    """The sign of each type of link."""
    revision: Revision | None
    """The last commit that touched a record, where that is known."""


@dataclass(frozen=True)
class ContentsContext:
    """The contents of a debate's e-book, by which programs lead through it."""

    book: Booklet
    """The booklet, in chapters."""


@dataclass(frozen=True)
class CoverContext:
    """The picture on the cover of a debate's e-book, a drawing."""

    lines: tuple[str, ...]
    """Its title, as much of it as there is room for."""
    rtl: bool
    """Whether the title runs to the left."""


@dataclass(frozen=True)
class CoverPageContext:
    """The cover of a debate's e-book."""


@dataclass(frozen=True)
class PackageContext:
    """What a debate's e-book says of itself, and the files that it has."""

    book: Booklet
    """The booklet, in chapters."""
    identifier: str
    """The lasting identifier of the book in this language."""
    modified: str
    """When it was last changed, in UTC."""
    revision: Revision | None
    """The last commit that touched a record, where that is known."""
    rtl: bool
    """Whether its pages turn to the left."""


CHAPTER = Template("booklet.xhtml", ChapterContext)
CONTENTS = Template("booklet-contents.xhtml", ContentsContext)
COVER = Template("booklet-cover.svg", CoverContext)
COVER_PAGE = Template("booklet-cover.xhtml", CoverPageContext)
PACKAGE_DOCUMENT = Template("booklet.opf", PackageContext)


def books(edition: Edition) -> Iterator[SiteImage]:
    """An e-book for every debate."""
    for view in edition.debates:
        path = f"{edition.lang.prefix}{view.epub}"
        record = edition.kb.paths["debate", view.debate.id]
        yield SiteImage(path, partial(book, edition, view), record)


def book(edition: Edition, view: DebateView) -> bytes:
    """A debate as an e-book."""
    return container(_files(edition, view))


def _files(edition: Edition, view: DebateView) -> Iterator[tuple[str, bytes]]:
    booklet, revision = edition.booklet(view), edition.frame.newest
    title = edition.text(view.debate.title)
    shared = edition.shared(view.booklet, title)
    rtl = direction(edition.lang.code) == "rtl"

    def filled(template: Template[Own], own: Own) -> bytes:
        return document(edition.frame.render(template, shared, own))

    modified = _UNDATED if revision is None else f"{revision.time:%Y-%m-%dT%H:%M:%SZ}"
    yield (
        PACKAGE,
        filled(
            PACKAGE_DOCUMENT,
            PackageContext(booklet, _identifier(edition, view), modified, revision, rtl),
        ),
    )
    yield "book/contents.xhtml", filled(CONTENTS, ContentsContext(booklet))
    yield "book/cover.xhtml", filled(COVER_PAGE, CoverPageContext())
    wrapped = lines(title, _ROOM, _SIZE, bold=True)
    shown = wrapped if len(wrapped) <= _MOST else (*wrapped[: _MOST - 1], "…")
    yield "book/cover.svg", filled(COVER, CoverContext(shown, rtl))
    yield "book/booklet.css", (SITE / STYLE).read_bytes()
    site = edition.address("") or None
    lead = Leads(booklet, lambda place: f"{place.chapter}.xhtml#{place.name}", site)
    for chapter in booklet.chapters:
        own = ChapterContext(booklet, chapter, lead, SIGNS, revision)
        yield f"book/{chapter.name}.xhtml", filled(CHAPTER, own)


def _identifier(edition: Edition, view: DebateView) -> str:
    """Of a debate and a language, and so the same from build to build and wherever it is built."""
    return uuid.uuid5(uuid.NAMESPACE_OID, f"{edition.lang.code}/{view.path}").urn
