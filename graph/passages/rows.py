"""Links to passages in scripts that put no spaces between words.

Browsers break such text into words by a dictionary of theirs, and find nothing that begins or ends
within one of its words. What is surely no inside of a word is where a row of letters begins or
ends: at a space, or another sign. So a link names whole rows and, where a passage begins or ends
within one, what stands before or behind it there as its context, by which browsers find anything.
"""

import re
from collections.abc import Iterator

from graph.passages import browser
from graph.passages.folding import folded
from graph.passages.locate import Located
from graph.passages.paragraphs import SourceText
from graph.text.late_pattern import late_pattern
from graph.text.unspaced import FOLLOWING, LETTER, LETTERS

MOST_ROWS = 12
"""The rows at the beginning of a passage of which a link is made, at most."""
_LONGEST = 200
"""The signs of a context, at most: each takes nine in an address."""
_FEWEST = 6
"""The signs that a link begins with, at the least, where a passage has more."""
# A full stop or a hyphen point between two letters parts no words; nor does what nobody sees.
_IN_ROW = rf"\w{FOLLOWING}.:'’·‧_\u00ad\u200c\u200d\u2060\ufeff"
_JOINING, _UNSPACED = late_pattern(f"[{_IN_ROW}]"), late_pattern(f"[{LETTERS}{FOLLOWING}]")
_ROW, _LETTER = late_pattern(f"[{_IN_ROW}]+"), late_pattern(LETTER)
# Chromium takes nothing for adjoining what ends with one of these vowel signs of Burmese.
_FOLLOWS = late_pattern(f"[{FOLLOWING}]")
_NO_END = re.compile(r"[\u102b-\u1039\u103b-\u103e]")


def within_row(text: str, at: int) -> bool:
    """Whether a place of a text may be inside a word for a browser that breaks by a dictionary."""
    return _is_joined(text, at) and _UNSPACED.search(text, at - 1, at + 1) is not None


def _is_joined(text: str, at: int) -> bool:
    return 0 < at < len(text) and all(map(_JOINING.match, text[at - 1 : at + 1]))


def row_before(text: str, at: int) -> str | None:
    """What stands before a place within a row of letters; None where it is not within one, or far
    from where that begins."""
    if not within_row(text, at):
        return None
    begin = at
    while _is_joined(text, begin) and at - begin < _LONGEST:
        begin -= 1
    return None if _is_joined(text, begin) else text[begin:at]


def row_behind(text: str, at: int) -> str | None:
    """What stands behind a place within a row of letters, as `row_before`."""
    if not within_row(text, at):
        return None
    end = at
    while _is_joined(text, end) and end - at < _LONGEST:
        end += 1
    return None if _is_joined(text, end) else text[at:end]


def opening_within(text: str, begin: int, end: int) -> int:
    """Where in a passage a link may begin: where the passage does, or soon behind that where no
    browser finds what stands before it."""
    at = begin
    while at < end and within_row(text, at) and _NO_END.match(text, at - 1):
        letter = _LETTER.match(text, at)
        at = letter.end() if letter else at + 1
    return at if at < end else begin


def closing_within(text: str, begin: int, end: int) -> int:
    """Where in a passage a link may end, as `opening_within`."""
    at = end
    while at > begin and within_row(text, at) and _NO_END.match(text, at - 1):
        at -= 1
        while at > begin and _FOLLOWS.match(text, at):
            at -= 1
    return at if at > begin else end


def by_rows(lines: list[str]) -> Iterator[tuple[str, str | None]]:
    """First and last words of a passage, of whole rows: ever more of them, and all at last.

    `lines` are what stands between its line breaks.
    """
    rows = [[match.span() for match in _ROW.finditer(line)] for line in lines]
    if not rows or not rows[0] or not rows[-1]:
        return
    first, (last_begin, last_end) = rows[0], rows[-1][-1]
    begin, whole = first[0][0], len(lines) == 1
    for _, end in first[:MOST_ROWS]:
        if whole and end == last_end:
            yield lines[0][begin:end], None
        elif end - begin >= _FEWEST or end == first[-1][1]:
            yield lines[0][begin:end], lines[-1][last_begin:last_end]


def leads_to(source: SourceText, place: Located, start: str, end: str | None) -> bool:
    """Whether a link of these words, with what `row_before` and `row_behind` say of the place, is
    opened there, and not at the same words above it."""
    text = source.paragraphs[place.paragraph]
    before, behind = row_before(text, place.begin) or "", row_behind(text, place.end) or ""
    first = _folded(before + start + (behind if end is None else ""))
    for number in source.in_browser.having(first) if first else ():
        within = source.in_browser[number]
        opening = next(within.whole_words(first), None)
        if opening is None:
            continue
        closing = opening
        if end is not None:
            closing = next(within.whole_words(_folded(end + behind), opening[1]), (0, 0))
        begin, stop = within.as_it_stands(opening[0], max(closing[1], opening[1]))
        here = number == place.paragraph and begin + len(before) == place.begin
        return here and closing[1] > 0 and stop <= place.end + len(behind)
    return False


def _folded(words: str) -> str:
    return folded(words, browser.fold, browser.UNIT).text
