"""The page of predictions and what became of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from graph.pages.edition import Edition
from graph.pages.frame import SitePage
from graph.pages.kinds.page_kind import PageKind
from graph.pages.template import Template
from graph.pages.views.debates import DebateView
from graph.pages.views.outcomes import PredictionGroup, prediction_groups
from graph.pages.views.time_line import TimeLine, time_line


@dataclass(frozen=True)
class OutcomesContext:
    """Every prediction, with what became of it."""

    groups: tuple[PredictionGroup, ...]
    """The predictions that turned out alike, those that came true first; those that nobody has
    judged last."""
    time_line: TimeLine | None
    """How the theses stood from month to month, and what has been seen of the predictions since
    they were made; none where nothing is dated."""
    debate: DebateView | None
    """The debate they are of; none for those of all debates."""
    debates: tuple[DebateView, ...]
    """The debates that have such a page of their own: each, where there are several."""


TEMPLATE = Template("outcomes.html", OutcomesContext)


def outcomes_pages(edition: Edition) -> Iterator[SitePage]:
    """The page of all of them and, where there are several debates, one for each."""
    return edition.pages_of_debates(
        TEMPLATE, "outcomes", "outcomes.title", partial(_context, edition)
    )


def _context(edition: Edition, view: DebateView | None) -> OutcomesContext:
    reader = edition.reader
    among = None if view is None else view.members
    others = () if view is not None else edition.debates.several
    theses = reader.kb.theses if view is None else [each.id for each in view.theses]
    line = time_line(reader, theses, among)
    return OutcomesContext(prediction_groups(reader, among), line, view, others)


OUTCOMES = PageKind(TEMPLATE, outcomes_pages)
