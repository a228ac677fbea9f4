"""The pages of debates and their themes, and the lists of both."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from graph.pages.edition import Edition
from graph.pages.frame import SitePage
from graph.pages.kinds.maps import drawn, map_file
from graph.pages.kinds.page_kind import PageKind
from graph.pages.maps.theme_map import DrawnMap
from graph.pages.sharing.picture import SharePicture
from graph.pages.template import Template
from graph.pages.views.debates import DebateView
from graph.pages.views.outline import Branch, Outline
from graph.pages.views.reader import ClaimView
from graph.pages.views.themes import ThemeView


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
    doubts: Mapping[str, tuple[Branch, ...]]
    """What casts doubt on each step that a root makes, with what is below it, by the step's id."""


@dataclass(frozen=True)
class DebatesContext:
    """The list of debates, where there are several."""

    debates: tuple[DebateView, ...]
    """The debates."""


@dataclass(frozen=True)
class ThemesContext:
    """The list of the themes of all debates."""

    debates: tuple[DebateView, ...]
    """The debates, with their themes."""


DEBATE_TEMPLATE = Template("debate.html", DebateContext)
DEBATES_TEMPLATE = Template("debates.html", DebatesContext)
THEME_TEMPLATE = Template("theme.html", ThemeContext)
THEMES_TEMPLATE = Template("themes.html", ThemesContext)


def debate_pages(edition: Edition) -> Iterator[SitePage]:
    """A page for every debate, and its map as a file."""
    for view in edition.debates:
        yield edition.page(
            DEBATE_TEMPLATE,
            view.path,
            edition.text(view.debate.title),
            partial(_debate, edition, view),
            edition.debates.section,
            edition.text(view.debate.summary),
            edition.kb.paths["debate", view.debate.id],
        )
        yield map_file(edition, view.path, view)


def debates_pages(edition: Edition) -> Iterator[SitePage]:
    """The list of debates, where there are several."""
    if edition.debates.several:
        yield edition.page(
            DEBATES_TEMPLATE,
            "debates/",
            edition.lang.t("site.debates"),
            lambda: DebatesContext(edition.debates.several),
            edition.debates.section,
        )


def theme_pages(edition: Edition) -> Iterator[SitePage]:
    """A page for every theme, and its map as a file."""
    for view in edition.debates:
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
            yield map_file(edition, theme.path, theme)


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
    steps = [step for steps in view.doubted for step in steps]
    outline = Outline(*view.roots, also=[each for step in steps for each in step.undercuts])
    return ThemeContext(
        picture=edition.sharing.of_theme(view),
        structured_data=edition.structured_data.theme(view),
        map=drawn(edition, view.path, view),
        view=view,
        outlines={root.id: outline.tree(root) for root in view.roots},
        doubts={step.link.id: outline.branches(step.undercuts) for step in steps},
    )


def _outlines(claims: tuple[ClaimView, ...]) -> Mapping[str, tuple[Branch, ...]]:
    outline = Outline(*claims)
    return {claim.id: outline.tree(claim) for claim in claims}


DEBATE = PageKind(DEBATE_TEMPLATE, debate_pages)
DEBATES = PageKind(DEBATES_TEMPLATE, debates_pages)
THEME = PageKind(THEME_TEMPLATE, theme_pages)
THEMES = PageKind(THEMES_TEMPLATE, themes_pages)
