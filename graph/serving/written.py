"""What MkDocs is asked for while a site is served: the configuration, and hand-written pages, each
made when it is asked for. Beside the plugin, nothing else knows MkDocs.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import urlsplit

from mkdocs.__main__ import cli
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.config.config_options import Plugins
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, PluginError
from mkdocs.structure.files import File, Files, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from graph.base import KnowledgeBase
from graph.errors import AnswerError
from graph.pages.asked import Asked
from graph.pages.bundled import SITE, TEMPLATES
from graph.pages.frame import SitePage
from graph.pages.kinds.unmade import unmade_page
from graph.pages.making import Making
from graph.plugin import BetoogPlugin, RenderedFile, WrittenPage
from graph.review.history import History
from graph.serving.findings import words
from graph.store.site_configuration import PLUGIN, parent_of
from graph.store.surroundings import CITATION
from graph.text.documents import document
from graph.words.interface import FOLDER

_MADE = frozenset(("content", "markdown", "meta", "present_anchor_ids", "title", "toc"))
"""What a page has only once it has been read and made HTML of."""
_MOST_PARENTS = 10


class OthersError(AnswerError):
    """A configuration asks for more than the program's own plugin makes; why it does."""


class Configuration:
    """What `mkdocs.yml` says of a site.

    Raises:
        AnswerError: it cannot be read, or it names what must not be read.
        OthersError: what MkDocs, or another plugin, makes of it cannot be made page by page.
    """

    def __init__(self, file: Path, site_dir: Path) -> None:
        try:
            config = _loaded(file, site_dir)
            _require_only_ours(config)
            config.plugins.on_startup(command="serve", dirty=False)
            config = config.plugins.on_config(config)
            if config.theme.static_templates:
                raise OthersError("its theme has templates of its own")
        except Abort as error:
            raise AnswerError(f"{file.name} cannot be used") from error
        except (ConfigurationError, PluginError) as error:
            raise AnswerError(f"{file.name} cannot be used: {error}") from error
        except OthersError:
            raise
        except Exception as error:
            # Of values that it does not expect, MkDocs says nothing.
            raise AnswerError(
                f"{file.name} cannot be used: {type(error).__name__}: {error}"
            ) from error
        self._config = config
        self.files = tuple(_with_parents(file))
        """The configuration, and those that it takes over from."""

    @property
    def plugin(self) -> BetoogPlugin:
        """The plugin that makes the pages."""
        plugin = self._config.plugins[PLUGIN]
        assert isinstance(plugin, BetoogPlugin)
        return plugin

    @property
    def mount(self) -> str:
        """Where the site stands at its host: a path with a slash at both ends."""
        path = urlsplit(self._config.site_url or "/").path
        return f"/{path.strip('/')}/".replace("//", "/")

    @property
    def places(self) -> tuple[Path, ...]:
        """The folders and files beside the records that a site is made of."""
        config = self._config
        named = (
            *self.files,
            *(Path(each) for each in config.watch),
            Path(config.docs_dir),
            *(Path(each) for each in config.theme.dirs),
            self.plugin.root / CITATION,
            self.plugin.root / FOLDER,
            SITE,
            TEMPLATES,
        )
        return tuple(dict.fromkeys(named))

    def laid_out(self, kb: KnowledgeBase, history: History) -> "Written":
        """The files and the hand-written pages of a site as they are now.

        Raises:
            AnswerError: beside the records is what must not be read.
        """
        try:
            self.plugin.require_sound(self._config)
        except PluginError as error:
            raise AnswerError(str(error)) from error
        return Written(self._config, self.plugin, kb, history)


