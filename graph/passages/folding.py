"""Texts without what differs between faithful copies of them, for finding words in them.

Of every character it stays known where it stands in the text as it is, so that what was found can
be told in the text's own signs.
"""

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from graph.passages.signs import PUNCTUATION, SOFT_HYPHEN, UNSEEN
from graph.text import unspaced
from graph.text.late_pattern import late_pattern

BROKEN = SOFT_HYPHEN
"""In a folded text: here a hyphen ends a line, and may or may not be part of a word."""

INVISIBLE = (
    UNSEEN
    + "\u034f\u061c\u180e\u200c\u200d\u200e\u200f\u2061\u2062\u2063\u2064"
    + "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
"""What no reader sees. Joiners and marks of direction change how letters are drawn, and are often
lost in copying."""
_ASCII = r"[!-,.-~]+(?: [!-,.-~]+){0,99}(?![^\x00-\x7f])"
# What joins the sign before it is a mark, which is in no word here, or a later part of a syllable.
_LETTERS = (
    r"[^\W\u1160-\u11ff]+(?:[,.]? [^\W\u1160-\u11ff]+){0,99}"
    r"(?=[^\W\u1160-\u11ff]|[\x00-\x7f]|\Z)"
)
ORDINARY = rf"(?P<ordinary>{_ASCII}|{_LETTERS})"
"""A pattern for ordinary words in a row, none of whose signs has a mark on it or breaks a word.
No more than a hundred: a match remembers each of them until it ends."""
# Of a soft hyphen before a line's end no doubt is left; before a space it may be a mistake.
_UNIT = re.compile(
    ORDINARY + r"|\u00ad[^\S\n]*\n\s*"
    r"|(?P<broken>\u00ad\s+|(?<=[^\W\d_])[-\u2010][^\S\n]*\n\s*(?=[^\W\d_]))"
    r"|(?P<space>\s+)|.",
    re.DOTALL,
)
MOST_MARKS = 64
"""Nobody sets more marks on a letter; a text of marks alone is folded in pieces."""
_EDGE, _UNSPACED_EDGE = re.compile(r"\b"), late_pattern(unspaced.EDGE)
_APART, _PIECE = late_pattern(rf"[^\w{unspaced.FOLLOWING}]"), 1 << 16
_BETWEEN = {ord(each): None for each in f"{BROKEN}- "}
"""What words that are broken somewhere may have there, or not."""


@dataclass
class Runs:
    """Where the characters of a folded text stand in the text as it is.

    Most stand for one character each, one behind another: of a run of these it is kept where it
    begins, whatever its length.
    """

    _size: int = 0
    _at: "array[int]" = field(default_factory=lambda: array("I"))
    _begins: "array[int]" = field(default_factory=lambda: array("I"))
    _ends: "array[int]" = field(default_factory=lambda: array("I"))

    def add(self, count: int, begin: int, end: int) -> None:
        """Add characters, all of which stand for what is from `begin` to `end`."""
        if count == 1 and end == begin + 1:
            self.add_each(1, begin)
        elif count:
            self._append(begin, end)
            self._size += count

    def add_each(self, count: int, begin: int) -> None:
        """Add characters that stand for one each, from `begin` on."""
        goes_on = (
            self._size > 0
            and self._begins[-1] == self._ends[-1]
            and self._begins[-1] + self._size - self._at[-1] == begin
        )
        if not goes_on:
            # Nothing else ends where it begins.
            self._append(begin, begin)
        self._size += count

    def _append(self, begin: int, end: int) -> None:
        self._at.append(self._size)
        self._begins.append(begin)
        self._ends.append(end)

    def of(self, place: int) -> tuple[int, int]:
        """Where what a character stands for begins and ends."""
        number = bisect_right(self._at, place) - 1
        begin, end = self._begins[number], self._ends[number]
        if begin != end:
            return begin, end
        at = begin + place - self._at[number]
        return at, at + 1


@dataclass(frozen=True)
class Folded:
    """A folded text, and where each of its characters begins and ends in the text as it is."""

    text: str
    runs: Runs = field(repr=False, hash=False)

    @cached_property
    def is_broken(self) -> bool:
        """Whether a word may be broken at the end of a line."""
        return BROKEN in self.text

    def as_it_stands(self, begin: int, end: int) -> tuple[int, int]:
        """Where in the text as it is a stretch of the folded text begins and ends."""
        return self.runs.of(begin)[0], self.runs.of(end - 1)[1]

    def whole_words(self, words: str, begin: int = 0) -> Iterator[tuple[int, int]]:
        """Where words, which were folded alike, stand in this text from one edge of a word to
        another (see `unspaced`): one place behind another, the first at `begin` or later.

        Where the text breaks a word at the end of a line, words are found without the hyphen,
        with it, and with a space behind it.
        """
        if not words or self.is_broken:
            if self.may_have(words):
                pattern = re.compile(_begins(words[:1]) + _broken(words) + _ends(words[-1:]))
                yield from (match.span() for match in pattern.finditer(self.text, begin))
            return
        if BROKEN in words:
            return
        # A pattern would begin anew at every word; what is found in a text is found in one go.
        sought, marks = self._edge.sub(BROKEN, words), bisect_left(self._edges, begin)
        at = begin + marks
        while (place := self._marked.find(sought, at)) >= 0:
            start = place - marks - self._marked.count(BROKEN, at, place)
            yield start, start + len(words)
            # Where one word ends the next may begin, which has its mark before it.
            behind = place + len(sought) - sought.endswith(BROKEN)
            marks += self._marked.count(BROKEN, at, behind)
            at = behind

    def may_have(self, words: str) -> bool:
        """Whether the text has the letters of these words in their order: no words are found
        otherwise, however they or the text are broken."""
        return words.translate(_BETWEEN) in self._unbroken

    @cached_property
    def _marked(self) -> str:
        """The text with a mark at each edge of a word, which is no sign of an unbroken text."""
        return "".join(self._edge.sub(BROKEN, piece) for piece in _pieces(self.text))

    @cached_property
    def _edge(self) -> re.Pattern[str]:
        return _UNSPACED_EDGE if unspaced.has_unspaced(self.text) else _EDGE

    @cached_property
    def _edges(self) -> Sequence[int]:
        return array("I", (match.start() for match in self._edge.finditer(self.text)))

    @cached_property
    def _unbroken(self) -> str:
        return self.text.translate(_BETWEEN)

    def last_words(self, words: str) -> tuple[int, int] | None:
        """Where the last of the places is at which `whole_words` finds these words."""
        found = deque(self.whole_words(words), maxlen=1)
        return found[0] if found else None


def plain(text: str) -> str:
    """The text without what differs between two faithful copies of it, letter case kept.

    Unicode NFC, and compatible letters (ligatures, wide letters) as ordinary ones; white space
    folded to single spaces and trimmed; quotation marks become `'` or `"`, dashes `-` and an
    ellipsis three dots; what no reader sees goes, and words broken at the end of a line are
    joined.
    """
    return folded(text).text.replace(BROKEN, "")


def caseless(text: str) -> str:
    """The text as `plain` has it, without letter case (Unicode case folding: ß is ss)."""
    return folded(text, without_case).text.replace(BROKEN, "")


@lru_cache(maxsize=4096)
def with_case(character: str) -> str:
    """A character, with the marks on it, as all that are taken for the same with it."""
    even = unicodedata.normalize("NFC", character).translate(PUNCTUATION).replace("…", "...")
    if even[:1].isalpha():
        even = unicodedata.normalize("NFKC", even).translate(PUNCTUATION)
    return even


@lru_cache(maxsize=4096)
def without_case(character: str) -> str:
    """As `with_case`, without letter case."""
    return with_case(character).casefold().translate(PUNCTUATION)


def folded(
    text: str, fold: Callable[[str], str] = with_case, units: re.Pattern[str] = _UNIT
) -> Folded:
    """A text with each character folded by itself, and white space to single spaces.

    `units` finds what is folded together: white space as `space`, ends of lines that break a word
    as `broken`, and any other character. It may find words that are `ORDINARY` at once.
    """
    characters: list[str] = []
    runs = Runs()
    for begin, end, unit, kind in _units(text, units):
        if kind == "ordinary" and (even := _one_by_one(unit, fold)):
            runs.add_each(end - begin, begin)
        elif kind == "ordinary":
            parts = [fold(each) for each in unit]
            for place, part in enumerate(parts, begin):
                runs.add(len(part), place, place + 1)
            even = "".join(parts)
        else:
            even = unit if kind else fold(unit)
            runs.add(len(even), begin, end)
        characters.append(even)
    return Folded("".join(characters), runs)


def _one_by_one(ordinary: str, fold: Callable[[str], str]) -> str:
    """Ordinary words with each sign folded; empty where one becomes several, or none."""
    if ordinary.isascii():
        return ordinary.translate(_ascii(fold))
    parts = [fold(each) for each in ordinary]
    return "".join(parts) if set(map(len, parts)) == {1} else ""


@lru_cache(maxsize=16)
def _ascii(fold: Callable[[str], str]) -> Mapping[int, str]:
    return {number: fold(chr(number)) for number in range(128)}


def _units(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, int, str, str]]:
    """Characters with the marks on them, ordinary words in a row, single spaces between others,
    and broken words: begin, end, what and its kind, empty for a character."""
    last = 0, 0, "", ""
    for match in pattern.finditer(text):
        begin, end = match.span()
        unit, kind = match.group(), match.lastgroup or ""
        before = last[2]
        if kind == "space":
            # None stands at the beginning.
            if before in ("", " "):
                last = (last[0], end, before, kind) if before else last
                continue
            unit = " "
        elif kind == "broken":
            unit = BROKEN
        elif unit[0] in INVISIBLE:
            continue
        elif not kind and before and _joins(before, unit):
            last = (last[0], end, before + unit, "")
            continue
        if before:
            yield last
        last = begin, end, unit, kind
    if last[2] not in ("", " "):
        yield last


