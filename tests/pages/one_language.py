"""A small knowledge base in one language, in whose interface every word has a mark.

So a word of the interface that has none is that of another language, or stands nowhere in the
file of this one.
"""

import json
import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from babel import Locale

from graph.base import KnowledgeBase
from graph.pages.views.citation import citation
from graph.records import Name, Source
from graph.records.source import SourceType
from graph.words.language import BUNDLED, language
from tests.small import lay_out

MARK = "¤"
_WORD = re.compile(rf"{MARK}?[^\W\d_]+")
_BLANK = re.compile(r"(\{[^{}]*\})")
_TEXTS = re.compile(r"\{en: (?P<en>[^{}]*?), nl: (?P<nl>[^{}]*?)\}")
_NO_WORDS = frozenset(("decimal", "locale"))
_FORMATS = frozenset(("json", "atom", "bibtex"))
_CUT = re.compile(r"\w+…|\w+(?:[-./]\w+)+|[A-Z]\d+(?: \w+ ·)?")
"""What is no word: the rest of one, and names of files and rules."""
_SILENT = frozenset(("script", "style", "code", "pre"))
_EMPTY = frozenset(("br", "hr", "img", "input", "link", "meta", "use", "path", "circle", "rect"))
_TOLD = frozenset(("alt", "aria-label", "data-said", "placeholder", "title"))
_THEME = "themes:\n  - id: money\n    title: {en: Money, nl: Geld}\n    roots: [paths-cost-much]\n"


def lay_out_in(root: Path, code: str) -> Path:
    """Write the knowledge base, with marked words of its own."""
    lay_out(root)
    folder = root / "claims/paths"
    (folder / "build-cycle-paths.nl.md").unlink()
    with (folder / "debate.yaml").open("a", encoding="utf-8") as debate:
        debate.write(f"languages: [{code}]\n{_THEME}")
    said = rf"{{{code}: \g<{'nl' if code == 'nl' else 'en'}>}}"
    for path in (root / "claims").rglob("*.*"):
        path.write_text(_TEXTS.sub(said, path.read_text("utf-8")), "utf-8")
    words = language(code if code in BUNDLED else BUNDLED[0]).texts
    (root / "languages").mkdir()
    (root / "languages" / f"{code}.yaml").write_text(json.dumps(_marked(words)), "utf-8")
    return root


def _marked(text: Any, key: str = "") -> Any:
    if isinstance(text, Mapping):
        return {name: _marked(each, name) for name, each in text.items()}
    if isinstance(text, list):
        return [_marked(each) for each in text]
    if key in _NO_WORDS:
        return text
    return "".join(
        part if part.startswith("{") else _WORD.sub(lambda word: f"{MARK}{word[0]}", part)
        for part in _BLANK.split(str(text))
    )


def words_of_records(kb: KnowledgeBase, code: str) -> frozenset[str]:
    """The words that pages may have without a mark: those of records, those that CLDR has for
    months and languages, and those of citations, which have languages of their own."""
    locale = Locale.parse(code, sep="-")
    said = [file.text for file in kb.tree.files]
    page = Source(id="page", type=SourceType.WEBPAGE, title="Page", author=(Name(literal="We"),))
    said += [citation(each, code).striptags() for each in (page, *kb.sources.values())]
    said += [*locale.months["format"]["wide"].values(), *locale.languages.values()]
    return _FORMATS | {word.lower() for text in said for word in _WORD.findall(text)}


class _Reading(HTMLParser):
    """What a page says, shown or read aloud, in the language of the page."""

    def __init__(self) -> None:
        super().__init__()
        self._within: list[tuple[str, bool]] = []
        self._data = ""
        self.said: list[str] = []
        self.data: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        # What says which language it is in says that it is in another, or might be.
        silent = (tag != "html" and "lang" in given) or (bool(self._within) and self._within[-1][1])
        if not silent:
            self.said += [each for name, each in attrs if name in _TOLD and each]
            if tag == "meta" and given.get("name") == "description":
                self.said.append(given["content"] or "")
        if tag == "script" and given.get("id") in ("words", "adding"):
            self._data = tag
        if tag not in _EMPTY:
            self._within.append((tag, silent or tag in _SILENT))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if any(each == tag for each, _ in self._within):
            while self._within.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self._data:
            self.data.append(data)
            self._data = ""
        elif not (self._within and self._within[-1][1]):
            self.said.append(data)


def foreign_words(page: str, known: frozenset[str]) -> list[str]:
    """What a page says, or has its scripts say, with words without a mark that are not known."""
    reading = _Reading()
    reading.feed(page)
    reading.close()
    told = [text for data in reading.data for text in _texts(json.loads(data))]

    def foreign(word: str) -> bool:
        return not word.startswith(MARK) and word.lower() not in known

    return [
        text
        for text in (*reading.said, *told)
        if any(map(foreign, _WORD.findall(_CUT.sub("", _BLANK.sub("", text)))))
    ]


def _texts(data: Any, key: str = "") -> Iterator[str]:
    """The words among the data of scripts: what is no id."""
    if isinstance(data, Mapping):
        for name, each in data.items():
            yield from _texts(each, name)
    elif isinstance(data, list):
        # Fields of forms are pairs of an id and its label.
        parts = data[1:] if len(data) == 2 and isinstance(data[0], str) else data
        for each in parts:
            yield from _texts(each, key)
    elif isinstance(data, str) and key not in (*_NO_WORDS, "languages", "mark", "wording"):
        yield data
