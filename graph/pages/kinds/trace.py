"""The page on which a reader traces one claim to another."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from graph.argument.routes import BUDGET, COUNTED, LONGEST
from graph.pages.edition import Edition
from graph.pages.frame import SitePage
from graph.pages.kinds.page_kind import PageKind
from graph.pages.template import Template
from graph.pages.views.bearing import SHOWN
from graph.pages.views.debates import DebateView


@dataclass(frozen=True)
class TraceContext:
    """The page on which a reader traces one claim to another, in the browser."""

    words: Mapping[str, Any]
    """What scripts find on every page, and the words of this one under `trace`."""
    debates: tuple[DebateView, ...]
    """The debates, from whose themes a reader without scripts starts."""
    bounds: Mapping[str, int]
    """How many links the `longest` route has, how many routes are `shown` and `counted`, and the
    `budget` of steps looked at."""
    theses: tuple[str, ...]
    """The ids of the theses."""


TEMPLATE = Template("trace.html", TraceContext)


def trace_pages(edition: Edition) -> Iterator[SitePage]:
    """The one page that traces; which claims it is about stands in its address."""
    t = edition.lang.t
    yield edition.page(
        TEMPLATE,
        "trace/",
        t("trace.title"),
        partial(_context, edition),
        description=t("trace.lead"),
    )


def _context(edition: Edition) -> TraceContext:
    return TraceContext(
        words={**edition.lang.script_words, "trace": edition.lang.texts["trace"]["says"]},
        debates=edition.debates.all,
        bounds={"longest": LONGEST, "shown": SHOWN, "counted": COUNTED, "budget": BUDGET},
        theses=edition.kb.theses,
    )


TRACE = PageKind(TEMPLATE, trace_pages)
