"""Which hand-written file is the text of which page, in every language of a site.

`name.nl.md` is the page `name` in Dutch. `name.md` is in English where the program brings it along,
and else in the first of the site's languages that has no file of its own. Where a page has no text
in a language, another stands in for it.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from graph.records.text import FALLBACK
from graph.words.language_codes import is_language

_MARKED = re.compile(r"(?P<name>.+)\.(?P<language>[a-z]{2,3}(?:-[A-Za-z0-9]+)*)\.md\Z")
_LINK = re.compile(r"(?<=\]\()(?P<way>[^()<>\s#:?]*/)?(?P<file>[^()<>\s#:?/]+\.md)(?=[#)\s])")

_MADE = re.compile(r"(?<=\]\()(?P<up>(?:\.\./)*)(?P<language>[a-z]{2,3})/(?=[^()\s]*\.html\b)")


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

    def within(self, markdown: str, folder: str, language: str) -> str:
        """A text whose links to hand-written pages stay within the language of its page, and whose
        links to others know where that of the site's first language is.

        `folder` is that of the page, empty or with a slash at its end.
        """

        def led(found: re.Match[str]) -> str:
            way = found["way"] or ""
            page = self._page_at(f"{folder}{way}", found["file"])
            return f"{way}{self.place(page, language)}" if page else found[0]

        def at_root(found: re.Match[str]) -> str:
            first = self._codes[0].partition("-")[0]
            return found["up"] if found["language"] == first else found[0]

        return _MADE.sub(at_root, _LINK.sub(led, markdown))

    def _page_at(self, folder: str, file: str) -> str:
        """The name of the page that a link to a file in a folder leads to; empty for no page."""
        parts: list[str] = []
        for each in folder.split("/"):
            if each == "..":
                parts = parts[:-1]
            elif each not in ("", "."):
                parts.append(each)
        above = "".join(f"{each}/" for each in parts)
        marked = _MARKED.match(file)
        names = (file, *((f"{marked['name']}.md",) if marked else ()))
        return next((each for each in names if f"{above}{each}" in self._pages), "")


def _marked(file: str, files: Collection[str], codes: Sequence[str]) -> tuple[str, str]:
    """The page of a file and the language in its name; that is empty where it has none."""
    marked = _MARKED.match(file)
    if marked is None:
        return file, ""
    page, language = f"{marked['name']}.md", marked["language"]
    of_page = page in files and is_language(language)
    return (page, language) if of_page or language in codes else (file, "")
