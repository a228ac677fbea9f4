"""The page from which a reader starts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from graph.pages.edition import Edition
from graph.pages.frame import SitePage
from graph.pages.kinds.page_kind import PageKind
from graph.pages.review.change_view import ChangeView
from graph.pages.sharing.picture import SharePicture
from graph.pages.template import Template
from graph.pages.views.debates import DebateView

_LATEST = 3
"""How many changes home shows."""


@dataclass(frozen=True)
class HomeContext:
    """The front page: every debate with its theses and themes."""

    picture: SharePicture | None
    """That of the first debate."""
    structured_data: Markup | str
    """The site as schema.org data."""
    debates: tuple[DebateView, ...]
    """The debates, each with its `numbers` of claims, links and open objections."""
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
        changes=edition.changes,
        latest=edition.changes[:_LATEST],
    )


HOME = PageKind(TEMPLATE, home_pages)
