"""What makes pages: the site's settings, its templates, and the files that come of them."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, StrictUndefined, TemplateError

from graph.argument.kept import SOON
from graph.base import KnowledgeBase
from graph.base.reads import RememberedBy, note
from graph.pages.bundled import TEMPLATES
from graph.pages.compiled_templates import CompiledTemplates
from graph.pages.directions import with_directions
from graph.pages.filling_in import Filling
from graph.pages.fragments import Fragments, once
from graph.pages.listed import Listed
from graph.pages.shared_context import SharedContext
from graph.pages.template import Own, Template, names
from graph.pages.template_files import TemplateFiles
from graph.pages.template_texts import TemplateTexts
from graph.pages.views.reader import Reader
from graph.review.history import Change, History, Revision
from graph.text.documents import document
from graph.words.interface import Interface, brought_along
from graph.words.language import JSON, Language

FEED = "changes.atom"
"""Where the feed of changes stands within a language, as Atom."""

JSON_FEED = "changes.json"
"""Where the same stands as a JSON Feed."""


@dataclass(frozen=True)
class Settings:
    """What the site's configuration says: its address and that of the records' repository.

    `edit_uri` is empty unless it is written there, and `host` where the address tells the kind of
    site. `interface` has the words of pages; without it, those that the program brings for the
    languages of the knowledge base. `cache` is a folder for what is costly to make and stays the
    same from build to build. Each claim has a picture of its own for when it is shared where there
    are at most `claim_pictures` claims. `citation` is the text of the file that says how the whole
    is cited, `written` the paths of the hand-written pages, None where nobody has looked for them.
    `bundled` is the folder of templates that comes with the program, and `texts` has those of all
    the folders where a machine does not have them.
    """

    templates: tuple[Path, ...]
    site_url: str = ""
    repo_url: str = ""
    edit_uri: str = ""
    host: str = ""
    interface: Interface | None = None
    cache: Path | None = None
    claim_pictures: int = 1_000
    citation: str = ""
    written: frozenset[str] | None = None
    bundled: Path = TEMPLATES
    texts: TemplateTexts | None = None


@dataclass(frozen=True)
class SitePage:
    """One file of the site: its path below the site's root, and how to make its text.

    `path` is that of the page within its language, `language` empty for data files. `record` is
    the file of the record that it is about, empty for one that is about several. The sitemap has
    the pages that are `listed`.
    """

    file: str
    render: Callable[[], str]
    path: str = ""
    language: str = ""
    record: str = ""
    listed: bool = True

    def content(self) -> bytes:
        """The file's bytes."""
        return document(self.render())

    @property
    def as_listed(self) -> Listed:
        """What is known of it before it is made."""
        return Listed(self.file, self.record, self.path, self.language, self.listed)


@dataclass(frozen=True)
class SiteImage:
    """A file of the site that is no text: its path below the site's root, how to make it, and the
    file of the record that it is about."""

    file: str
    content: Callable[[], bytes]
    record: str = ""

    @property
    def as_listed(self) -> Listed:
        """What is known of it before it is made."""
        return Listed(self.file, self.record)


GLOBALS = {"once": once}
"""What templates find beside what they get."""

ALIKE = ("t", "n", "language", "reader", "root", "base")
"""What is the same on all pages of a language at the same depth, of what all of them get."""


Menu = tuple[tuple[str, str], ...]
"""The entries of a header: path below the language's folder, and its words' name."""

Groups = tuple[tuple[str, Menu], ...]
"""The entries of a footer in groups, each with the name of its heading's words."""


# A site is made again after every change that is looked at, of templates that stay.
_COMPILED = CompiledTemplates()


class Frame:
    """Renders pages: the templates, and what does not depend on the language."""

    def __init__(
        self,
        kb: KnowledgeBase,
        settings: Settings,
        history: History | None = None,
        header: Menu = (),
        footer: Groups = (),
    ) -> None:
        self.kb = kb
        self.settings = settings
        self._history = history or History()
        self.header = header
        self.footer = footer
        self.interface = settings.interface or brought_along(kb.languages)
        self.languages = self.interface.languages
        # By the reader of a language and the ways from a page to the root and to that: see `_at`.
        self._places: dict[tuple[Reader, str, str], Environment] = {}
        self._templates = TemplateFiles(settings.templates)
        self.data = RememberedBy[str](most=SOON)
        """What stands beside the page of a claim, by its id: the same in every language."""
        self._environment = Filling(
            loader=settings.texts or self._templates,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
            auto_reload=False,
            bytecode_cache=_COMPILED,
        )
        self._fragments = Fragments()
        self._environment.globals.update(GLOBALS, once=self._fragments.once)
        self._environment.policies["json.dumps_kwargs"] = JSON

    @property
    def history(self) -> History:
        """The last changes."""
        note(("history", "whole"))
        return self._history

    @property
    def newest(self) -> Revision | None:
        """The newest revision of the records, where it is known."""
        note(("history", "newest"))
        return self._history.newest

    @property
    def newest_change(self) -> Change | None:
        """The newest change of the argument, where one is known."""
        note(("history", "newest_change"))
        return next(iter(self._history.changes), None)

    def history_now(self, what: str) -> object:
        """What is there now of what was noted as read of the history."""
        past = self._history
        if what == "newest":
            return past.newest
        revisions = [each.revision for each in past.changes]
        if what == "newest_change":
            return revisions[:1]
        return revisions, past.end, past.begins, past.obstacle, past.detail, past.newest

    def render(self, template: Template[Own], shared: SharedContext, own: Own) -> str:
        """The template filled in; what is its own comes before what is shared."""
        note(("template", template.file))
        filled = {**names(shared), **names(own)}
        page = self._at(shared).get_template(template.file).render(filled)
        marked = template.file.endswith((".html", ".xhtml"))
        return with_directions(page) if marked else page

    def _at(self, shared: SharedContext) -> Environment:
        """The templates for pages of one language at one depth: macros that are imported without
        the context of a page know what is the same on all of these, and are made once for them."""
        place = shared.reader, shared.root, shared.base
        found = self._places.get(place)
        if found is None:
            found = self._environment.overlay()
            alike = {name: getattr(shared, name) for name in ALIKE}
            found.globals = {**self._environment.globals, **alike}
            self._places[place] = found
        return found

    def compile(self) -> None:
        """Have all templates at hand as Python's code. One with a mistake is passed over, and told
        of where it is filled in."""
        for name in self._environment.list_templates():
            with suppress(TemplateError, UnicodeDecodeError):
                self._environment.get_template(name)

    def forget(self) -> None:
        """Let go of what was made of claims for many pages."""
        self._fragments.forget()

    def template_now(self, file: str) -> object:
        """What is there now of what was noted as read of the templates."""
        return self._templates.of(self._environment, file)

    def address(self, lang: Language, path: str) -> str:
        """The address of a page by its path within a language, empty where that of the site is
        not known."""
        site = self.settings.site_url
        return f"{site}{lang.prefix}{path}" if site else ""
