"""Words of a text that are much like given ones."""

import re
from typing import NamedTuple

from rapidfuzz import fuzz, process

from graph.passages.folding import BROKEN, Folded

# Below this, unrelated Dutch or English phrases of three or four words begin to match.
_LEAST_SIMILARITY = 70.0
# A word with the punctuation inside it, without the punctuation around it.
_WORD = re.compile(rf"\w(?:[\w.&'\-{BROKEN}]*\w)?")


class Similar(NamedTuple):
    """A run of words in a folded text, and how much it is like what was sought, from 0 to 100."""

    begin: int
    end: int
    similarity: float


def similar_words(words: str, text: Folded, begin: int = 0, end: int = 0) -> Similar | None:
    """The run of words most like these, which were folded alike; None where none is much like them.

    It begins at `begin` or later, and ends at `end` or later.
    """
    spans = [match.span() for match in _WORD.finditer(text.text, begin)]
    length = len(_WORD.findall(words))
    runs = [
        (first[0], spans[place + count - 1][1])
        for place, first in enumerate(spans)
        for count in range(max(1, length - 1), length + 2)
        if place + count <= len(spans) and spans[place + count - 1][1] >= end
    ]
    hit = process.extractOne(
        words,
        [text.text[first:last].replace(BROKEN, "") for first, last in runs],
        scorer=fuzz.ratio,
        score_cutoff=_LEAST_SIMILARITY,
    )
    return None if hit is None else Similar(*runs[hit[2]], hit[1])
