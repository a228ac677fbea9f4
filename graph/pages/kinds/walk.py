"""The page on which a reader walks the lines of a thesis: where do you get off?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from graph.pages.edition import Edition
from graph.pages.frame import SitePage
from graph.pages.kinds.page_kind import PageKind
from graph.pages.template import Template
from graph.pages.views.debates import DebateView
from graph.pages.views.walk import WalkData, WalkView, walk_view


@dataclass(frozen=True)
class WalkContext:
    """The questions at which a reader may get off along the lines of a thesis."""

    view: DebateView
    """The debate."""
    walk: WalkView
    """The lines with their stops."""
    walk_data: WalkData
    """What scripts work out answers from."""
    words: Mapping[str, Any]
    """What scripts find on every page, and the words of this one under `walk`."""


TEMPLATE = Template("walk.html", WalkContext)


def walk_pages(edition: Edition) -> Iterator[SitePage]:
    """A page for every thesis that has a line to walk, also where several debates are about it."""
    told: set[str] = set()
    for view in edition.debates:
        for thesis in view.theses:
            walk = None if thesis.id in told else walk_view(edition.reader, thesis.id)
            if walk is None:
                continue
            told.add(thesis.id)
            title = edition.lang.t("walk.title")
            if len(edition.kb.theses) > 1:
                title = f"{title} {thesis.label}"
            yield edition.page(
                TEMPLATE,
                walk.path,
                title,
                partial(_context, edition, view, walk),
                edition.debates.section,
                edition.lang.t("walk.lead"),
                edition.kb.paths["debate", view.debate.id],
            )


def _context(edition: Edition, view: DebateView, walk: WalkView) -> WalkContext:
    lang = edition.lang
    said = {**lang.texts["walk"], "and": lang.t("and"), "quotation": lang.t("quotation")}
    return WalkContext(
        view=view,
        walk=walk,
        walk_data=walk.data(edition.frameworks.name(walk.walk.thesis)),
        words={**lang.script_words, "walk": said},
    )


def _near(edition: Edition, path: str) -> Iterable[SitePage]:
    return walk_pages(edition) if path.startswith("walk/") else ()


WALK = PageKind(TEMPLATE, walk_pages, _near)
