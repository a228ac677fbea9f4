"""How browsers take signs for one another when they look for the words of a text fragment.

Chromium compares by the primary strength of the Unicode collation algorithm (UTS #10), so that
neither accents nor letter case count, and evens out quotation marks before that. Unlike the
comparison of passages it tells dashes from each other, and guillemets from other quotation marks.
"""

import re
import unicodedata
from functools import lru_cache

from graph.passages.folding import ORDINARY

LINE_BREAK = "\u2028"
"""In a text: here a page begins a new line, over which no words of a link are found."""

UNIT = re.compile(rf"{ORDINARY}|(?P<space>[^\S{LINE_BREAK}\u2029]+)|.", re.DOTALL)
"""What is folded together; a browser joins nothing at the end of a line."""

_QUOTES = str.maketrans(dict.fromkeys("‘’‚‛＇", "'") | dict.fromkeys("“”„‟〝〞〟＂", '"'))
_AS_OTHERS = "…－"


@lru_cache(maxsize=4096)
def fold(character: str) -> str:
    """A character, with the marks on it, as all that a browser takes for the same."""
    even = character.translate(_QUOTES)
    if even[0].isalnum() or even[0] in _AS_OTHERS:
        parts = unicodedata.normalize("NFKD", even).casefold()
        even = "".join(part for part in parts if not unicodedata.combining(part))
    return even
