"""The page from which a reader starts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from graph.argument.objections import open_objections
from graph.argument.sides import link_side
from graph.pages.edition import Edition
from graph.pages.frame import SitePage
from graph.pages.kinds.page_kind import PageKind
from graph.pages.review.change_view import ChangeView
from graph.pages.sharing.picture import SharePicture
from graph.pages.template import Template
from graph.pages.views.debates import DebateView
from graph.semantics import Side

_LATEST = 3
"""How many changes home shows."""


@dataclass(frozen=True)
class Numbers:
    """How large a knowledge base is.

    Its claims, its links, and the objections and doubts without a reply that holds which work
    against a thesis.
    """

    claims: int
    links: int
    open: int


@dataclass(frozen=True)
class HomeContext:
    """The front page: every debate with its theses and themes."""

    picture: SharePicture | None
    """That of the first debate."""
    structured_data: Markup | str
    """The site as schema.org data."""
    debates: tuple[DebateView, ...]
    """The debates."""
    numbers: Numbers
    """How many claims, links and open objections there are."""
    changes: Sequence[ChangeView]
    """The last changes, newest first."""
    latest: Sequence[ChangeView]
    """The newest of them."""


TEMPLATE = Template("home.html", HomeContext)


def home_pages(edition: Edition) -> Iterator[SitePage]:
    """Home."""
    t = edition.lang.t
    debates = edition.debates.all
    yield edition.page(
        TEMPLATE,
        "",
        t("site.name"),
        partial(_context, edition),
        description=edition.text(debates[0].debate.summary) if debates else t("site.tagline"),
    )


def _context(edition: Edition) -> HomeContext:
    return HomeContext(
        picture=edition.sharing.of_home(),
        structured_data=edition.structured_data.home(),
        debates=edition.debates.all,
        numbers=_numbers(edition),
        changes=edition.changes,
        latest=edition.changes[:_LATEST],
    )


def _numbers(edition: Edition) -> Numbers:
    kb = edition.kb
    against = sum(link_side(kb, link) is Side.AGAINST for link in open_objections(kb).values())
    return Numbers(len(kb.claims), len(kb.links), against)


HOME = PageKind(TEMPLATE, home_pages)
