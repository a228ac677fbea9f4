"""The pages of debates and their themes, and the list of themes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from graph.pages.edition import Edition
from graph.pages.frame import SitePage
from graph.pages.kinds.maps import drawn
from graph.pages.kinds.page_kind import PageKind
from graph.pages.maps.theme_map import DrawnMap
from graph.pages.sharing.picture import SharePicture
from graph.pages.template import Template
from graph.pages.views.debates import DebateView, ThemeView
from graph.pages.views.outline import Branch, Outline
from graph.pages.views.reader import ClaimView


@dataclass(frozen=True)
class DebateContext:
    """A debate: its theses with what is below them, and its themes."""

    picture: SharePicture | None
    """That of its first thesis."""
    structured_data: Markup | str
    """The debate as schema.org data."""
    map: DrawnMap
    """The map of its theses."""
    view: DebateView
    """The debate."""
    outlines: Mapping[str, tuple[Branch, ...]]
    """What is below each thesis, by its id."""


@dataclass(frozen=True)
class ThemeContext:
    """A theme: its roots with what is below them."""

    picture: SharePicture | None
    """Its own."""
    structured_data: Markup | str
    """The theme as schema.org data."""
    map: DrawnMap
    """The map of its roots."""
    view: ThemeView
    """The theme."""
    outlines: Mapping[str, tuple[Branch, ...]]
    """What is below each root, by its id."""


@dataclass(frozen=True)
class ThemesContext:
    """The list of the themes of all debates."""

    debates: tuple[DebateView, ...]
    """The debates, with their themes."""


DEBATE_TEMPLATE = Template("debate.html", DebateContext)
THEME_TEMPLATE = Template("theme.html", ThemeContext)
THEMES_TEMPLATE = Template("themes.html", ThemesContext)


def debate_pages(edition: Edition) -> Iterator[SitePage]:
    """A page for every debate."""
    for view in edition.debates.all:
        yield edition.page(
            DEBATE_TEMPLATE,
            view.path,
            edition.text(view.debate.title),
            partial(_debate, edition, view),
            "site.argument",
            edition.text(view.debate.summary),
            edition.kb.paths["debate", view.debate.id],
        )


def theme_pages(edition: Edition) -> Iterator[SitePage]:
    """A page for every theme."""
    for view in edition.debates.all:
        for theme in view.themes:
            yield edition.page(
                THEME_TEMPLATE,
                theme.path,
                edition.text(theme.theme.title),
                partial(_theme, edition, theme),
                "site.themes",
                edition.text(theme.theme.summary),
                edition.kb.paths["debate", view.debate.id],
            )


def themes_pages(edition: Edition) -> Iterator[SitePage]:
    """The list of themes."""
    yield edition.page(
        THEMES_TEMPLATE,
        "themes/",
        edition.lang.t("site.themes"),
        lambda: ThemesContext(edition.debates.all),
        "site.themes",
    )


def _debate(edition: Edition, view: DebateView) -> DebateContext:
    return DebateContext(
        picture=edition.sharing.of_debate(view),
        structured_data=edition.structured_data.debate(view),
        map=drawn(edition, view.path, view),
        view=view,
        outlines=_outlines(view.theses),
    )


def _theme(edition: Edition, view: ThemeView) -> ThemeContext:
    return ThemeContext(
        picture=edition.sharing.of_theme(view),
        structured_data=edition.structured_data.theme(view),
        map=drawn(edition, view.path, view),
        view=view,
        outlines=_outlines(view.roots),
    )


def _outlines(claims: tuple[ClaimView, ...]) -> Mapping[str, tuple[Branch, ...]]:
    outline = Outline(*claims)
    return {claim.id: outline.tree(claim) for claim in claims}


DEBATE = PageKind(DEBATE_TEMPLATE, debate_pages)
THEME = PageKind(THEME_TEMPLATE, theme_pages)
THEMES = PageKind(THEMES_TEMPLATE, themes_pages)
