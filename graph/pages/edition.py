"""The site in one language: what its pages are made with."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from graph.exchange.frameworks import Frameworks
from graph.pages.frame import Frame, SitePage
from graph.pages.reading.reliance import Reliances
from graph.pages.review.change_view import ChangeView
from graph.pages.sharing.cards import Sharing
from graph.pages.sharing.structured_data import StructuredData
from graph.pages.views.debates import Survey, Topography
from graph.pages.views.reader import Reader
from graph.records import LocalizedText
from graph.review.history import Life, lives
from graph.words.language import Language


class Edition:
    """One language's reader, debates and frame, and the way to make a page of them."""

    def __init__(
        self,
        frame: Frame,
        lang: Language,
        survey: Survey,
        frameworks: Frameworks,
        reliances: Reliances,
    ) -> None:
        self.frame = frame
        self.reliances = reliances
        self.frameworks = frameworks
        self.kb = frame.kb
        self.lang = lang
        self.reader = Reader(frame.kb, lang)
        self.topography = Topography(self.reader, survey)
        self.sharing = Sharing(self.reader, self.topography)
        self.structured_data = StructuredData(self.reader, frame.settings.site_url)

    def page(
        self,
        path: str,
        template: str,
        title: str,
        context: Callable[[], dict[str, Any]],
        section: str = "",
        description: str = "",
    ) -> SitePage:
        """A page at `path` within the language; `context` is called when it is rendered."""

        def render() -> str:
            whole = self.frame.context(self.lang, path, title, section, description)
            whole["reader"] = self.reader
            whole.update(context())
            return self.frame.render(template, whole)

        return SitePage(f"{self.lang.prefix}{path}index.html", render, path, self.lang.code)

    def text(self, text: LocalizedText | None) -> str:
        """The text in the edition's language, or in the one there is; empty for none."""
        return self.reader.wording(text).text if text is not None else ""

    @cached_property
    def changes(self) -> tuple[ChangeView, ...]:
        """The last changes, newest first."""
        return tuple(ChangeView(self.reader, each) for each in self.frame.history.changes)

    @cached_property
    def lives(self) -> Mapping[str, Life]:
        """When claims were added and reworded, as far as the history tells."""
        return lives(self.frame.history)
