"""Letters of scripts that put no spaces between words: Han, kana, Thai, Lao, Khmer, Burmese.

Where a word of theirs ends no sign tells, and only a dictionary could; so a word may begin and end
at every one of these letters. A mark or vowel sign stays with its letter. Korean has spaces, and
Tibetan has a sign between syllables, so neither is among them.

These are the letters at which Unicode's line breaking (UAX 14) lets a line end without a space:
those with the property Line_Break ID, CJ, NS, SA, AK or AS in LineBreak.txt of Unicode 17, but for
digits, Hangul, Cham, which is written with spaces, and scripts of which nothing but inscriptions
is left.
"""

import re
from itertools import pairwise

from graph.text.late_pattern import late_pattern


def _signs(ranges: str) -> str:
    """The inside of a character class, of ranges of numbers in hexadecimal."""
    return "".join(
        "-".join(chr(int(end, 16)) for end in each.split("-")) for each in ranges.split()
    )


LETTERS = _signs(
    "e01-e30 e32-e33 e40-e46 e81-eb0 eb2-eb3 ebd-ec6 edc-edf 1000-102a 103f 1050-1055 105a-105d "
    "1061 1065-1066 106e-1070 1075-1081 108e 1780-17b3 17d7 17dc 1950-19c9 1a20-1a54 1aa7 "
    "1b05-1b33 1b45-1b4c 1bc0-1be5 3005-3007 3021-3029 3031-3034 3038-303c 3041-3096 309d-309f "
    "30a1-30fa 30fc-312f 3192-3195 31a0-31bf 31f0-31ff 3220-3229 3251-325f 3280-3289 32b1-32bf "
    "3400-4dbf 4e00-a48c a984-a9b2 a9e0-a9e4 a9e6-a9ef a9fa-a9fe aa60-aa76 aa7a aa7e-aaaf aab1 "
    "aab5-aab6 aab9-aabd aac0 aac2-aadd f900-fad9 ff66-ff9f 16fe0-16fe1 16fe3 16ff2-18aff "
    "18d00-191d2 1b000-1b2fb 20000-2ee5d 2f800-2fa1d 30000-33479"
)
"""These letters, as the inside of a character class."""
FOLLOWING = _signs(
    "e30-e3a e45 e47-e4e eb0-ebc ec8-ece 102b-103e 1056-1059 105e-1060 1062-1064 1067-106d "
    "1071-1074 1082-108d 108f 109a-109d 17b4-17d3 17dd 19b0-19b4 19b8-19b9 19bb-19c0 19c8-19c9 "
    "1a55-1a7f 1b00-1b04 1b34-1b44 1b6b-1b73 1be6-1bf3 3099-309a a980-a983 a9b3-a9c0 a9e5 "
    "aa7b-aa7d aab0-aab4 aab7-aab8 aaba aabd-aabf aac1 16fe4-16ff1 e0100-e01ef"
)
"""Signs that belong to the letter before them, in the same form: marks of these scripts
(General_Category M), and letters that are a vowel or a tone (Indic_Syllabic_Category)."""
LEADING = _signs("e40-e44 ec0-ec4 1039 17d2 19b5-19b7 19ba 1a60 1b44 a9c0 aab5-aab6 aab9 aabb-aabc")
"""Signs that belong to the letter behind them: vowels that are written before it
(Logical_Order_Exception), and what sets a consonant below another (a virama)."""

WORD = rf"[{LETTERS}]|[^\W{LETTERS}]+"
"""A pattern for what words are sought by: one of these letters, or a word of others."""
RUN = rf"[{LETTERS}{FOLLOWING}]+|[^\W_{LETTERS}]+"
"""A pattern for such letters in a row with their marks, or a word of other letters."""
LETTER = rf"(?:[{LEADING}]*[{LETTERS}][{FOLLOWING}]*(?:(?<=[{LEADING}])[{LETTERS}][{FOLLOWING}]*)*)"
"""A pattern for such a letter with all that belongs to it."""
EDGE = (
    rf"(?:\b|(?<=[{LETTERS}{FOLLOWING}])(?=\w)|(?<=\w)(?=[{LETTERS}])|(?<=[{FOLLOWING}]))"
    rf"(?<![{LEADING}])(?![{FOLLOWING}])"
)
"""A pattern for where a word begins or ends: without such letters `\\b`."""

_ANY = late_pattern(f"[{LETTERS}{FOLLOWING}]")
_FIRST = late_pattern(f"[{LETTERS}]")
_LETTER = late_pattern(LETTER)
_LETTERS_A_WORD = 2
"""Letters without spaces that count as a word, which is what most words of Chinese have."""


def has_unspaced(text: str) -> bool:
    """Whether a text has letters of scripts that put no spaces between words."""
    return not text.isascii() and _ANY.search(text) is not None


def words_in(text: str) -> list[str]:
    """The words of a text as far as they can be told, each with a space behind it where one
    stands: of letters without spaces, two count as a word with what follows them."""
    found: list[str] = []
    for word in text.split():
        starts = [each.start() for each in _LETTER.finditer(word)] if has_unspaced(word) else []
        edges = (0, *starts[_LETTERS_A_WORD::_LETTERS_A_WORD], len(word))
        found.extend(word[begin:end] for begin, end in pairwise(edges))
        found[-1] += " "
    return found


def begins(sign: str) -> str:
    """A pattern for the place before a sign with which words begin that stand as a whole."""
    if re.match(f"[{FOLLOWING}]", sign):
        return ""
    if _FIRST.match(sign):
        return f"(?<![{LEADING}])"
    return rf"(?<![^\W{LETTERS}])(?<![{LEADING}])"


def ends(sign: str) -> str:
    """A pattern for the place behind a sign with which words end that stand as a whole."""
    if re.match(f"[{LEADING}]", sign):
        return ""
    if _ANY.match(sign):
        return f"(?![{FOLLOWING}])"
    return rf"(?![^\W{LETTERS}])"
