"""The page of the positions of a debate: read it as somebody else does."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from graph.argument.positions import positions_of
from graph.exchange.format import json_text
from graph.pages.edition import Edition
from graph.pages.frame import SitePage
from graph.pages.kinds.page_kind import PageKind
from graph.pages.template import Template
from graph.pages.views.debates import DebateView
from graph.pages.views.positions import (
    FILE,
    PositionData,
    PositionsView,
    position_data,
    positions_path,
    positions_view,
)


@dataclass(frozen=True)
class PositionsContext:
    """What speakers make of the argument, and where any two of them part."""

    view: DebateView
    """The debate."""
    path: str
    """Where the page stands below `base`."""
    found: PositionsView
    """The positions."""


TEMPLATE = Template("positions.html", PositionsContext)


def positions_pages(edition: Edition) -> Iterator[SitePage]:
    """A page for every debate in which somebody has a position, and the file of all of them."""
    t = edition.lang.t
    any_there = any(positions_of(edition.kb, view.debate.id) for view in edition.debates)
    if any_there and not edition.lang.prefix:
        yield SitePage(FILE, partial(_file, edition))
    for view in edition.debates:
        if not positions_of(edition.kb, view.debate.id):
            continue
        title = t("positions.title")
        if len(edition.debates) > 1:
            title = f"{title}: {edition.text(view.debate.title)}"
        yield edition.page(
            TEMPLATE,
            positions_path(view.debate.id),
            title,
            partial(_context, edition, view),
            edition.debates.section,
            t("positions.lead"),
            edition.kb.paths["debate", view.debate.id],
        )


def _file(edition: Edition) -> str:
    """What every speaker endorses and disputes, for scripts that let a reader put it on; of older
    ids of speakers their present ones."""
    codes = tuple(each.code for each in edition.frame.languages)
    found: dict[str, PositionData] = {}
    for view in edition.debates:
        for position in positions_of(edition.kb, view.debate.id):
            data = position_data(edition.reader, position, codes)
            if (before := found.setdefault(position.speaker, data)) is not data:
                for part in ("accept", "reject"):
                    before[part] = list(dict.fromkeys((*before[part], *data[part])))
    older = {each: id_ for each, id_ in edition.kb.older["speaker"].items() if id_ in found}
    return json_text({**older, **found})


def _context(edition: Edition, view: DebateView) -> PositionsContext:
    debate = view.debate.id
    return PositionsContext(
        view=view,
        path=positions_path(debate),
        found=positions_view(edition.reader, debate),
    )


def _near(edition: Edition, path: str) -> Iterable[SitePage]:
    return positions_pages(edition) if path.startswith("positions") else ()


POSITIONS = PageKind(TEMPLATE, positions_pages, _near)
