"""The map of a whole debate, folded to its roots; and every map as a file of its own."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from graph.pages.edition import Edition
from graph.pages.frame import SitePage
from graph.pages.maps.drawing import standalone
from graph.pages.maps.theme_map import DrawnMap, debate_map, theme_map
from graph.pages.views.debates import DebateView, ThemeView
from graph.pages.views.outline import Outline

FILE = "map.svg"
SHOWN_BELOW = 2
"""Levels of the outline below each root that a reader without scripts gets."""


def map_pages(edition: Edition) -> Iterator[SitePage]:
    """The page of each debate's map, and the drawings of debates and themes as files."""
    for view in edition.topography.debates:
        title = edition.lang.t("map.title", debate=edition.text(view.debate.title))
        yield edition.page(
            f"{view.path}map/",
            "map.html",
            title,
            partial(_context, edition, view),
            "site.argument",
            edition.lang.t("map.lead"),
        )
        yield _file(edition, f"{view.path}map/", view)
        yield _file(edition, view.path, view)
        for theme in view.themes:
            yield _file(edition, theme.path, theme)


def drawn(edition: Edition, path: str, view: DebateView | ThemeView) -> DrawnMap:
    """The map that stands on the page at `path`: of a theme, of a debate's theses or, on the page
    of its map, of the whole debate."""
    base = edition.frame.context(edition.lang, path, "")["base"]
    if isinstance(view, ThemeView):
        return theme_map(edition.reader, view.roots, base)
    if path != view.path:
        return debate_map(edition.reader, view, base)
    return theme_map(edition.reader, view.theses, base)


def _context(edition: Edition, view: DebateView) -> dict[str, Any]:
    roots = [(None, view.theses), *((theme, theme.roots) for theme in view.themes)]
    outlines = {
        claim.id: Outline(claim, deepest=SHOWN_BELOW).tree(claim)
        for _, claims in roots
        for claim in claims
    }
    return {
        "picture": edition.sharing.of_debate(view),
        "view": view,
        "sections": roots,
        "outlines": outlines,
        "map": drawn(edition, f"{view.path}map/", view),
        "words": {**edition.lang.script_words, "map": edition.lang.texts["map"]["script"]},
    }


def _file(edition: Edition, path: str, view: DebateView | ThemeView) -> SitePage:
    def render() -> str:
        record = view.theme if isinstance(view, ThemeView) else view.debate
        title = edition.text(record.title)
        t = edition.lang.t
        where = edition.frame.context(edition.lang, path, "")["canonical"]
        words = [t("map.caption"), t("site.footer"), t("site.licence"), where]
        svg = drawn(edition, path, view).svg
        return standalone(svg, title, edition.lang.code, [each for each in words if each])

    return SitePage(f"{edition.lang.prefix}{path}{FILE}", render)
