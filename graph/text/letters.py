"""What the letters of other scripts are in a to z, as far as a script has letters.

The table is letters.json, which `.ci/letters` makes of AnyAscii's; browsers read it as
site/assets/js/letters.js, and site/assets/js/naming.js does what is done here.
"""

import json
import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

LOST = "\0"
"""Stands where a letter has no place in the table, such as one of Han."""


def _in_each_block(first: int, last: int) -> str:
    """Signs at the same places of the blocks from Devanagari to Malayalam, all laid out alike."""
    blocks = range(0x900, 0xD80, 0x80)
    return "".join(f"{chr(block + first)}-{chr(block + last)}" for block in blocks)


WITHOUT_VOWEL = (
    f"([{_in_each_block(0x15, 0x39)}][{_in_each_block(0x3C, 0x3C)}]?)"
    f"(?=[{_in_each_block(0x01, 0x39)}])"
)
"""A consonant with no vowel behind it, within a word: there an a is said and not written."""


class Table(NamedTuple):
    """What is in letters.json."""

    source: str
    licence: str
    """What must go along wherever the table goes."""
    runs: Mapping[str, str]
    """By the number of the first sign, in hexadecimal, what it and those behind it are in ours.

    They stand between spaces: `.` where a sign has no place here, `-` where it is nothing.
    """


@cache
def table() -> Table:
    """The table, read once."""
    return Table(**json.loads(files("graph.text").joinpath("letters.json").read_text("utf-8")))


def latin(text: str) -> str:
    """The words of a text in a–z and 0–9, with spaces and LOST between and within them.

    Marks and apostrophes go; whatever else is no letter and no digit parts words.
    """
    plain = unicodedata.normalize("NFKC", text).lower()
    return "".join(map(_latin, re.sub(WITHOUT_VOWEL, r"\1a", plain)))


def _latin(sign: str) -> str:
    letters = _letters()
    if sign in letters:
        return letters[sign]
    return "".join(letters.get(each, _other(each)) for each in unicodedata.normalize("NFKD", sign))


def _other(sign: str) -> str:
    if sign in "'’" or unicodedata.combining(sign):
        return ""
    if sign.isascii() and sign.isalnum():
        return sign
    return LOST if sign.isalpha() else " "


@cache
def _letters() -> Mapping[str, str]:
    return {
        chr(int(first, 16) + place): "" if each == "-" else each
        for first, row in table().runs.items()
        for place, each in enumerate(row.split(" "))
        if each != "."
    }
