"""The page of weak spots."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.pages.edition import Edition
from graph.pages.frame import SitePage
from graph.pages.kinds.page_kind import PageKind
from graph.pages.template import Template
from graph.pages.views.weak_spots import SHOWN, WeakSpots, weak_spots


@dataclass(frozen=True)
class WeakSpotsContext:
    """Where the argument is thinnest."""

    weak: WeakSpots
    """The weak spots of each sort, all of them."""
    shown: int
    """How many of a sort are listed; the rest are counted."""


TEMPLATE = Template("weak-spots.html", WeakSpotsContext)


def weak_spots_pages(edition: Edition) -> Iterator[SitePage]:
    """The one page."""
    yield edition.page(
        TEMPLATE,
        "weak-spots/",
        edition.lang.t("site.weak_spots"),
        lambda: WeakSpotsContext(weak_spots(edition.reader), SHOWN),
        "site.weak_spots",
    )


WEAK_SPOTS = PageKind(TEMPLATE, weak_spots_pages)