def _pieces(text: str) -> Iterator[str]:
    """A text in pieces that begin at no word's edge, and none of which is very long in most."""
    begin = 0
    while match := _APART.search(text, begin + _PIECE):
        yield text[begin : match.start()]
        begin = match.start()
    yield text[begin:]


def _joins(before: str, character: str) -> bool:
    return _continues(character) and before not in (" ", BROKEN) and len(before) < MOST_MARKS


@lru_cache(maxsize=4096)
def _continues(character: str) -> bool:
    """Whether a character may join the one before it: a mark, or a later part of a syllable."""
    return unicodedata.category(character).startswith("M") or "\u1160" <= character <= "\u11ff"


def _begins(sign: str) -> str:
    """A pattern for the edge of a word before a sign, if one that stands there is part of one."""
    return unspaced.begins(sign) if re.match(r"\w", sign) else ""


def _ends(sign: str) -> str:
    return unspaced.ends(sign) if re.match(rf"[\w{unspaced.FOLLOWING}]", sign) else ""


def _broken(words: str) -> str:
    """A pattern for words in a text that breaks words at the ends of lines."""
    parts: list[str] = []
    for place, character in enumerate(words):
        before = words[place - 1 : place]
        if character == "-":
            parts.append(rf"(?:{re.escape('-')}|{BROKEN})")
        elif character == " ":
            parts.append(" ?" if before == "-" else f"[ {BROKEN}]")
        elif before.isalpha() and character.isalpha():
            parts.append(BROKEN + "?" + re.escape(character))
        else:
            parts.append(re.escape(character))
    return "".join(parts)
