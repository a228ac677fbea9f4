"""The words by which a link opens a page at a passage (see `text_fragment`).

Where only the record is known, signs that may have been typed otherwise than the page has them
are left out. Where the text is at hand, the words are its own, and it is known what they open.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from graph.passages import browser
from graph.passages.fingerprint import shown
from graph.passages.folding import Folded, caseless, folded
from graph.passages.locate import Located, has_words, locate
from graph.passages.paragraphs import SourceText
from graph.passages.rows import (
    by_rows,
    closing_within,
    leads_to,
    opening_within,
    row_before,
    row_behind,
)
from graph.text import unspaced
from graph.text.one_line import evenly_spaced

MOST_WORDS = 12
"""The words of a text that are recorded, or put into a link, at either end of a passage."""

# A hyphen between figures or by itself is often a dash in print, a straight quotation mark often
# a guillemet; browsers do not take the one for the other.
_DOUBTFUL = re.compile(r"(?<=\d)-(?=\d)|(?<!\S)-+(?!\S)|--+|\"")
# An apostrophe belongs to the word behind it.
_WORDS = re.compile(r"['’]?\w(?:.*\w)?", re.DOTALL)
_LEAST_WORDS = 3


class Words(NamedTuple):
    """The first words of a passage, and the last, None where the first are all of it."""

    start: str
    end: str | None


def link_words(start: str, end: str | None) -> Words:
    """The words that a link to a passage names, of those that were recorded for it.

    Signs around them, and words beyond a doubtful sign, are left out where enough words are left.
    Browsers look for `end` behind `start`, so it is left out where `start` closes with it.
    """
    start, end = evenly_spaced(start), None if end is None else evenly_spaced(end)
    if end is not None and _closes(start, end):
        end = None
    first = _longest(start)
    if len(first.split()) < _LEAST_WORDS:
        first = bare(start)
    last = None if end is None else _longest(end)
    # Where the start is all of the passage, its last words are not lost with the sign.
    return Words(first, last or None)


def opens(source: SourceText, place: Located, start: str, end: str | None) -> bool:
    """Whether the link made of these words opens a page that has this text at the passage.

    The page is taken to have nothing above the text that these words stand in.
    """
    words = link_words(start, end)
    first = folded(words.start, browser.fold, browser.UNIT).text
    for number in source.in_browser.having(first) if first else ():
        text = source.in_browser[number]
        opening = next(text.whole_words(first), None)
        if opening is not None:
            return number == place.paragraph and _closes_at(text, place, opening, words.end)
    return False


def _closes_at(text: Folded, place: Located, opening: tuple[int, int], end: str | None) -> bool:
    """Whether what a browser finds from these first words on is within a place."""
    begin, stop = opening
    if end is not None:
        last = folded(end, browser.fold, browser.UNIT).text
        closing = next(text.whole_words(last, stop), None)
        if closing is None:
            return False
        stop = closing[1]
    first, last_ = text.as_it_stands(begin, stop)
    return place.begin <= first and last_ <= place.end


def words_to_record(source: SourceText, place: Located) -> Words | None:
    """Words of the text's own for the same passage, by which a link opens at it; None without."""
    for words in _openings(source, place):
        found = locate(source, place.paragraph, words.start, words.end)
        same = isinstance(found, Located) and (found.begin, found.end) == (place.begin, place.end)
        if same and opens(source, place, *words):
            return words
    return None


def words_in(source: SourceText, paragraph: int | None, start: str, end: str | None) -> Words:
    """The words of a text by which a link opens at a passage of it; those recorded without."""
    place = locate(source, paragraph, start, end) if has_words(start, end) else None
    if isinstance(place, Located):
        if unspaced.has_unspaced(place.passage):
            words = next(_in_rows(source, paragraph, place), None)
            if words is not None:
                return words
        for words in _anywhere(source, place):
            if opens(source, place, *words):
                return words
    return Words(start, end)


def prefix_in(source: SourceText, paragraph: int | None, start: str, end: str | None) -> str | None:
    """What stands right before a passage, where a link opens at it only with that; else None.

    `start` and `end` are what `words_in` gives for the passage.
    """
    words = link_words(start, end)
    if not (has_words(start, end) and has_words(*words)):
        return None
    passage, place = locate(source, paragraph, start, end), locate(source, paragraph, *words)
    if not isinstance(passage, Located) or not isinstance(place, Located):
        return None
    if row := row_before(source.paragraphs[place.paragraph], place.begin):
        return row
    if place.begin < passage.begin or opens(source, place, *words):
        return None
    return next(
        (each for each in _before(source, place) if _leads(source, place, each, words)), None
    )


