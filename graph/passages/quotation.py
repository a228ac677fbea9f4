"""Where words that somebody copied out of a text stand in it, and the few to record them by.

Copies differ from their text in typography, in the ends of lines and in where words are broken
there; signs around the words do not count, and what is left out of them is marked by dots.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from graph.errors import AnswerError
from graph.passages.fingerprint import fingerprint
from graph.passages.folding import BROKEN, Folded, caseless, folded, plain, without_case
from graph.passages.locate import Located, locate, places, stands_once
from graph.passages.opening import MOST_WORDS, Words, bare, lines_of, opens
from graph.passages.paragraphs import SourceText
from graph.passages.similar import Comparing, similar_words
from graph.records import limits
from graph.text import unspaced
from graph.text.word_difference import Edit, word_difference

FEWEST_WORDS = 3
"""The words at either end of a passage by which it is recorded, at the least."""

MOST_PLACES = 20
"""The places of quoted words that are told: who has more of them quotes more."""

# White space is looked at once, from where it begins.
_LEFT_OUT = re.compile(r"(?<!\s)\s*(?:\[\s*(?:…|\.\.\.)\s*\]|\(\s*(?:…|\.\.\.)\s*\)|…|\.\.\.)\s*")
_LINES = re.compile(r"\n\s*")
_WORD = re.compile(unspaced.WORD)
# Ends of lines that break a word are pasted as they are, or as a space.
_PARTED = re.compile(rf"{BROKEN}|(?<=[^\W\d_])- (?=[^\W\d_])")


class Quoted(NamedTuple):
    """A place of quoted words: its paragraph, the words to record and the fingerprint of all."""

    paragraph: int
    words: Words
    fingerprint: str


class Difference(NamedTuple):
    """What stands in a quotation, and in its text instead."""

    quoted: str
    stands: str


@dataclass(frozen=True)
class Near:
    """The place that is most like quoted words, from 0 to 100, and where they differ."""

    place: Quoted
    similarity: float
    differences: tuple[Difference, ...]


def quoted_places(source: SourceText, quotation: str) -> tuple[Quoted, ...]:
    """Every place of quoted words, from the first paragraph on; the first of them if many.

    Letter case decides before it is left aside. Where dots in the quotation stand for words, a
    place is from those before the first of them to those behind the last.

    Raises:
        AnswerError: a place begins or ends with a word that is too long for a record.
    """
    apart: dict[tuple[int, str], Located] = {}
    for place in _spans(source, quotation):
        apart.setdefault((place.paragraph, place.passage), place)
        if len(apart) == MOST_PLACES:
            break
    return tuple(dict.fromkeys(_recorded(source, each) for each in apart.values()))


def quoted_over(source: SourceText, quotation: str) -> tuple[int, ...]:
    """The paragraphs over which quoted words run, line by line; none where they do not."""
    parts = [part for part in _LINES.split(quotation) if bare(part)]
    numbers: dict[int, None] = {}
    for part in dict.fromkeys(parts):
        found = next(_spans(source, part), None)
        if found is None:
            return ()
        numbers[found.paragraph] = None
    return tuple(numbers) if len(numbers) > 1 else ()


def quoted_heading(source: SourceText, quotation: str) -> str | None:
    """The first section heading that has quoted words, or a line of them; None where none has."""
    parts = [quotation, *(part for part in _LINES.split(quotation) if bare(part))]
    for part in dict.fromkeys(parts):
        if found := next(_spans(source.only_headings, part), None):
            return source.only_headings.paragraphs[found.paragraph]
    return None


def nearest_quoted(source: SourceText, quotation: str, comparing: Comparing) -> Near | None:
    """The place most like quoted words that are nowhere; None where none is much like them.

    Raises:
        TooLongToCompareError: too little is left for `comparing` to look for it.
        AnswerError: as for `quoted_places`.
    """
    # Imported here because nobody needs it where the words are found.
    from rapidfuzz import fuzz

    words = plain(bare(quotation)).split()
    if not words:
        return None
    place = _between(source, words) or _alike(source, " ".join(words), comparing)
    if place is None:
        return None
    stands = plain(place.passage)
    similarity = fuzz.ratio(caseless(bare(quotation)), caseless(place.passage))
    return Near(_recorded(source, place), similarity, _differences(" ".join(words), stands))


class _Sought(NamedTuple):
    """A part of a quotation as it is sought: folded, and the words that stand so in a text that
    breaks none."""

    words: Folded
    sure: frozenset[str]


# It is sought in one text after the other, and line by line.
@lru_cache(maxsize=32)
def _sought(part: str, fold: Callable[[str], str] | None) -> _Sought:
    words = folded(bare(part)) if fold is None else folded(bare(part), fold)
    return _Sought(words, frozenset(_sure(words)))


def _spans(source: SourceText, quotation: str) -> Iterator[Located]:
    for fold in (None, without_case):
        texts = source.folded if fold is None else source.caseless
        # Where no dots stand for words, both are the same.
        for parts in dict.fromkeys(((quotation,), tuple(_LEFT_OUT.split(quotation)))):
            ends = [_sought(part, fold) for part in (parts[0], parts[-1])]
            wanted = [each.words for each in ends]
            if not all(each.text for each in wanted):
                continue
            found = (
                _located(source, number, texts[number], *span)
                for number in texts.having_each(frozenset.union(*(each.sure for each in ends)))
                for span in _found(texts[number], wanted, len(parts) > 1)
            )
            first = next(found, None)
            if first is not None:
                yield first
                yield from found
                return


def _found(text: Folded, wanted: list[Folded], apart: bool) -> Iterator[tuple[int, int]]:
    if not all(text.may_have(each.text) for each in wanted):
        return
    first, last = (_pattern(each.text, text.is_broken) for each in wanted)
    closing: re.Match[str] | None = None
    for opening in first.finditer(text.text):
        if not apart:
            closing = opening
        elif closing is None or closing.start() < opening.end():
            # The next one closes all passages that open before it: it is looked for once.
            closing = last.search(text.text, opening.end())
            if closing is None:
                return
        yield opening.start(), closing.end()


def _sure(words: Folded) -> Iterator[str]:
    """The words of a quotation that stand so in a text that breaks none."""
    parted = {place for match in _PARTED.finditer(words.text) for place in range(*match.span())}
    for word in _WORD.finditer(words.text):
        if parted.isdisjoint((word.start() - 1, word.end())):
            yield word.group()


def _pattern(words: str, is_broken: bool) -> re.Pattern[str]:
    """What finds folded words, from one edge of a word to another, however either is broken."""
    parts: list[str] = []
    parted = {place for match in _PARTED.finditer(words) for place in range(*match.span())}
    for place, character in enumerate(words):
        before = words[place - 1 : place]
        if place in parted:
            parts.append("" if place - 1 in parted else f"[{BROKEN}-]? ?")
        elif character == "-":
            parts.append(f"[{BROKEN}-]")
        elif character == " ":
            parts.append(" ?" if before == "-" else f"[ {BROKEN}]")
        elif is_broken and before.isalpha() and character.isalpha():
            parts.append(f"{BROKEN}?{re.escape(character)}")
        else:
            parts.append(re.escape(character))
    return re.compile(unspaced.begins(words[:1]) + "".join(parts) + unspaced.ends(words[-1:]))


def _located(source: SourceText, number: int, text: Folded, begin: int, end: int) -> Located:
    begin, end = text.as_it_stands(begin, end)
    return Located(number, source.paragraphs[number][begin:end], (begin, end), (begin, end))


def _recorded(source: SourceText, place: Located) -> Quoted:
    return Quoted(place.paragraph, _shortest(source, place), fingerprint(place.passage))


def _shortest(source: SourceText, place: Located) -> Words:
    """The fewest first and last words by which a passage, and no other, is found.

    Where it is not the only one of its kind, they find it in its own paragraph, if they can.
    """
    lines = lines_of(place.passage)
    first, last = unspaced.words_in(lines[0]), unspaced.words_in(lines[-1])
    ways = tuple(dict.fromkeys(_ways(first, last, len(lines) == 1)))
    here: list[Words] = []
    for words in ways:
        # Looking at its own paragraph takes little, and leaves few to look for in all of the text.
        if _here(source, place, words):
            if _alone(source, place, *words):
                return words
            here.append(words)
    opening = (words for words in here if opens(source, place, *words))
    return next(opening, here[0] if here else ways[-1])


def _ways(first: list[str], last: list[str], one_line: bool) -> Iterator[Words]:
    """First and last words, ever more of them; all of them where these are few.

    Raises:
        AnswerError: the first or the last word alone is longer than what a record may hold.
    """
    most = [_recordable(first), _recordable(last[::-1])]
    if not all(most):
        raise AnswerError(
            f"the words stand there, but their first or last word has more than {limits.TEXT:,} "
            "characters, which no record may have: quote less of them, without that word"
        )
    if one_line and len(first) <= 2 * FEWEST_WORDS and most[0] == len(first):
        yield Words("".join(first).rstrip(), None)
        return
    # Where the first words are all there is, no last are needed.
    whole = len(first) if one_line else 0
    for more in range(MOST_WORDS):
        for opening in (0, 1):
            counts = min(FEWEST_WORDS + more + opening, most[0]), min(FEWEST_WORDS + more, most[1])
            end = None if counts[0] == whole else bare("".join(last[-counts[1] :]))
            yield Words(bare("".join(first[: counts[0]])), end)


def _recordable(words: list[str]) -> int:
    """How many of the first words can be recorded, one at a time."""
    sizes = accumulate(len(each) for each in words[:MOST_WORDS])
    return sum(size <= limits.TEXT + 1 for size in sizes)


def _alone(source: SourceText, place: Located, start: str, end: str | None) -> bool:
    return stands_once(source, start, end) and opens(source, place, start, end)


def _here(source: SourceText, place: Located, words: Words) -> bool:
    found = locate(source, place.paragraph, *words)
    return isinstance(found, Located) and _where(found) == _where(place)


def _where(place: Located) -> tuple[int, int, int]:
    return place.paragraph, place.begin, place.end


def _between(source: SourceText, words: list[str]) -> Located | None:
    """What stands between the first and the last of many words."""
    words = unspaced.words_in(" ".join(words))
    if len(words) <= 2 * FEWEST_WORDS:
        return None
    first, last = ("".join(each).rstrip() for each in (words[:FEWEST_WORDS], words[-FEWEST_WORDS:]))
    found = places(source, first, last)
    # Much more than was quoted was not meant.
    fitting = [each for each in found if len(unspaced.words_in(each.passage)) <= 2 * len(words)]
    return fitting[0] if fitting else None


def _alike(source: SourceText, words: str, comparing: Comparing) -> Located | None:
    wanted = caseless(words)
    comparing.take(source.caseless, wanted)
    best: tuple[float, Located] | None = None
    for number, text in enumerate(source.caseless):
        hit = similar_words(wanted, text)
        if hit is not None and (best is None or hit.similarity > best[0]):
            best = hit.similarity, _located(source, number, text, hit.begin, hit.end)
    return best[1] if best else None


def _differences(quoted: str, stands: str) -> tuple[Difference, ...]:
    """Where two texts differ, in their order; only that much of the text's own is told."""
    found: list[Difference] = []
    before = Edit.KEPT
    for edit, text in word_difference(quoted, stands):
        if edit is Edit.ADDED and before is Edit.REMOVED:
            found[-1] = Difference(found[-1].quoted, text.strip())
        elif edit is not Edit.KEPT:
            pair = (text.strip(), "") if edit is Edit.REMOVED else ("", text.strip())
            found.append(Difference(*pair))
        before = edit
    return tuple(found)
