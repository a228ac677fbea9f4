"""Characters that nobody sees: those that no text has, and those that are at home in some.

Scripts that join their letters need joiners within words, emoji are joined to others, and
right-to-left text has marks of its direction. Elsewhere such signs come along with copied text,
or make a reader see something else than what is there.
"""

import re
import unicodedata
from collections.abc import Iterator

from graph.text.late_pattern import late_pattern

JOINING = (
    r"\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\u1900-\u1cff\ua800-\uabff"
    r"\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc\U00010a00-\U00010fff\U00011000-\U00011fff"
    r"\U0001e900-\U0001e95f"
)
"""Blocks of the scripts in whose words a joiner has a meaning, from Arabic and Devanagari to Adlam
(Unicode Standard, 23.2), as the inside of a character class."""
PICTURES = r"\u00a9\u00ae\u203c-\u3299\ufe0f\U0001f000-\U0001faff"
"""Blocks of the signs that are joined to one emoji (UTS 51), in the same form."""
JOINED = rf"[{JOINING}][\u200c\u200d](?=[{JOINING}])|[{PICTURES}]\u200d(?=[{PICTURES}])"
"""A sign with the joiner behind it that is at home there."""

_JOINED = late_pattern(JOINED)
_FLAG = re.compile(r"\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{2,6}\U000e007f")
# Languages that put no spaces between their words may say where one ends.
_WORD_END = re.compile(r"(?<=[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])\u200b")
_RIGHT_TO_LEFT = late_pattern(
    r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_MARKS = "\u061c\u200e\u200f"
_NO_CHARACTERS = (
    r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(rf"\U{plane:04x}fffe\U{plane:04x}ffff" for plane in range(1, 15))
    + r"\U000f0000-\U0010ffff"
)
_UNSEEN = (
    r"\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    r"\ufff9-\ufffb\U000e0001\U000e0020-\U000e007f"
)
_FILLERS = "\u115f\u1160\u3164\uffa0"
"""The only ones of these that are letters to Unicode, and so count as what can be seen."""
_FAULTY = late_pattern(f"[{_NO_CHARACTERS}]")
_HIDDEN = late_pattern(f"[{_UNSEEN}]")
_UNUSUAL = late_pattern(f"[{_NO_CHARACTERS}{_UNSEEN}]")
_OPENING = {"\u202a": "\u202c", "\u202b": "\u202c", "\u202d": "\u202c", "\u202e": "\u202c",
            "\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"}  # fmt: skip
_TURNING = re.compile(r"[\u202a-\u202e\u2066-\u2069\n]")
_NO_NAMES = {
    "\0": "null", "\a": "bell", "\b": "backspace", "\t": "tab", "\n": "new line",
    "\v": "vertical tab", "\f": "form feed", "\r": "carriage return", "\x1b": "escape",
    "\x7f": "delete", "\x85": "next line",
}  # fmt: skip


def faulty(text: str) -> Iterator[int]:
    """Where characters stand that no text has: control characters other than a tab or the end of a
    line, those for private use, halves of characters (surrogates) and what is none at all
    (noncharacters); each place from 0."""
    if not _surely_sound(text):
        yield from (match.start() for match in _FAULTY.finditer(text))


def unusual(text: str) -> Iterator[int]:
    """Where there are characters that no text has, or that nobody sees, at home or not."""
    if _surely_sound(text) and not any(each in text for each in _FILLERS):
        return iter(())
    return (match.start() for match in _UNUSUAL.finditer(text))


def without_faulty(text: str) -> str:
    """The text without the characters that no text has."""
    return text if _surely_sound(text) else _FAULTY.sub("", text)


def _surely_sound(text: str) -> bool:
    """Whether a look at a text, quicker than one for each character, finds nothing in it."""
    return text.isprintable() or text.replace("\n", "").isprintable()


def hidden(text: str) -> Iterator[int]:
    """Where signs stand that nobody sees and that are not at home there: marks and turns of
    direction, joiners and spaces without width, letters in disguise; each place from 0."""
    if not _HIDDEN.search(text):
        return
    at_home = joiners(text)
    for pattern in (_FLAG, _WORD_END):
        for match in pattern.finditer(text):
            at_home.update(range(*match.span()))
    turned = _RIGHT_TO_LEFT.search(text) is not None
    for match in _HIDDEN.finditer(text):
        if match.start() not in at_home and not (turned and match[0] in _MARKS):
            yield match.start()


def joiners(text: str) -> set[int]:
    """Where joiners stand that are at home there, each place from 0."""
    return {match.end() - 1 for match in _JOINED.finditer(text)}


def unbalanced(text: str) -> int | None:
    """Where a turn of direction begins that does not end within its line, or one ends that did not
    begin; None where all is well (UAX 9)."""
    opened: list[tuple[str, int]] = []
    for match in _TURNING.finditer(text):
        sign, place = match[0], match.start()
        if sign in _OPENING:
            opened.append((_OPENING[sign], place))
        elif sign == "\n":
            if opened:
                break
        elif opened and opened[-1][0] == sign:
            opened.pop()
        else:
            return opened[-1][1] if opened else place
    return opened[0][1] if opened else None


def sign_name(character: str) -> str:
    """A character nobody sees, by number and name: `U+202E (right-to-left override)`."""
    name = _NO_NAMES.get(character) or unicodedata.name(character, "").lower()
    number = f"U+{ord(character):04X}"
    return f"{number} ({name})" if name else number