def suffix_in(source: SourceText, paragraph: int | None, start: str, end: str | None) -> str | None:
    """What stands right behind a passage, where a link opens at it only with that; else None.

    `start` and `end` are what `words_in` gives for the passage.
    """
    words = link_words(start, end)
    place = locate(source, paragraph, *words) if has_words(*words) else None
    if not isinstance(place, Located):
        return None
    return row_behind(source.paragraphs[place.paragraph], place.end)


def _in_rows(source: SourceText, paragraph: int | None, place: Located) -> Iterator[Words]:
    """Words by which a link opens at a passage in a script without spaces, for certain."""
    text = source.paragraphs[place.paragraph]
    begin = opening_within(text, place.begin, place.end)
    end = closing_within(text, begin, place.end)
    for each in by_rows(lines_of(text[begin:end])):
        words = Words(bare(each[0]), each[1] and bare(each[1]))
        if not (has_words(*words) and link_words(*words) == words):
            continue
        found = locate(source, paragraph, *words)
        # Signs around the passage are not named.
        same = isinstance(found, Located) and place.begin <= found.begin and found.end <= place.end
        if same and isinstance(found, Located) and leads_to(source, found, *words):
            yield words


def _before(source: SourceText, place: Located) -> Iterator[str]:
    """The last words before a place, more and more of them, in its own paragraph or before it."""
    text = source.paragraphs[place.paragraph][: place.begin]
    if not text.strip():
        above = source.paragraphs[max(0, place.paragraph - 1)]
        text = source.headings.get(place.paragraph, (above,))[-1] if place.paragraph else ""
    words = (lines_of(text) or [""])[-1].split()
    for number in range(1, min(len(words), MOST_WORDS) + 1):
        yield " ".join(words[-number:])


def _leads(source: SourceText, place: Located, prefix: str, words: Words) -> bool:
    """Whether no place above this one has the first words with these before them."""
    before, first = (
        folded(text, browser.fold, browser.UNIT).text for text in (prefix, words.start)
    )
    opened, closed = unspaced.begins(before[:1]), unspaced.ends(first[-1:])
    together = re.compile(f"{opened}{re.escape(before)} ?(?P<first>{re.escape(first)}){closed}")
    apart = re.compile(rf"{opened}{re.escape(before)}\Z")
    alone = re.compile(f"(?P<first>{re.escape(first)}){closed}")
    above = ""
    for number, text in enumerate(source.in_browser if first else ()):
        heading = source.headings.get(number, ())
        last = folded(heading[-1], browser.fold, browser.UNIT).text if heading else above
        opening = alone.match(text.text) if apart.search(last) else None
        opening = opening or together.search(text.text)
        if opening is not None:
            return number == place.paragraph and _closes_at(
                text, place, opening.span("first"), words.end
            )
        above = text.text
    return False


def _openings(source: SourceText, place: Located) -> Iterator[Words]:
    """Its first words, more and more of them, with its last; all of them without."""
    text = source.paragraphs[place.paragraph]
    lines = lines_of(text[place.begin : place.end])
    closing = lines_of(text[slice(*place.closing)])
    if not lines or not closing:
        return
    words = lines[0].split()
    fewest = len(lines_of(text[slice(*place.opening)])[0].split())
    last = " ".join(closing[-1].split()[-MOST_WORDS:])
    for number in range(min(fewest, len(words), MOST_WORDS), min(len(words), MOST_WORDS) + 1):
        # The last words of what the first are all of show no more of it.
        whole = len(lines) == 1 and number == len(words)
        yield Words(" ".join(words[:number]), None if whole else last)


def _anywhere(source: SourceText, place: Located) -> Iterator[Words]:
    yield from _openings(source, place)
    for line in lines_of(source.paragraphs[place.paragraph][place.begin : place.end]):
        words = line.split()
        for number in range(min(_LEAST_WORDS, len(words)), min(len(words), MOST_WORDS) + 1):
            yield Words(" ".join(words[:number]), None)


def lines_of(passage: str) -> list[str]:
    """What stands between the line breaks of a passage, white space folded to single spaces."""
    lines = (" ".join(shown(line).split()) for line in passage.split(browser.LINE_BREAK))
    return [line for line in lines if line]


def _closes(start: str, end: str) -> bool:
    """Whether the last words of a passage are the last of its first, too."""
    first, last = caseless(bare(start)), caseless(bare(end))
    return first.endswith(last) and not first.removesuffix(last)[-1:].isalnum()


def _longest(words: str) -> str:
    """The longest stretch of the words without a doubtful sign, or any sign around it."""
    return max((bare(part) for part in _DOUBTFUL.split(words)), key=len)


def bare(words: str) -> str:
    """Words without the signs around them; what has none as it is, trimmed."""
    found = _WORDS.search(words)
    if found is None:
        return words.strip()
    end = found.end()
    # A vowel sign is part of its letter, and none itself.
    while unicodedata.category(words[end : end + 1] or " ").startswith("M"):
        end += 1
    return words[found.start() : end]
