"""The MkDocs adapter: gives MkDocs the pages that are made from records.

Works unchanged under properdocs, the maintained continuation of MkDocs, which offers the
same names.
"""

import logging
import os
import time
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from functools import partial
from html import unescape
from pathlib import Path, PurePath
from typing import Any, Literal

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError, MkDocsException, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from graph.base import KnowledgeBase
from graph.base.followed import Followed
from graph.check import Finding, Severity, check
from graph.errors import AnswerError, BetoogError
from graph.pages.batches import batches
from graph.pages.bounded import do_within
from graph.pages.build_date import build_date_unfit
from graph.pages.bundled import SITE, TEMPLATES, bundled_files
from graph.pages.checked import CHECKED, told
from graph.pages.compiled_templates import CompiledHere
from graph.pages.crew_names import misnamed
from graph.pages.crews import crew
from graph.pages.delivery import deliver
from graph.pages.directions import with_directions
from graph.pages.edition import Edition
from graph.pages.foreign_cases import without_foreign_cases
from graph.pages.former_site import FORMER
from graph.pages.frame import GLOBALS, Settings
from graph.pages.kinds.written import WrittenContext, shared_by_written, with_parts
from graph.pages.leading_nowhere import LeadingNowhere
from graph.pages.listed import Listed, Place
from graph.pages.making import Making
from graph.pages.making_together import made_together
from graph.pages.proofs.heads import template_unfit
from graph.pages.proofs.page_reading import SECONDS, lasting
from graph.pages.proofs.proofreading import of_records
from graph.pages.rebuilding import Rebuilding
from graph.pages.scripts import without_comments
from graph.pages.search_index import make_search_index
from graph.pages.served import telling, with_findings, with_reloading
from graph.pages.sharing.kept_pictures import usual_folder
from graph.pages.site import Site
from graph.pages.site_folder import held, mark, obstacle
from graph.pages.template import names
from graph.pages.watched import observer
from graph.pages.workshop import Workshop
from graph.pages.written_last import WrittenLast
from graph.pages.written_texts import WrittenText, WrittenTexts
from graph.plugin_options import BetoogConfig
from graph.review.history import History, read_history
from graph.store import Tree
from graph.store.citation_file import citation_text, cited_whole
from graph.store.collecting import collecting_rarely
from graph.store.configuration_faults import FLAT, address_unfit
from graph.store.surroundings import surroundings
from graph.store.written_pages import head_unfit
from graph.text.visible import visible
from graph.words.interface import Interface, brought_along, read_interface
from graph.words.language import Language

log = logging.getLogger(f"mkdocs.plugins.{__name__}")


def _edit_uri(config: MkDocsConfig) -> str:
    """Where files are edited, as far as a person has written it down; MkDocs gets to know nothing
    of it, since its pages have no links of that kind.

    For sites that it knows MkDocs fills in a branch and a folder of its own, and without a
    repository it takes an address that begins at one for a mistake.
    """
    written = any(each.get("edit_uri") for each in config.user_configs)
    said, config.edit_uri = config.edit_uri or "", None
    return said if written else ""


_COSTLY = 0.25
"""The seconds from which on what a text comes to is kept for where it stands again."""


class RenderedFile(File):
    """A file of the site that is made and written with all others of its kind. MkDocs only knows
    where it stands, so that links to it are looked after."""

    def __init__(self, path: str, config: MkDocsConfig) -> None:
        super().__init__(
            path,
            src_dir=None,
            dest_dir=config.site_dir,
            use_directory_urls=config.use_directory_urls,
            inclusion=InclusionLevel.NOT_IN_NAV,
        )

    def copy_file(self, dirty: bool = False) -> None:
        """There is nothing to copy."""


class SiteFiles(Files):
    """The files of a site. Those that are made from records are found where a link leads to them,
    and are not gone through: of a large site there are very many."""

    def __init__(self, files: Files, made: Container[str], config: MkDocsConfig) -> None:
        super().__init__(files)
        self._made = made
        self._config = config

    def get_file_from_path(self, path: str) -> File | None:
        """The file at a path below the site's folder of texts; None for none."""
        found = super().get_file_from_path(path)
        place = PurePath(path).as_posix()
        if found is None and place in self._made:
            found = RenderedFile(place, self._config)
            self.append(found)
        return found


