"""The page on which a reader traces one claim to another."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from graph.argument.routes import LONGEST
from graph.pages.edition import Edition
from graph.pages.frame import SitePage
from graph.pages.views.bearing import COUNTED, SHOWN


def trace_pages(edition: Edition) -> Iterator[SitePage]:
    """The one page that traces; which claims it is about stands in its address."""
    t = edition.lang.t
    yield edition.page(
        "trace/",
        "trace.html",
        t("trace.title"),
        partial(_trace, edition),
        description=t("trace.lead"),
    )


def _trace(edition: Edition) -> dict[str, Any]:
    return {
        "words": {**edition.lang.script_words, "trace": edition.lang.texts["trace"]["says"]},
        "debates": edition.topography.debates,
        "bounds": {"longest": LONGEST, "shown": SHOWN, "counted": COUNTED},
        "theses": edition.kb.theses,
    }
