"""The map of a whole debate, folded to its roots; and every map as a file of its own."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from graph.pages.edition import Edition
from graph.pages.frame import SitePage
from graph.pages.kinds.page_kind import PageKind
from graph.pages.maps.drawing import standalone
from graph.pages.maps.theme_map import DrawnMap, debate_map, theme_map
from graph.pages.sharing.picture import SharePicture
from graph.pages.template import Template
from graph.pages.views.debates import DebateView
from graph.pages.views.outline import Branch, Outline
from graph.pages.views.reader import ClaimView
from graph.pages.views.themes import ThemeView

FILE = "map.svg"
SHOWN_BELOW = 2
"""Levels of the outline below each root that a reader without scripts gets."""


@dataclass(frozen=True)
class MapContext:
    """The map of a whole debate, beside the same claims as an outline."""

    picture: SharePicture | None
    """That of the debate's first thesis."""
    view: DebateView
    """The debate."""
    sections: Sequence[tuple[ThemeView | None, tuple[ClaimView, ...]]]
    """The parts of the outline: a theme and its roots; the theses, first, have no theme."""
    outlines: Mapping[str, tuple[Branch, ...]]
    """What is below each of these claims, by its id."""
    map: DrawnMap
    """The map, as it is before anything is opened."""
    words: Mapping[str, Any]
    """What scripts find on every page, and the words of the map under `map`."""


TEMPLATE = Template("map.html", MapContext)


def map_pages(edition: Edition) -> Iterator[SitePage]:
    """The page of each debate's map, and the drawing of it as a file."""
    for view in edition.debates:
        title = edition.lang.t("map.title", debate=edition.text(view.debate.title))
        yield edition.page(
            TEMPLATE,
            f"{view.path}map/",
            title,
            partial(_context, edition, view),
            edition.debates.section,
            edition.lang.t("map.lead"),
            edition.kb.paths["debate", view.debate.id],
        )
        yield map_file(edition, f"{view.path}map/", view)


def drawn(edition: Edition, path: str, view: DebateView | ThemeView) -> DrawnMap:
    """The map that stands on the page at `path`: of a theme, of a debate's theses or, on the page
    of its map, of the whole debate."""
    return edition.maps.of(lambda edition, path: _drawn(edition, path, view), edition, path)


def _drawn(edition: Edition, path: str, view: DebateView | ThemeView) -> DrawnMap:
    base = edition.base(path)
    if isinstance(view, ThemeView):
        return theme_map(edition.reader, view.roots, base)
    if path != view.path:
        return debate_map(edition.reader, view, base)
    return theme_map(edition.reader, view.theses, base)


def _context(edition: Edition, view: DebateView) -> MapContext:
    roots: Sequence[tuple[ThemeView | None, tuple[ClaimView, ...]]] = [
        (None, view.theses),
        *((theme, theme.roots) for theme in view.themes),
    ]
    outlines = {
        claim.id: Outline(claim, deepest=SHOWN_BELOW).tree(claim)
        for _, claims in roots
        for claim in claims
    }
    return MapContext(
        picture=edition.sharing.of_debate(view),
        view=view,
        sections=roots,
        outlines=outlines,
        map=drawn(edition, f"{view.path}map/", view),
        words={**edition.lang.script_words, "map": edition.lang.texts["map"]["script"]},
    )


def map_file(edition: Edition, path: str, view: DebateView | ThemeView) -> SitePage:
    """The map that stands on the page at `path`, as a file beside it."""

    def render() -> str:
        record = view.theme if isinstance(view, ThemeView) else view.debate
        title = edition.text(record.title)
        t = edition.lang.t
        where = edition.address(path)
        words = [t("map.caption"), t("site.footer"), t("site.licence"), where]
        svg = drawn(edition, path, view).svg
        return standalone(svg, title, edition.lang.code, [each for each in words if each])

    record = edition.kb.paths["debate", view.debate.id]
    return SitePage(f"{edition.lang.prefix}{path}{FILE}", render, record=record)


MAP = PageKind(TEMPLATE, map_pages)
