"""Words of a text that are much like given ones, as far as looking for them does not take long."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from graph.errors import BetoogError
from graph.passages.folded_text import FoldedText
from graph.passages.folding import BROKEN, Folded
from graph.text.late_pattern import late_pattern
from graph.text.unspaced import LETTER, LETTERS, has_unspaced

LEAST_SIMILARITY = 70.0
"""Below this, unrelated Dutch or English phrases of three or four words begin to match."""
# A word with the punctuation inside it, without the punctuation around it.
_WORD = re.compile(rf"\w(?:[\w.&'\-{BROKEN}]*\w)?")
_OTHER = rf"[^\W{LETTERS}]"
_UNSPACED_WORD = late_pattern(
    rf"{LETTER}|{_OTHER}(?:(?:(?![{LETTERS}])[\w.&'\-{BROKEN}])*{_OTHER})?"
)
_AT_ONCE = 1_000
"""The runs of words that are held at the same time."""
ALL, ONE = 20_000_000_000, 5_000_000_000
"""Steps at most for all that is looked for at once, and for one of it: some seconds, and one."""
LONGEST = 2_000
"""The signs of words at most: what is longer can be looked for by its two ends."""
FOR_A_RUN, SIGNS = 4_000, 64
"""Steps that each run of words takes, and the signs of it that are compared in one."""


class TooLongToCompareError(BetoogError):
    """Looking for similar words would take too long."""


class Comparing:
    """What may still be compared for all that a command, or a bundle, has to look for."""

    def __init__(self, steps: int = ALL) -> None:
        self._left = steps

    def take(self, text: FoldedText, *words: str) -> None:
        """Count the steps of looking for words like these in all of a text.

        Raises:
            TooLongToCompareError: they are more than are left, or than one look-up may take, or
                the words are very long; no steps are counted then.
        """
        steps = sum(steps_of(each, text) for each in words)
        if steps > min(ONE, self._left) or max(map(len, words)) > LONGEST:
            raise TooLongToCompareError("looking for words like these would take too long")
        self._left -= steps


class Similar(NamedTuple):
    """A run of words in a folded text, and how much it is like what was sought, from 0 to 100."""

    begin: int
    end: int
    similarity: float


def steps_of(words: str, text: FoldedText) -> int:
    """The steps at most of looking for words like these in all of a text.

    Each word of it begins three runs, each of which is compared with all that is sought, sign by
    sign with some of its signs at once.
    """
    signs = len(words)
    return 3 * text.size * (FOR_A_RUN + signs * (1 + signs // SIGNS))


def similar_words(words: str, text: Folded, begin: int = 0, end: int = 0) -> Similar | None:
    """The run of words most like these, which were folded alike; None where none is much like them.

    It begins at `begin` or later, and ends at `end` or later. How long that takes is for the
    caller to bound: see `steps_of`.
    """
    # Only what looks for passages compares.
    from rapidfuzz import fuzz, process

    spans = [match.span() for match in _words(text.text).finditer(text.text, begin)]
    length = len(_words(words).findall(words))
    runs = (
        (first[0], spans[place + count - 1][1])
        for place, first in enumerate(spans)
        for count in range(max(1, length - 1), length + 2)
        if place + count <= len(spans) and spans[place + count - 1][1] >= end
    )
    best: Similar | None = None
    for some in _in_turn(runs):
        hit = process.extractOne(
            words,
            [text.text[first:last].replace(BROKEN, "") for first, last in some],
            scorer=fuzz.ratio,
            score_cutoff=LEAST_SIMILARITY if best is None else best.similarity,
        )
        # Of two as similar the earlier one stays.
        if hit is not None and (best is None or hit[1] > best.similarity):
            best = Similar(*some[hit[2]], hit[1])
    return best


def _words(text: str) -> re.Pattern[str]:
    return _UNSPACED_WORD if has_unspaced(text) else _WORD


def _in_turn(runs: Iterator[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    while some := list(islice(runs, _AT_ONCE)):
        yield some
