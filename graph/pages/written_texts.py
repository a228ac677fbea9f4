"""Which hand-written file is the text of which page, in every language of a site.

`name.nl.md` is the page `name` in Dutch. `name.md` is in English where the program brings it along,
and else in the first of the site's languages that has no file of its own. Where a page has no text
in a language, another stands in for it.
"""

import posixpath
import re
from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from typing import NamedTuple

from graph.records.text import FALLBACK
from graph.store.splices import Splice, spliced
from graph.words.language_codes import is_language

_MARKED = re.compile(r"(?P<name>.+)\.(?P<language>[a-z]{2,3}(?:-[A-Za-z0-9]+)*)\.md\Z")
_LINK = re.compile(r"(?<=\]\()[^()<>\s#:?]+(?:\.md|index\.html)(?=[#)\s?])")


class WrittenText(NamedTuple):
    """The text of a page in one language: its file, the page as `name.md`, the language of the
    page and that of the text."""

    file: str
    page: str
    language: str
    written_in: str

    @property
    def stands_in(self) -> bool:
        """Whether the text is in another language than its page."""
        return self.language != self.written_in


class WrittenTexts:
    """The hand-written texts of a site in the languages of these codes.

    `own` are the knowledge base's files, `brought` those that the program brings along, as paths.
    """

    def __init__(
        self, own: Collection[str], brought: Collection[str], codes: Sequence[str]
    ) -> None:
        self._codes = codes
        self._own = frozenset(own)
        self._pages: dict[str, dict[str, str]] = {}
        files = frozenset((*own, *brought))
        for file in sorted(files):
            page, language = _marked(file, files, codes)
            self._pages.setdefault(page, {})[language] = file

    def __iter__(self) -> Iterator[WrittenText]:
        for page, files in self._pages.items():
            texts = self._in_languages(files)
            first = next((each for each in self._codes if each in texts), FALLBACK)
            for code in self._codes:
                written_in = code if code in texts else first
                if written_in in texts:
                    yield WrittenText(texts[written_in], page, code, written_in)

    def _in_languages(self, files: Mapping[str, str]) -> dict[str, str]:
        """The files of a page by the languages that they are in."""
        texts = {
            code: file
            for code in self._codes
            if (file := files.get(code) or files.get(code.partition("-")[0]))
        }
        plain = files.get("")
        if plain is None:
            return texts
        if plain not in self._own:
            return {FALLBACK: plain, **texts}
        free = (each for each in self._codes if texts.get(each) not in self._own)
        written_in = next(free, None)
        return texts if written_in is None else {**texts, written_in: plain}

    def place(self, page: str, language: str) -> str:
        """Where a page stands in a language among the files of the site: `name.md` in the first."""
        return page if language == self._codes[0] else f"{page.removesuffix('.md')}.{language}.md"

    def within(self, markdown: str, text: WrittenText, made: Container[str]) -> str:
        """A text whose links stay within the language of its page.

        Those to hand-written pages name a file, with the language or without; those to pages that
        are `made` name their place on a site, as in `claims/index.html` or `nl/claims/index.html`.
        """
        return spliced(markdown, self.led(markdown, text, made))

    def led(self, markdown: str, text: WrittenText, made: Container[str]) -> Iterator[Splice]:
        """What becomes of the links in a text for that, one after another."""
        folder = text.page.rpartition("/")[0]
        for found in _LINK.finditer(markdown):
            target = posixpath.normpath(posixpath.join(folder, found[0]))
            code, _, below = target.partition("/")
            if target.endswith(".md"):
                page = self._page_at(target)
                target = self.place(page, text.language) if page else ""
            elif code in (text.written_in, text.written_in.partition("-")[0]) and below in made:
                target = self._made_at(below, text.language)
            else:
                target = self._made_at(target, text.language) if target in made else ""
            if target:
                yield Splice(*found.span(), posixpath.relpath(target, folder or "."))

    def _made_at(self, page: str, language: str) -> str:
        return page if language == self._codes[0] else f"{language}/{page}"

    def _page_at(self, file: str) -> str:
        """The name of the page that a link to a file leads to; empty for no page."""
        marked = _MARKED.match(file)
        names = (file, *((f"{marked['name']}.md",) if marked else ()))
        return next((each for each in names if each in self._pages), "")


def _marked(file: str, files: Collection[str], codes: Sequence[str]) -> tuple[str, str]:
    """The page of a file and the language in its name; that is empty where it has none."""
    marked = _MARKED.match(file)
    if marked is None:
        return file, ""
    page, language = f"{marked['name']}.md", marked["language"]
    of_page = page in files and is_language(language)
    return (page, language) if of_page or language in codes else (file, "")
