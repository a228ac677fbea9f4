"""The files of a site beside what is made from records, as they stand on it: those of the folder of
pages, and those that the program brings along."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from graph.base import KnowledgeBase
from graph.pages.addresses import Addresses, Obstacle
from graph.pages.bundled import SITE, bundled_files
from graph.pages.foreign_cases import without_foreign_cases
from graph.pages.proofs.generated import Generated
from graph.pages.proofs.published import address_of, hiding, is_page, published
from graph.pages.written_last import WrittenLast
from graph.pages.written_texts import WrittenText, WrittenTexts
from graph.store.regular_file import read_regular
from graph.store.site_configuration import SiteConfiguration
from graph.store.splices import as_read
from graph.store.surroundings import LARGEST_TEXT


@dataclass(frozen=True)
class Leaf:
    """A file as it stands on a site: where links find it, where it is read from, how findings name
    it, and the text of a page that it is; None for any other file. It is the knowledge base's
    `own`, or the program brings it along."""

    place: str
    file: Path
    path: str
    own: bool
    published: bool = True
    text: WrittenText | None = None


@dataclass(frozen=True)
class Crowd:
    """A file for which there is no room at an address, as findings name it, and what keeps it from
    there."""

    path: str
    address: str
    obstacle: Obstacle


class Shelf:
    """All files of a site beside what is made from records. `prefixes` are the folders of its
    languages, by their codes."""

    def __init__(
        self,
        kb: KnowledgeBase,
        prefixes: Mapping[str, str],
        configuration: SiteConfiguration,
        made: Generated,
    ) -> None:
        self._kb = kb.addressable
        self._root = kb.tree.root.absolute()
        self._configuration = configuration
        self.prefixes = prefixes
        """The folders of languages, by their codes; that of the first is empty."""
        self._made = made
        self._given = Addresses()
        self._leaves: dict[str, Leaf] = {}
        self._addresses: set[str] = set()
        self._last = WrittenLast(bool(configuration.site_url), configuration.searched)
        self._standing: dict[str, Leaf | None] = {}
        self.crowded: list[Crowd] = []
        """The files for which there is no room."""
        found = published(configuration)
        self.left_out = [
            tuple(self._path(configuration.pages / each, True) for each in pair)
            for pair in found.left_out
        ]
        """The files in whose place MkDocs publishes another, each with that."""
        brought = set(bundled_files()) - set(found.there)
        own = configuration.pages == SITE
        files = {place: (configuration.pages / place, True) for place in found.there}
        files.update((each, (SITE / each, own)) for each in sorted(brought))
        texts = [each for each in files if is_page(each) and each not in found.hidden]
        self.texts = WrittenTexts(
            [each for each in texts if files[each][1]],
            [each for each in texts if not files[each][1]],
            tuple(prefixes),
        )
        """Which text is that of which page."""
        for prefix in prefixes.values():
            self._given.take(f"{prefix}index.html", "")
        self._given.leave(self._last)
        for name in configuration.static_templates:
            assert configuration.templates is not None
            if self._has_room(name, self._path(configuration.templates / name, True)):
                self._standing[name] = None
        for text in self.texts:
            self._let_made_have(self._address(text))
            self._given.expect(self._address(text), self._path(*files[text.file]))
        # What the program brings along has its place first, so that a finding names what is own.
        for place, (file, is_own) in sorted(files.items(), key=lambda each: each[0] not in brought):
            if is_page(place) and place not in found.hidden:
                continue
            leaf = Leaf(place, file, self._path(file, is_own), is_own, place not in found.hidden)
            if is_page(place) or self._has_room(place, leaf.path):
                self._leaves[place] = leaf
                if not is_page(place):
                    self._standing[place] = leaf
        self._lay_out(files)

    def _lay_out(self, files: dict[str, tuple[Path, bool]]) -> None:
        """Put every text where its page stands, in each language."""
        hidden = hiding(self._configuration)
        directories = self._configuration.use_directory_urls
        for text in self.texts:
            file, own = files[text.file]
            path = self._path(file, own)
            if not self._has_room(self._address(text), path):
                continue
            place = self.texts.place(text.page, text.language)
            leaf = Leaf(place, file, path, own, not hidden(place), text)
            self._leaves[place] = self._standing[self._address(text)] = leaf
            self._addresses.add(_within(address_of(text.page, directories), directories))

    def __contains__(self, place: object) -> bool:
        """Whether a page stands at a place within its language, made or written."""
        return place in self._addresses or self._made.has_page(str(place))

    @property
    def pages(self) -> Iterator[Leaf]:
        """The pages that are written by hand, and published, in each language."""
        return (each for each in self._leaves.values() if each.text and each.published)

    @property
    def places(self) -> list[str]:
        """Where links find what is here."""
        return list(self._leaves)

    def leaf(self, place: str) -> Leaf | None:
        """The file that links find at a place; None for none."""
        return self._leaves.get(place)

    def has(self, place: str) -> bool:
        """Whether links find anything at a place, here or made from records."""
        return place in self._leaves or place in self._made

    def address(self, leaf: Leaf) -> str:
        """Where a file stands on the site."""
        return leaf.place if leaf.text is None else self._address(leaf.text)

    def at(self, address: str) -> Leaf | None:
        """The file that stands at an address; None for what is none of these."""
        return self._standing.get(address)

    def stands(self, address: str) -> bool:
        """Whether anything stands at an address of the site, or may once it is built."""
        last = self._last.at(address.partition("/")[0])
        return bool(last) or address in self._standing or address in self._made

    @property
    def addresses(self) -> list[str]:
        """Where all files stand that are here."""
        return list(self._standing)

    def meant(self, leaf: Leaf, path: str) -> str:
        """The address of what a path leads to from the file of a page; empty for nothing."""
        assert leaf.text is not None
        folder, language = posixpath.dirname(leaf.text.page), leaf.text.language
        file = posixpath.normpath(posixpath.join(folder, path))
        there = self._leaves.get(self.texts.place(file, language)) or self._leaves.get(file)
        if there is not None:
            return self.address(there)
        made = f"{self.prefixes[language]}{file}"
        return next((each for each in (made, file) if each in self._made), "")

    def source(self, leaf: Leaf) -> str | None:
        """The text of a page's file; None where it cannot be read, which others tell."""
        raw = read_regular(leaf.file, leaf.file.parent, LARGEST_TEXT)
        try:
            text = as_read(raw.decode("utf-8")) if isinstance(raw, bytes) else None
        except UnicodeDecodeError:
            return None
        if text is None or leaf.own:
            return text
        return without_foreign_cases(text, self._kb.claims)

    def _address(self, text: WrittenText) -> str:
        prefix = self.prefixes[text.language]
        return f"{prefix}{address_of(text.page, self._configuration.use_directory_urls)}"

    def _path(self, file: Path, own: bool) -> str:
        """How findings name a file: what the program brings along, by its place on a site."""
        if not own:
            return file.relative_to(SITE).as_posix()
        root = self._root
        return file.relative_to(root).as_posix() if file.is_relative_to(root) else file.name

    def _has_room(self, address: str, path: str) -> bool:
        self._let_made_have(address)
        obstacle = self._given.take(address, path)
        if obstacle is not None:
            self.crowded.append(Crowd(path, address, obstacle))
        return obstacle is None

    def _let_made_have(self, address: str) -> None:
        for made in self._made.along(address):
            if made.address not in self._given:
                self._given.take(*made)


def _within(address: str, directories: bool) -> str:
    """How links to a page within its language are told from others, of its address."""
    url = PurePosixPath(address)
    if directories and url.name == "index.html":
        folder = "" if str(url.parent) == "." else f"{quote(str(url.parent))}/"
        return f"{folder or './'}index.html"
    return f"{quote(address)}index.html"
