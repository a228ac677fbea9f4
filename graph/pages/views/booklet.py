"""A debate as a booklet: one text to be read from front to back, on paper or as an e-book.

Its claims and its sources are numbered, and name each other by their numbers.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from markupsafe import Markup

from graph.argument.reading_order import reading_order
from graph.base.reads import remembered
from graph.pages.views.citation import citation
from graph.pages.views.debates import DebateView
from graph.pages.views.link import WIDEST, widest
from graph.pages.views.reader import ClaimView, LinkView, Reader
from graph.pages.views.themes import ThemeView
from graph.records import LocalizedText, Source
from graph.words.sentence import Piece

RELATIONS = (
    ("specifies", "claim.part_of"),
    ("specified_by", "claim.parts"),
    ("raised_by", "claim.question_from"),
    ("raises", "claim.questions_raised"),
    ("answered_by", "claim.question_answers"),
    ("answers", "word.answers"),
)
"""How claims are tied without strength, each with the name of its words."""


class Shown(NamedTuple):
    """Links of a claim as far as a booklet lists them, and how many more there are."""

    links: tuple[LinkView, ...]
    more: int


@dataclass(frozen=True)
class Entry:
    """A claim of a booklet, and its number there."""

    number: int
    claim: ClaimView

    @property
    def bearing(self) -> Shown:
        """What bears on it: reasons, conditions and objections, the strongest of each first."""
        return _shown(self.claim.arguments)

    @property
    def uses(self) -> Shown:
        """The steps in which it is a premise, one for each type and each thing that it bears on."""
        found = {(each.type, each.link.target): each for each in reversed(self.claim.used_in)}
        return _shown(tuple(reversed(found.values())))

    @property
    def explained(self) -> tuple[Piece, ...]:
        """Why it stands where it stands: a sentence that goes on from the word for its standing,
        and does not say that again."""
        (first, *rest), word = self.claim.explained[0], self.claim.standing_word
        if first.text.startswith(word):
            return (replace(first, text=first.text.removeprefix(word)), *rest)
        return (Piece(". "), first, *rest)

    @property
    def relations(self) -> Iterator[tuple[str, tuple[ClaimView, ...], int]]:
        """The claims that it is tied to without strength, with the name of the words for it and
        how many more there are."""
        for relation, words in RELATIONS:
            if related := self.claim.related(relation):
                yield words, related[:WIDEST], max(0, len(related) - WIDEST)


def _shown(links: tuple[LinkView, ...]) -> Shown:
    listed = widest(links)
    return Shown(listed, len(links) - len(listed))


@dataclass(frozen=True)
class Chapter:
    """A part of a booklet.

    `kind` is front, key, lines, claims or sources. `name` is that of its place; of the chapters
    of claims, some have a `theme`. Its `heading` is its title, marked with its language where that
    is not the reader's.
    """

    kind: str
    name: str
    title: str
    heading: Markup
    entries: tuple[Entry, ...] = ()
    theme: ThemeView | None = None


class Place(NamedTuple):
    """Where something stands in a booklet: in which chapter and under which name there, and how
    its number is written."""

    chapter: str
    name: str
    shown: str


class CitedSource(NamedTuple):
    """A source of a booklet, and its number there."""

    number: int
    source: Source
    citation: Markup
    """It as an entry of a bibliography."""


class Booklet:
    """A debate in chapters, its claims in an order of reading."""

    def __init__(self, reader: Reader, view: DebateView) -> None:
        self.reader = reader
        self.view = view
        self._order = order = reading_order(reader.kb, view.debate.id)
        self.left_out = order.left_out
        numbered = enumerate(map(reader.claim, order.claims), 1)
        self._entries = {claim.id: Entry(number, claim) for number, claim in numbered}

    @remembered
    def chapters(self) -> tuple[Chapter, ...]:
        """Its chapters, in order; each has something to say."""
        order, debate = self._order, self.view.debate
        found = [
            self._chapter("front", "front", debate.title),
            self._chapter("key", "key", "booklet.key.title"),
        ]
        if theses := self._some(order.theses):
            found.append(self._chapter("lines", "thesis", "debate.theses", theses))
        for number, view in enumerate(self.view.themes, 1):
            if claims := self._some(order.themes[view.theme.id]):
                name = f"theme-{number}"
                found.append(self._chapter("claims", name, view.theme.title, claims, view))
        if others := self._some(order.others):
            found.append(self._chapter("claims", "others", "booklet.others", others))
        if self.sources:
            found.append(self._chapter("sources", "sources", "site.sources"))
        return tuple(found)

    def _chapter(
        self,
        kind: str,
        name: str,
        title: LocalizedText | str,
        entries: tuple[Entry, ...] = (),
        theme: ThemeView | None = None,
    ) -> Chapter:
        """A chapter with a title of a record, or with words of this name as its title."""
        if isinstance(title, str):
            words = self.reader.language.t(title)
            return Chapter(kind, name, words, Markup.escape(words), entries, theme)
        text = self.reader.wording(title).text
        return Chapter(kind, name, text, self.reader.say(title), entries, theme)

    @staticmethod
    def doubts(view: LinkView) -> Shown:
        """The doubts about a step."""
        return _shown(view.undercuts)

    @remembered
    def sources(self) -> tuple[CitedSource, ...]:
        """The texts under analysis and all that its claims are read from, as they come."""
        cited = (each.source for entry in self._entries.values() for each in entry.claim.passages)
        found = {each.id: each for each in (*self.view.sources, *cited)}
        code = self.reader.language.code
        return tuple(
            CitedSource(number, each, citation(each, code))
            for number, each in enumerate(found.values(), 1)
        )

    @remembered
    def places(self) -> Mapping[str, Place]:
        """Where in it its claims and sources stand, by the paths of their pages."""
        claims = {
            each.claim.path: Place(chapter.name, f"c{each.number}", f"→ {each.number}")
            for chapter in self.chapters
            for each in chapter.entries
        }
        sources = {
            f"sources/{each.source.id}/": Place("sources", f"s{each.number}", f"[{each.number}]")
            for each in self.sources
        }
        return {**claims, **sources}

    def _some(self, claims: tuple[str, ...]) -> tuple[Entry, ...]:
        return tuple(self._entries[each] for each in claims)


class Leads:
    """Where the links of a booklet lead: to places in it, which `at` gives an address, or to pages
    of the site, which stand below `site`; None where that cannot be reached."""

    def __init__(self, booklet: Booklet, at: Callable[[Place], str], site: str | None) -> None:
        self._places = booklet.places
        self._at = at
        self._site = site

    def __call__(self, path: str) -> str:
        """The way to the page at this path below the language's folder, or to what stands for it
        here; empty where none leads there."""
        place = self._places.get(path)
        if place is not None:
            return self._at(place)
        return "" if self._site is None else f"{self._site}{path}"

    def place(self, path: str) -> Place | None:
        """Where in it that stands of which there is a page at this path; None for what is not in
        it."""
        return self._places.get(path)

    def note(self, entry: Entry, below: int) -> Markup:
        """What the analyst notes at a claim, with headings below one of level `below`. Of links
        within the site it has those to what is in the booklet."""
        return entry.claim.annotated(below, partial(self._noted, entry.claim.path))

    def _noted(self, here: str, address: str) -> str:
        # Markdown has made an address of it, whatever was written.
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            return address
        path = urljoin(f"/{here}", parts.path).removeprefix("/")
        return self(path) if path in self._places else ""
