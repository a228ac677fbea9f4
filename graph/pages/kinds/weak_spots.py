"""The page of weak spots."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from graph.pages.edition import Edition
from graph.pages.frame import SitePage
from graph.pages.kinds.page_kind import PageKind
from graph.pages.template import Template
from graph.pages.views.debates import DebateView
from graph.pages.views.weak_spots import SHOWN, WeakSpots, weak_spots


@dataclass(frozen=True)
class WeakSpotsContext:
    """Where the argument is thinnest."""

    weak: WeakSpots
    """The weak spots of each sort, all of them."""
    shown: int
    """How many of a sort are listed; the rest are counted."""
    debate: DebateView | None
    """The debate they are of; none for those of all debates."""
    debates: tuple[DebateView, ...]
    """The debates that have such a page of their own: each, where there are several."""


TEMPLATE = Template("weak-spots.html", WeakSpotsContext)


def weak_spots_pages(edition: Edition) -> Iterator[SitePage]:
    """The page of all of them and, where there are several debates, one for each."""
    return edition.pages_of_debates(
        TEMPLATE, "weak-spots", "site.weak_spots", partial(_context, edition)
    )


def _context(edition: Edition, view: DebateView | None) -> WeakSpotsContext:
    others = () if view is not None else edition.debates.several
    return WeakSpotsContext(weak_spots(edition.reader, view), SHOWN, view, others)


WEAK_SPOTS = PageKind(TEMPLATE, weak_spots_pages)
