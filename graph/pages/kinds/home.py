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
from graph.records.link_types import LinkType

_KEY = tuple((each.value, each.traits.sign) for each in LinkType)


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
    revised: str
    """The day of the last change in words, empty where none is known."""
    key: Sequence[tuple[str, str]]
    """The types of link there are, each with its sign."""


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
        revised=edition.changes[0].date if edition.changes else "",
        key=_KEY,
    )


HOME = PageKind(TEMPLATE, home_pages)
