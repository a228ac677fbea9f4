"""What every page shares: where it stands, its head, its header and its footer."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from graph.base import KnowledgeBase
from graph.review.history import History
from graph.words.interface import Interface
from graph.words.language import BUNDLED, Language, language

FEED = "changes.atom"
"""Where the feed of changes stands within a language."""
NAVIGATION = (
    ("themes/", "site.themes"),
    ("weak-spots/", "site.weak_spots"),
    ("sources/", "site.sources"),
    ("method/", "site.method"),
)


@dataclass(frozen=True)
class Settings:
    """What the site's configuration says: its address and that of the records' repository.

    `cache` is a folder for what is costly to make and stays the same from build to build.
    """

    templates: tuple[Path, ...]
    site_url: str = ""
    repo_url: str = ""
    edit_uri: str = ""
    interface: Interface = field(
        default_factory=lambda: Interface(tuple(language(code) for code in BUNDLED))
    )
    cache: Path | None = None


@dataclass(frozen=True)
class SitePage:
    """One file of the site: its path below the site's root, and how to make its text.

    `path` is that of the page within its language, `language` empty for data files.
    """

    file: str
    render: Callable[[], str]
    path: str = ""
    language: str = ""

    def content(self) -> bytes:
        """The file's bytes."""
        return self.render().encode("utf-8")


@dataclass(frozen=True)
class SiteImage:
    """A file of the site that is no text: its path below the site's root, and how to make it."""

    file: str
    content: Callable[[], bytes]


class Frame:
    """Renders pages: the templates and what all of them need."""

    def __init__(
        self, kb: KnowledgeBase, settings: Settings, history: History | None = None
    ) -> None:
        self.kb = kb
        self.settings = settings
        self.history = history or History()
        self.languages = settings.interface.languages
        self._environment = Environment(
            loader=FileSystemLoader(settings.templates),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
            auto_reload=False,
        )

    def render(self, template: str, context: dict[str, Any]) -> str:
        """The template filled in."""
        return self._environment.get_template(template).render(context)

    def context(
        self, lang: Language, path: str, title: str, section: str = "", description: str = ""
    ) -> dict[str, Any]:
        """What every page's template needs, the hand-written ones' included.

        `path` is that of the page within its language. All addresses are relative, so that
        the site works below any folder of any host.
        """
        depth = (lang.prefix + path).count("/")
        root = "../" * depth
        absolute = self.settings.site_url
        return {
            "t": lang.t,
            "n": lang.n,
            "language": lang,
            "root": root,
            "base": root + lang.prefix,
            "words": lang.script_words,
            "feed": FEED if self.history.changes else "",
            "title": title,
            "description": description,
            "section": section,
            "navigation": (*self._argument(), *NAVIGATION),
            "site_url": absolute,
            "canonical": f"{absolute}{lang.prefix}{path}" if absolute else "",
            "other_locales": [
                each.t("share.locale") for each in self.languages if each is not lang
            ],
            "page_type": "website",
            "share_title": title,
            "share_text": description,
            "picture": None,
            "structured_data": "",
            "alternates": [
                {
                    "code": each.code,
                    "name": each.name,
                    "href": (root + each.prefix + path) or "./",
                    "absolute": f"{absolute}{each.prefix}{path}" if absolute else "",
                }
                for each in self.languages
            ],
        }

    def _argument(self) -> tuple[tuple[str, str], ...]:
        first = next(iter(self.kb.debates), None)
        return ((f"debates/{first}/", "site.argument"),) if first else ()
