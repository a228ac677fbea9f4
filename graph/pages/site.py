"""Every page of the site: where it stands and how it is made.

Nothing here knows who writes the pages to disk, or when: a `SitePage` renders itself when
asked, so a large site never stands in memory as a whole.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from itertools import groupby
from typing import NamedTuple

from graph.argument.kept import claim_around, kept_now
from graph.base import KnowledgeBase
from graph.base.read_fingerprints import ReadFingerprints
from graph.base.reads import Read
from graph.exchange.answer_schemas import ANSWERS, answer_schema_text
from graph.exchange.format import Format
from graph.exchange.formats import FORMATS
from graph.exchange.frameworks import Frameworks
from graph.pages.edition import Edition, around_in_edition
from graph.pages.epub.book import books
from graph.pages.frame import Frame, Settings, SiteImage, SitePage
from graph.pages.kinds.add import add_files
from graph.pages.kinds.missing import missing_page
from graph.pages.kinds.registry import KINDS, footer, header
from graph.pages.llms_txt import LLMS, llms_txt
from graph.pages.reading.reliance import Reliances
from graph.pages.sharing.cards import FOLDER as SHARED
from graph.pages.views.shared_debates import SharedDebates
from graph.pages.written_last import SITEMAP
from graph.review.history import History
from graph.store.surroundings import CITATION

ADDRESSES = 50_000
"""As many as one file of a sitemap may have."""
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"


class Group(NamedTuple):
    """Files of the site that are listed together; `name` is where they stand, or what they are."""

    name: str
    files: Callable[[], Iterator[SitePage | SiteImage]]
    near: Callable[[str], Iterable[SitePage | SiteImage]] | None = None
    """Those that may stand at an address, given in lower case, or below it where it is that of a
    folder, with a slash at its end; where listing all takes long."""
    alike: str = ""
    """What groups have in common that follow each other and of whose files those in the same place
    have much in common: the same pages in several languages."""


class Run(NamedTuple):
    """Groups that follow each other in the list of a site’s files and have much in common: there,
    they take turns. `name` is what they have in common, or that of the one group."""

    name: str
    groups: tuple[Group, ...]

    def near(self, address: str) -> Iterator[SitePage | SiteImage] | None:
        """Those of its files that may stand at an address, given in lower case; None where they
        are only found by listing all."""
        ways = [each.near for each in self.groups if each.near is not None]
        if len(ways) < len(self.groups):
            return None
        return (file for near in ways for file in near(address))


class Site:
    """All pages of a knowledge base in all languages."""

    def __init__(
        self, kb: KnowledgeBase, settings: Settings, history: History | None = None
    ) -> None:
        self.kb = kb
        self.settings = settings
        self.frame = Frame(kb, settings, history, header(kb), footer(settings.written))
        self._frameworks = Frameworks(kb)

    @cached_property
    def editions(self) -> tuple[Edition, ...]:
        """The site in each of its languages."""
        shared, reliances = SharedDebates(self.kb), Reliances(self.kb)
        return tuple(
            Edition(self.frame, lang, shared, self._frameworks, reliances)
            for lang in self.frame.languages
        )

    def fingerprints(self, plain: KnowledgeBase) -> ReadFingerprints:
        """The fingerprints of what is noted as read while a page of this site is made; `plain` is
        the knowledge base that this site's follows."""
        others: dict[str, Callable[..., object]] = {
            "kept": partial(kept_now, plain),
            "edition": lambda code, *what: self.edition(code).read_now(*what),
            "history": self.frame.history_now,
            "template": self.frame.template_now,
        }
        return ReadFingerprints(plain, others, _around)

    def tidy(self) -> None:
        """Let go of the views of claims, and of what was made of them for many pages, where there
        are many by now: a large site does not stand in memory as a whole. To be called between
        two files, since on one page there is one view of a claim."""
        if any(each.reader.full for each in self.editions):
            self.forget()

    def forget(self) -> None:
        """Let go of all of these."""
        for each in self.editions:
            each.forget()
        self.frame.forget()

    def edition(self, code: str) -> Edition:
        """The site in the language of this code. Raises KeyError where it has none."""
        return {each.lang.code: each for each in self.editions}[code]

    def examples(self) -> Mapping[str, str]:
        """A page of every kind that has any, by the kind's name: its path within the language."""
        edition = self.editions[0]
        first = {kind.name: next(kind.pages(edition), None) for kind in KINDS}
        return {name: page.path for name, page in first.items() if page is not None}

    def pages(self) -> Iterator[SitePage]:
        """Every page but the hand-written ones, and the data files."""
        for group in self.groups():
            yield from (each for each in group.files() if isinstance(each, SitePage))

    def images(self) -> Iterator[SiteImage]:
        """The pictures that go with pages when they are shared."""
        for edition in self.editions:
            yield from self._pictures(edition)

    def groups(self) -> Iterator[Group]:
        """The files of the site in groups, each of which can be listed without the others."""
        for kind in KINDS:
            for edition in self.editions:
                near = None if kind.near is None else partial(_near, kind.near, edition)
                name = f"{edition.lang.prefix}{kind.name}"
                yield Group(name, partial(kind.pages, edition), near, kind.name)
        yield Group("add", partial(add_files, self.kb))
        for form in FORMATS:
            yield _below(form.path, Group(form.path, partial(self._exported, form)))
        yield Group("schema", _answer_schemas)
        yield Group("404.html", self._fixed)
        for edition in self.editions:
            folder = f"{edition.lang.prefix}{SHARED}"
            yield _below(folder, Group(folder, partial(self._pictures, edition)))
            yield Group(f"{edition.lang.prefix}epub", partial(books, edition))

    def runs(self) -> Iterator[Run]:
        """The same groups in runs, as their files are listed."""
        for name, groups in groupby(self.groups(), lambda each: each.alike or each.name):
            yield Run(name, tuple(groups))

    def _exported(self, form: Format) -> Iterator[SitePage]:
        for path, text in form.files(self.kb, self.frame.interface.codes):
            yield SitePage(path, text)

    def _fixed(self) -> Iterator[SitePage]:
        yield SitePage("404.html", lambda: missing_page(self.editions[0]))
        yield SitePage("robots.txt", self._robots)
        yield SitePage(LLMS, lambda: llms_txt(self.editions[0]))
        if citation := self.settings.citation:
            yield SitePage(CITATION, lambda: citation)

    def _pictures(self, edition: Edition) -> Iterator[SiteImage]:
        for picture in edition.sharing.pictures:
            draw = partial(picture.png, self.settings.cache)
            yield SiteImage(picture.path, draw, picture.record)
        for claim, path in edition.sharing.claim_pictures():
            record = edition.kb.paths["claim", claim]
            yield SiteImage(path, partial(_drawn, edition, claim), record)

    def sitemaps(self, paths: Mapping[str, frozenset[str]]) -> Mapping[str, str]:
        """The sitemap of the pages, by path within the language and the languages it is in: the
        files of it and their texts. With more addresses than one file may have it is an index of
        several (https://www.sitemaps.org/protocol.html)."""
        rows: list[str] = []
        for path in sorted(paths):
            codes = [(code, code) for code in sorted(paths[path])]
            first = self.frame.interface.codes[0]
            codes = [*codes, ("x-default", first)] if first in paths[path] else codes
            codes = codes if len(paths[path]) > 1 else []
            alternates = "".join(
                f'<xhtml:link rel="alternate" hreflang="{name}" '
                f'href="{self._absolute(code, path)}"/>'
                for name, code in codes
            )
            rows.extend(
                f"<url><loc>{self._absolute(code, path)}</loc>{alternates}</url>\n"
                for code in sorted(paths[path])
            )
        if len(rows) <= ADDRESSES:
            return {SITEMAP: _urls(rows)}
        starts = range(0, len(rows), ADDRESSES)
        parts = {
            f"sitemap-{number}.xml": _urls(rows[start : start + ADDRESSES])
            for number, start in enumerate(starts, 1)
        }
        site = self.settings.site_url
        entries = "".join(f"<sitemap><loc>{site}{part}</loc></sitemap>\n" for part in parts)
        index = f'{_XML}<sitemapindex xmlns="{_SITEMAPS}">\n{entries}</sitemapindex>\n'
        return {SITEMAP: index, **parts}

    def _absolute(self, code: str, path: str) -> str:
        return f"{self.settings.site_url}{self.frame.interface.language(code).prefix}{path}"

    def _robots(self) -> str:
        where = f"Sitemap: {self.settings.site_url}sitemap.xml\n" if self.settings.site_url else ""
        return f"User-agent: *\nAllow: /\n{where}"


def _around(read: Read) -> str | None:
    return claim_around(read) if read[0] != "edition" else around_in_edition(read)


def _near(
    near: Callable[[Edition, str], Iterable[SitePage]], edition: Edition, address: str
) -> Iterable[SitePage]:
    prefix = edition.lang.prefix.casefold()
    return near(edition, address.removeprefix(prefix)) if address.startswith(prefix) else ()


def _below(path: str, group: Group) -> Group:
    """A group all files of which have addresses that begin alike."""
    start = path.casefold()
    return group._replace(near=lambda address: group.files() if address.startswith(start) else ())


def _urls(rows: Sequence[str]) -> str:
    """The file of a sitemap that has these rows."""
    xhtml = "http://www.w3.org/1999/xhtml"
    begin = f'{_XML}<urlset xmlns="{_SITEMAPS}" xmlns:xhtml="{xhtml}">\n'
    return f"{begin}{''.join(rows)}</urlset>\n"


def _answer_schemas() -> Iterator[SitePage]:
    for command in ANSWERS:
        yield SitePage(f"schema/answers/{command}.json", partial(answer_schema_text, command))


def _drawn(edition: Edition, claim: str) -> bytes:
    return edition.sharing.drawn(edition.reader.claim(claim)).png()
