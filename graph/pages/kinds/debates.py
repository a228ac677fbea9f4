"""The pages from which a reader starts: home, debates and their themes."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from graph.argument.objections import open_objections
from graph.pages.edition import Edition
from graph.pages.frame import SitePage
from graph.pages.kinds.maps import drawn
from graph.pages.views.debates import DebateView, ThemeView
from graph.pages.views.outline import Outline
from graph.pages.views.reader import ClaimView

_LATEST = 3
"""How many changes home shows."""


def debate_pages(edition: Edition) -> Iterator[SitePage]:
    """Home, every debate, every theme, and the list of themes."""
    t = edition.lang.t
    debates = edition.topography.debates
    yield edition.page(
        "",
        "home.html",
        t("site.name"),
        partial(_home, edition),
        description=edition.text(debates[0].debate.summary) if debates else t("site.tagline"),
    )
    for view in debates:
        yield edition.page(
            view.path,
            "debate.html",
            edition.text(view.debate.title),
            partial(_debate, edition, view),
            "site.argument",
            edition.text(view.debate.summary),
        )
        for theme in view.themes:
            yield edition.page(
                theme.path,
                "theme.html",
                edition.text(theme.theme.title),
                partial(_theme, edition, theme),
                "site.themes",
                edition.text(theme.theme.summary),
            )
    yield edition.page(
        "themes/", "themes.html", t("site.themes"), lambda: {"debates": debates}, "site.themes"
    )


def _home(edition: Edition) -> dict[str, Any]:
    return {
        "picture": edition.sharing.of_home(),
        "structured_data": edition.structured_data.home(),
        "debates": edition.topography.debates,
        "numbers": _numbers(edition),
        "changes": edition.changes,
        "latest": edition.changes[:_LATEST],
    }


def _debate(edition: Edition, view: DebateView) -> dict[str, Any]:
    return {
        "picture": edition.sharing.of_debate(view),
        "structured_data": edition.structured_data.debate(view),
        "map": drawn(edition, view.path, view),
        **_with_outlines(view, view.theses),
    }


def _theme(edition: Edition, view: ThemeView) -> dict[str, Any]:
    return {
        "picture": edition.sharing.of_theme(view),
        "structured_data": edition.structured_data.theme(view),
        "map": drawn(edition, view.path, view),
        **_with_outlines(view, view.roots),
    }


def _numbers(edition: Edition) -> dict[str, int]:
    kb = edition.kb
    return {"claims": len(kb.claims), "links": len(kb.links), "open": len(open_objections(kb))}


def _with_outlines(view: DebateView | ThemeView, claims: tuple[ClaimView, ...]) -> dict[str, Any]:
    outline = Outline(*claims)
    return {"view": view, "outlines": {claim.id: outline.tree(claim) for claim in claims}}
