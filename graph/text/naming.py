"""Ids for new records, made of what they say."""

import re
import unicodedata
from collections.abc import Collection, Iterable

from graph.text.invisible import joiners
from graph.text.letters import LOST, latin
from graph.text.one_line import evenly_spaced, on_one_line

DEVICES = r"(?:con|prn|aux|nul|com[1-9]|lpt[1-9])"
"""Names that Windows keeps for devices, whatever ending follows: no file there can have one."""
MOST_WORDS = 6
LONGEST = 48
"""The words and the characters of an id at most, before the number that makes it unique."""
MARKS = "0123456789abcdefghjkmnpqrstvwxyz"
"""The signs of a mark: none that is easily taken for another (Crockford's base 32)."""

_PASSED_OVER = frozenset(
    "a an and are as at be been but by for from has have in into is it its of on or so than that "
    "the their there these this to was were will with de dat die dit een en er het hun ze zijn is "
    "in om op te tot van voor aan als bij door met naar ook of wordt worden der das dem ein eine "
    "einer eines einem einen und ist sind wird werden im zu zum zur von vom mit aus bei auf "
    "sich".split()
)


def clean(text: str) -> str:
    """The text on one line: composed (NFC), plain white space folded, nothing invisible left.

    Characters of Unicode's category C are left out, so that what is written never needs an escape.
    Joiners stay where a word or an emoji needs them, and spaces that a person chose where they
    part words, as in a record (graph/text/one_line.py).
    """
    spaced = on_one_line(unicodedata.normalize("NFC", text))
    needed = joiners(spaced) if "\u200c" in spaced or "\u200d" in spaced else ()
    kept = "".join(
        each
        for place, each in enumerate(spaced)
        if unicodedata.category(each)[0] != "C" or place in needed
    )
    return on_one_line(kept).strip()


def plain(text: str) -> str:
    """The same with plain spaces alone: for what names something, as ids and addresses do."""
    return evenly_spaced(clean(text))


def slug(text: str, otherwise: str) -> str:
    """A short id of the words of a text that carry its meaning.

    Letters of other scripts become ours (letters.py), and accents go; what is no letter and no
    digit parts words, apostrophes excepted, which disappear; articles, prepositions and the like
    go unless nothing else is left, and words with a sign that is nothing in our letters. Then the
    first six words, less those beyond 48 characters; where that is the name of a device, which no
    file can have, `otherwise` follows it.

    Where no word is left, the id is `otherwise` with a mark of the text behind it, if that has
    letters at all: the same each time, and hardly ever that of another text.
    """
    return _worded(text, otherwise) or _marked(text, otherwise)


def slug_of(texts: Iterable[str], otherwise: str) -> str:
    """A short id of the first of these texts that has words for one, else a mark of the first."""
    given = tuple(texts)
    worded = (_worded(each, otherwise) for each in given)
    return next(filter(None, worded), "") or _marked(next(iter(given), ""), otherwise)


def _worded(text: str, otherwise: str) -> str:
    words = [each for each in latin(text).split() if LOST not in each]
    telling = [each for each in words if each not in _PASSED_OVER] or words
    chosen = ""
    for word in telling[:MOST_WORDS]:
        longer = f"{chosen}-{word}" if chosen else word[:LONGEST]
        if len(longer) > LONGEST:
            break
        chosen = longer
    return f"{chosen}-{otherwise}" if re.fullmatch(DEVICES, chosen) else chosen


def _marked(text: str, otherwise: str) -> str:
    return f"{otherwise}-{_mark(plain(text))}" if LOST in latin(text) else otherwise


def _mark(text: str) -> str:
    """Five signs that stand for a text: the last 25 bits of its hash, FNV-1a in 32 bits.

    Not one of hashlib, since a browser makes those only when it is waited for.
    """
    found = 0x811C9DC5
    for byte in text.encode():
        found = (found ^ byte) * 0x01000193 & 0xFFFFFFFF
    return "".join(MARKS[found >> place & 31] for place in range(20, -1, -5))


def unique(wanted: str, taken: Collection[str]) -> str:
    """The id itself or, where it is taken, with the first free number from 2 behind it."""
    if wanted not in taken:
        return wanted
    number = 2
    while f"{wanted}-{number}" in taken:
        number += 1
    return f"{wanted}-{number}"
