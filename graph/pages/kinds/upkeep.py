"""The page of what whoever keeps the records has to look at again."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from graph.pages.edition import Edition
from graph.pages.frame import SitePage
from graph.pages.kinds.page_kind import PageKind
from graph.pages.template import Template
from graph.pages.views.debates import DebateView
from graph.pages.views.upkeep import Upkeep, upkeep
from graph.pages.views.weak_spots import SHOWN


@dataclass(frozen=True)
class UpkeepContext:
    """What is to be read again, translated or proved."""

    work: Upkeep
    """What there is of each sort, all of it."""
    shown: int
    """How many of a sort are listed; the rest are counted."""
    debate: DebateView | None
    """The debate they are of; none for those of all debates."""
    debates: tuple[DebateView, ...]
    """The debates that have such a page of their own: each, where there are several."""


TEMPLATE = Template("upkeep.html", UpkeepContext)


def upkeep_pages(edition: Edition) -> Iterator[SitePage]:
    """The page of all of it and, where there are several debates, one for each."""
    return edition.pages_of_debates(TEMPLATE, "upkeep", "upkeep.title", partial(_context, edition))


def _context(edition: Edition, view: DebateView | None) -> UpkeepContext:
    others = () if view is not None else edition.debates.several
    return UpkeepContext(upkeep(edition.reader, view), SHOWN, view, others)


UPKEEP = PageKind(TEMPLATE, upkeep_pages)