class WrittenPage(Page):
    """A page that is written by hand. One that cannot be made keeps no other from its readers:
    what `unmade` says of an error stands in its place. In `costly` is what was made, or why nothing
    was, of texts that take long: a text can stand in several languages."""

    def __init__(
        self,
        file: File,
        config: MkDocsConfig,
        unmade: Callable[[Exception], str],
        costly: dict[str, Exception | dict[str, Any]],
    ) -> None:
        super().__init__(None, file, config)
        self._unmade = unmade
        self._costly = costly

    def read_source(self, config: MkDocsConfig) -> None:
        """Read it, with what it says of itself; a template that it asks for must be the site's."""
        try:
            if why := head_unfit(self.file.content_string):
                raise ValueError(why)
            do_within(SECONDS, partial(super().read_source, config))
            own = config.theme.custom_dir
            if why := template_unfit(self.meta, None if own is None else Path(own)):
                raise ValueError(why)
        except Exception as error:
            self.markdown, self.meta = self._unmade(error), {}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Make HTML of it, unless that takes too long."""
        try:
            self._render(config, files)
        except Exception as error:
            self.markdown, self.meta = self._unmade(error), {}
            super().render(config, files)

    def _render(self, config: MkDocsConfig, files: Files) -> None:
        text = self.markdown or ""
        if isinstance(known := self._costly.get(text), Exception):
            raise known
        if known is not None:
            vars(self).update(known)
            return
        watch, before = LeadingNowhere(), dict(vars(self))
        with_watch = copy(config)
        with_watch["markdown_extensions"] = [*config.markdown_extensions, watch]
        began = time.process_time()
        try:
            do_within(SECONDS, partial(super().render, with_watch, files))
        except TimeoutError as error:
            self._costly[text] = error
            raise
        # An extension that somebody else made may ask where the page stands.
        alike = watch.found and lasting({str(each): {} for each in config.markdown_extensions})
        if alike and time.process_time() - began > _COSTLY:
            made = {name: value for name, value in vars(self).items() if before.get(name) != value}
            self._costly[text] = made


def _unmade(making: Making, words: Language, address: str, path: str, error: Exception) -> str:
    """What stands on a hand-written page that cannot be made, as Markdown."""
    where, line, why = making.failed(address, error, path)
    said = f"{where}:{line}: B101 {why}".replace("`", "'")
    return f"# {words.t('unmade.title')}\n\n{words.t('unmade.text')}\n\n`{said}`\n"


@dataclass(frozen=True)
class _There:
    """Where pages stand within their languages: those that are made, and those of the texts."""

    made: Container[str]
    written: frozenset[str]

    def __contains__(self, place: object) -> bool:
        return place in self.written or place in self.made


class BetoogPlugin(BasePlugin[BetoogConfig]):  # type: ignore[no-untyped-call]
    """Reads the records before a build, adds their pages to it, indexes the site after it."""

    site: Site
    root: Path
    interface: Interface = brought_along(())
    texts: WrittenTexts
    edit_uri = ""
    making: Making | None = None
    rebuilding: Rebuilding | None = None
    serving = False
    former: Tree | None = None
    """While a site is served: the records as they last could be read."""
    _listed: list[tuple[Place, str]]
    page_class: type[WrittenPage] = WrittenPage
    """What a hand-written page is made as."""
    wrong: tuple[str, ...] = ()
    """What was found wrong by the last build."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Know whether this is a server: it has one plugin for all that it builds."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Our own sitemap and page for missing addresses replace MkDocs's.

        Templates of the knowledge base come first, those of the program after them.
        """
        self.root = Path(config.config_file_path).parent / self.config.root
        self.making, self.wrong = None, ()
        if unfit_date := build_date_unfit():
            raise PluginError(unfit_date)
        self.edit_uri = _edit_uri(config)
        kept = (Path(config.docs_dir), *(Path(each) for each in config.theme.dirs))
        if (why := obstacle(Path(config.site_dir), self.root, kept)) is not None:
            raise PluginError(f"{config.site_dir} is no folder for a site: {why}")
        self.require_sound(config)
        if config.site_url and (why := address_unfit(config.site_url)):
            raise PluginError(f"site_url: {visible(config.site_url)[:80]}: {why}")
        if unfit := tuple(self.config.unfit()):
            raise PluginError(unfit[0])
        if not config.use_directory_urls:
            raise PluginError(FLAT)
        if self._crew and (fault := misnamed(self._crew)):
            raise PluginError(f"executor: {fault}")
        # The policy of pages refuses styles that stand on them, which columns would be aligned by.
        tables = config.mdx_configs.setdefault("tables", {})
        tables.setdefault("use_align_attribute", True)
        config.theme.static_templates -= {"sitemap.xml", "404.html"}
        if str(TEMPLATES) not in config.theme.dirs:
            # Those of a theme that MkDocs has, and MkDocs's own, have other pages in mind.
            config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(TEMPLATES))
        return config

    def require_sound(self, config: MkDocsConfig) -> None:
        """Raise a `PluginError` where beside the records there is what must not be read."""
        named = (Path(config.docs_dir), Path(config.theme.custom_dir or config.docs_dir))
        own = (*(each for each in named if each != TEMPLATES), self.root / "languages")
        if unfit := surroundings(self.root, dict.fromkeys(own)):
            told = "\n".join(f"{each.path}: {each.detail}" for each in unfit)
            raise PluginError(f"a site must not be made of what is there:\n{told}")

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """All in this folder is replaced from now on."""
        mark(Path(config.site_dir))

    @collecting_rarely()
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add a file for every page that is made from records."""
        try:
            kb = KnowledgeBase.load(self.root)
        except BetoogError as error:
            raise PluginError(str(error)) from error
        self._report(kb)
        if self.serving:
            self.former = kb.tree.with_former(self.former) if self.former else kb.tree
            kb = KnowledgeBase(self.former)
        kb = kb.addressable
        self.begin(kb, self.history(kb), files, config)
        self.making = making = Making(self.site)
        self.rebuilding = Rebuilding.begun(self.site, kb, Path(config.site_dir))
        self.note(self._list(making))
        made = frozenset(f"{path}index.html" for path in self._paths)
        self.lay_out(making, files, config, made)
        return SiteFiles(files, frozenset(file for _, file in self._listed), config)

    def begin(
        self, kb: KnowledgeBase, history: History, files: Files, config: MkDocsConfig
    ) -> None:
        """Read all that a site is made of beside the records, and begin one; files that the
        program brings along go to the others. Of the pages themselves none is made yet."""
        self.interface = read_interface(
            self.root, kb.languages, config.site_name, self.config.languages
        )
        for note in self.interface.notes:
            log.info(note)
        self._bring_along(kb, files, config)
        # MkDocs copies what it does not take for a template: its sitemap, the feed of changes.
        for file in list(files):
            if file.src_dir in config.theme.dirs:
                files.remove(file)
        self.texts = texts = self._written(files, config)
        self.site = Site(
            Followed(kb) if FORMER in os.environ else kb,
            Settings(
                templates=tuple(Path(each) for each in config.theme.dirs),
                site_url=config.site_url or "",
                repo_url=config.repo_url or "",
                edit_uri=self.edit_uri,
                host=self.config.host or "",
                interface=self.interface,
                cache=usual_folder(),
                claim_pictures=self.config.claim_pictures,
                citation=self._citation(),
                written=frozenset(each.page.removesuffix(".md") + "/" for each in texts),
            ),
            history,
        )
        self._paths: dict[str, set[str]] = {}
        self._unlisted: set[str] = set()
        self._listed = []

    def _list(self, making: Making) -> Iterator[Listed]:
        cold = ((place, file.as_listed) for place, file in making.numbered())
        again = self.rebuilding
        for place, page in cold if again is None else again.listed(making):
            self._listed.append((place, page.file))
            yield page

    def note(self, pages: Iterable[Listed]) -> None:
        """Remember of pages where they stand, for the sitemap and for links to them."""
        for page in pages:
            if page.language:
                self._paths.setdefault(page.path, set()).add(page.language)
                if not page.listed:
                    self._unlisted.add(page.path)

    def lay_out(
        self, making: Making, files: Files, config: MkDocsConfig, made: Container[str]
    ) -> None:
        """Put every file of the site's folder where it stands, as far as there is room beside the
        pages; `made` holds where these stand within their languages."""
        making.leave(WrittenLast(bool(config.site_url), self.config.search))
        for name in sorted(config.theme.static_templates):
            if not making.has_room(name, self._path_of_template(name, config)):
                config.theme.static_templates.remove(name)
        there = {file.src_uri: file for file in files.documentation_pages()}
        for text in self.texts:
            making.expect(self._address(text, config)[0], self._path_of(there[text.file]))
        others = [each for each in files if not each.is_documentation_page()]
        # What the program brings along has its place first, so that a finding names what is own.
        for file in sorted(others, key=lambda each: each.src_dir != str(SITE)):
            if not making.has_room(file.dest_uri, self._path_of(file)):
                files.remove(file)
        self._lay_out_texts(making, files, config)
        self._there = _There(made, frozenset(f"{path}index.html" for path in self._texts_at))

    def _bring_along(self, kb: KnowledgeBase, files: Files, config: MkDocsConfig) -> None:
        """Add the program's general pages, styles and scripts, where the site has no own ones;
        the pages without what is about claims that are not here."""
        for path in bundled_files():
            file = files.get_file_from_path(path)
            if file is None:
                file = File(path, str(SITE), config.site_dir, config.use_directory_urls)
                files.append(file)
                if path.endswith(".md"):
                    file.content_string = without_foreign_cases(file.content_string, kb.claims)
            if path.endswith(".js") and file.abs_src_path == str(SITE / path):
                file.content_string = without_comments(file.content_string)

    def _citation(self) -> str:
        text = citation_text(self.root)
        # That it is unusable is a finding, and no reason not to build.
        return text if cited_whole(text) is not None else ""

    def history(self, kb: KnowledgeBase) -> History:
        """What the last commits changed, as far as the site is to tell."""
        if self.config.history < 1:
            return History()
        history = read_history(self.root, self.config.history, kb)
        if history.obstacle is not None:
            log.info(f"No changes are shown: {history.detail}")
        return history

    def _report(self, kb: KnowledgeBase) -> None:
        checked = os.environ.get(CHECKED)
        if not self.config.check or (checked and checked == told(kb.tree)):
            return
        # Where links on pages lead, MkDocs says itself.
        for finding in of_records(check(kb)):
            if finding.severity is Severity.ERROR:
                self._warn(finding)
            elif finding.severity is Severity.WARNING:
                log.info(_words(finding))

    def _warn(self, finding: Finding) -> None:
        self.wrong += (_words(finding),)
        log.warning(_words(finding))

    def _written(self, files: Files, config: MkDocsConfig) -> WrittenTexts:
        """The hand-written texts, and those that the program brings along."""
        there = {file.src_uri: file for file in files.documentation_pages()}
        brought = [
            path
            for path, file in there.items()
            if file.src_dir == str(SITE) and Path(config.docs_dir) != SITE
        ]
        return WrittenTexts(there.keys() - set(brought), brought, self.interface.codes)

    def _lay_out_texts(self, making: Making, files: Files, config: MkDocsConfig) -> None:
        """Put every hand-written text where its page stands, in each language of the site."""
        there = {file.src_uri: file for file in files.documentation_pages()}
        texts = self.texts
        for file in there.values():
            files.remove(file)
        self._costly: dict[str, Exception | dict[str, Any]] = {}
        self._text_at: dict[str, WrittenText] = {}
        self._texts_at: dict[str, set[str]] = {}
        for text in texts:
            place, file = texts.place(text.page, text.language), there[text.file]
            address, plain = self._address(text, config)
            language, path = self.interface.language(text.language), self._path_of(file)
            if not making.has_room(address, path):
                continue
            if (text.stands_in or place != text.file) and file.src_dir == config.docs_dir:
                file = File.generated(config, place, abs_src_path=str(file.abs_src_path))
            elif text.stands_in or place != text.file:
                file = File.generated(config, place, content=file.content_string)
            file.dest_uri, file.url = address, f"{language.prefix}{plain}"
            files.append(file)
            unmade = partial(_unmade, making, language, address, path)
            self.page_class(file, config, unmade, self._costly)
            self._text_at[place] = text
            self._texts_at.setdefault(plain, set()).add(text.language)

    def _address(self, text: WrittenText, config: MkDocsConfig) -> tuple[str, str]:
        """Where a text stands as a page, and what leads there within its language."""
        plain = File(text.page, config.docs_dir, config.site_dir, config.use_directory_urls)
        return f"{self.interface.language(text.language).prefix}{plain.dest_uri}", plain.url

    def _path_of(self, file: File) -> str:
        """Where a file of the site's folder is kept, as findings name it."""
        return self._path_at(Path(file.abs_src_path or file.src_uri), file.src_uri)

    def _path_of_template(self, name: str, config: MkDocsConfig) -> str:
        """Where a template that is filled in as it stands is kept, as findings name it."""
        return self._path_at(Path(config.theme.custom_dir or "", name).absolute(), name)

    def _path_at(self, place: Path, otherwise: str) -> str:
        """The path of a place from the root; `otherwise` for what is not below it."""
        root = self.root.absolute()
        return place.relative_to(root).as_posix() if place.is_relative_to(root) else otherwise

    def place(self, file: File) -> tuple[Edition, str]:
        """The edition that a hand-written page is in, and its path within that."""
        edition = self.site.edition(self._text_at[file.src_uri].language)
        return edition, file.url.removeprefix(edition.lang.prefix)

    @property
    def _crew(self) -> str:
        return os.environ.get("BETOOG_EXECUTOR") or self.config.executor

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Write all pages that are made from records: MkDocs has gathered everything and writes
        its own from here on. What is filled in on those is text there too, unless it is marked
        safe."""
        if self._listed:
            self._write(config)
        env.autoescape = True
        env.bytecode_cache = CompiledHere(env)
        env.globals.update(GLOBALS)
        return env

    @collecting_rarely()
    def _write(self, config: MkDocsConfig) -> None:
        assert self.making is not None
        try:
            rebuilding = self.rebuilding
            left = self._listed if rebuilding is None else list(rebuilding.left(self._listed))
            who = crew(self._crew, len(left), self.serving)
            shop = Workshop.of(self.making)
            taken = self.making.taken(made_together(who, shop, batches(left), log.info))
            made = taken if rebuilding is None else rebuilding.noted(taken)
            deliver(made, Path(config.site_dir))
        except AnswerError as error:
            raise PluginError(str(error)) from error

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Keep links between hand-written pages within the language of the page."""
        return self.texts.within(markdown, self._text_at[page.file.src_uri], self._there)

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put the parts that the program makes on a hand-written page."""
        return with_parts(*self.place(page.file), html)

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Any
    ) -> TemplateContext:
        """Give a hand-written page the same frame as the others."""
        edition, path = self.place(page.file)
        lang, code = edition.lang, edition.lang.code
        # Of a hand-written page, its own text alone is markup.
        page.content = Markup(page.content or "")
        title = str(page.title or lang.t("site.name"))
        if "title" not in page.meta:
            # As MkDocs takes it from a heading, it is markup without elements.
            title = unescape(title)
        written_in = self._text_at[page.file.src_uri].written_in
        notice = lang.t("site.untranslated", language=lang.language_name(written_in))
        shared = shared_by_written(edition, path, title)
        own = WrittenContext(page, written_in, "" if written_in == code else notice)
        # MkDocs's type for a context lists its own names only; templates take more.
        context.update({**names(shared), **names(own)})  # type: ignore[typeddict-item]
        return context

    def on_build_error(self, *, error: Exception) -> None:
        """Tell what broke a build off as a finding, where it is no fault that MkDocs tells of.

        Raises:
            PluginError: so that the build ends without a trace of the program.
        """
        if isinstance(error, OSError):
            place = f": {visible(str(error.filename))}" if error.filename else ""
            why = f"the site could not be written{place}: {error.strerror or error}"
            self.wrong += (why,)
            raise PluginError(why) from error
        if isinstance(error, BuildError):
            self.wrong += (str(error),)
        # Warnings in a strict build end it with another exception of MkDocs's own.
        if isinstance(error, MkDocsException) or self.making is None:
            return
        self.making.failed("the site", error)
        self._report_unmade()
        raise PluginError("the site could not be made to its end") from error

    def _report_unmade(self) -> None:
        if self.making is None:
            return
        for finding in self.making.findings:
            self._warn(finding)
        if os.environ.get("BETOOG_TRACEBACK"):
            for trace in self.making.traces:
                log.warning(f"It broke here.\n{trace}")

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Let every text of a written page run in the direction of its language."""
        return with_directions(output)

    @collecting_rarely()
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the sitemap and make the search index; tell what could not be made."""
        self._report_unmade()
        self.site.forget()
        if config.site_url:
            for file, text in self.sitemaps().items():
                target = Path(config.site_dir, file)
                target.write_text(text, encoding="utf-8", newline="\n")
        if self.config.search:
            try:
                if self.rebuilding is None:
                    make_search_index(Path(config.site_dir))
                else:
                    self.rebuilding.search_index()
            except BetoogError as error:
                raise PluginError(f"the search index could not be made: {error}") from error
        if self.rebuilding is not None:
            self.rebuilding.keep(self.site)

    def sitemaps(self) -> Mapping[str, str]:
        """The files of the sitemap: of the pages that were noted and those that are written by
        hand."""
        paths = {path: set(codes) for path, codes in self._paths.items()}
        for path, codes in self._texts_at.items():
            paths.setdefault(path, set()).update(codes)
        listed = paths.keys() - self._unlisted
        return self.site.sitemaps({path: frozenset(paths[path]) for path in listed})

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any
    ) -> LiveReloadServer:
        """Build again when a record or a template changes, and say on pages what is wrong there."""
        _follow_no_links(server)
        if not (records := self.root / "claims").is_symlink():
            server.watch(str(records))
        if (words := self.root / "languages").is_dir():
            server.watch(str(words))
        for folder in config.theme.dirs:
            server.watch(folder)
        server.builder = self._kept_where_broken(builder, Path(config.site_dir))
        page = f"{server.mount_path}404.html"
        server.set_app(telling(server.serve_request, page, self._with_findings))
        return server

    def _with_findings(self, page: bytes) -> bytes:
        return with_findings(with_reloading(page), self.wrong, self.interface)

    def _kept_where_broken(self, build: Callable[[], None], site: Path) -> Callable[[], None]:
        """A build that leaves the last site, and says why, where it breaks off."""

        def again() -> None:
            self.wrong = ()
            try:
                with held(site):
                    build()
            except Exception as error:
                if not self.wrong:
                    self.wrong = (str(error),)
                log.error(f"The site is shown as it was: {error}")

        return again


def _follow_no_links(server: LiveReloadServer) -> None:
    """Let a server that is still to begin watch what it was told to, and no folder twice."""
    watched = list(server._watched_paths)
    for path in watched:
        server.unwatch(path)
    # MkDocs names the class it makes; all that it asks of it, every observer can.
    server.observer = observer()  # type: ignore[assignment]
    for path in watched:
        server.watch(path)


def _words(finding: Finding) -> str:
    return f"{finding.path}:{finding.line}: {finding.code} {finding.message}"