class Written:
    """The files of one site beside its pages: those written by hand are made when asked for."""

    def __init__(
        self, config: MkDocsConfig, plugin: BetoogPlugin, kb: KnowledgeBase, history: History
    ) -> None:
        self._config = config
        self._plugin = plugin
        plugin.page_class = _AskedPage
        environment = config.theme.get_env()
        self._files = files = _Files(get_files(config))
        files.add_files_from_theme(environment, config)
        plugin.begin(kb, history, files, config)
        self.making = plugin.making = Asked(plugin.site)
        files.made = self._made
        plugin.lay_out(self.making, files, config, self)
        set_exclusions(files, config)
        self._navigation = config.plugins.on_nav(
            get_navigation(files, config), config=config, files=files
        )
        for page in filter(None, (each.page for each in files)):
            if isinstance(page, _AskedPage):
                page.populate = self._populate
        self._environment = config.plugins.on_env(environment, config=config, files=files)
        self._at = {
            each.dest_uri: each
            for each in files
            if each.inclusion.value > InclusionLevel.DRAFT.value
        }

    def __contains__(self, place: object) -> bool:
        """Whether a page of the site stands at a place within any of its languages."""
        for language in self._plugin.interface.languages:
            file = self.making.at(f"{language.prefix}{place}")
            if isinstance(file, SitePage) and file.language and f"{file.path}index.html" == place:
                return True
        return False

    def content(self, address: str) -> bytes | None:
        """The bytes of the file at an address; None for none."""
        file = self._at.get(address)
        if file is None:
            return None
        if not file.is_documentation_page():
            return file.content_bytes
        page = file.page
        assert page is not None
        try:
            return self._page(page)
        except Exception as error:
            return self._unmade(file, error)

    @property
    def double(self) -> tuple[str, ...]:
        """What there is no room for among the pages, as findings in words."""
        return tuple(words(each) for each in self.making.findings if each.code == "B102")

    def sitemaps(self) -> Mapping[str, str]:
        """The files of the sitemap, for which all pages are listed."""
        self._plugin.note(each.as_listed for each in Making(self._plugin.site).files())
        return self._plugin.sitemaps()

    @property
    def has_sitemap(self) -> bool:
        """Whether the site has a sitemap, as one has whose address is known."""
        return bool(self._config.site_url)

    def _made(self, address: str) -> File | None:
        found = self.making.at(address)
        if found is None or found.file != address:
            return None
        return RenderedFile(found.file, self._config)

    def _populate(self, page: Page) -> None:
        """Read a page and make HTML of it, as a build does before it fills in any template."""
        config, files = self._config, self._files
        page.read_source(config)
        page.markdown = config.plugins.on_page_markdown(
            page.markdown or "", page=page, config=config, files=files
        )
        page.render(config, files)
        page.content = config.plugins.on_page_content(
            page.content or "", page=page, config=config, files=files
        )

    def _page(self, page: Page) -> bytes | None:
        config, nav = self._config, self._navigation
        page.active = True
        try:
            template = self._environment.get_template(page.meta.get("template", "main.html"))
            context = get_context(nav, self._files.documentation_pages(), config, page)
            context = config.plugins.on_page_context(context, page=page, config=config, nav=nav)
            output = template.render(context)
            output = config.plugins.on_post_page(output, page=page, config=config)
        finally:
            page.active = False
        # As a build does it.
        return output.encode("utf-8", errors="xmlcharrefreplace") if output.strip() else None

    def _unmade(self, file: File, error: Exception) -> bytes:
        edition, path = self._plugin.place(file)
        where, line, why = self.making.failed(file.dest_uri, error)
        return document(unmade_page(edition.lang, path, f"{where}:{line}: B101 {why}"))


class _AskedPage(WrittenPage):
    """A page that is read, and made HTML of, when something of it is asked for: its address, or
    its title by the template of another page."""

    populate: Callable[[Page], None] | None = None

    def __getattribute__(self, name: str) -> Any:
        if name in _MADE and (populate := self.populate) is not None:
            self.populate = None
            populate(self)
        return super().__getattribute__(name)


class _Files(Files):
    """The files of a site, with those of its pages as they are asked for."""

    made: Callable[[str], File | None] = staticmethod(lambda address: None)

    def get_file_from_path(self, path: str) -> File | None:
        """The file that is written, or made, at a path."""
        return super().get_file_from_path(path) or self.made(PurePath(path).as_posix())


def _loaded(file: Path, site_dir: Path) -> MkDocsConfig:
    """A configuration with a plugin of its own. MkDocs has one plugin of a name for all that it
    reads: what is read next, be it refused or another site's, would change what is served."""
    option = MkDocsConfig.plugins
    assert isinstance(option, Plugins)
    option.plugin_cache.pop(PLUGIN, None)
    try:
        return load_config(config_file=str(file), site_dir=str(site_dir))
    finally:
        option.plugin_cache.pop(PLUGIN, None)


def _require_only_ours(config: MkDocsConfig) -> None:
    if list(config.plugins) != [PLUGIN]:
        raise OthersError("it names other plugins")
    if config.hooks or config.extra_templates:
        raise OthersError("it names hooks or templates of its own")


def _with_parents(file: Path) -> Iterator[Path]:
    """A configuration, and those that it takes over from."""
    for _ in range(_MOST_PARENTS):
        yield file
        parent = parent_of(file)
        if parent is None:
            return
        file = parent


def serve_by_mkdocs(file: Path, address: str) -> int:
    """Serve a site as `mkdocs serve` does; the status to end with."""
    # Live reload is asked for by name: with some versions of click it is off by default.
    options = ["serve", "--livereload", "--config-file", str(file), "--dev-addr", address]
    try:
        return int(cli.main(options, standalone_mode=False) or 0)
    except RuntimeError as error:
        if isinstance(error.__cause__, KeyboardInterrupt):
            # Another stands for it where MkDocs is interrupted before it serves.
            return 0
        raise
