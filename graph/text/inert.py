"""Text from records as Markdown in which nothing of it does anything.

Hosting sites turn mentions, references to issues, addresses and ids of commits into links and
notices, and names between colons into pictures, after Markdown has been read; so escaping alone
does not do. What they notice may begin in one stretch of a line and end in the next: a line is
looked at as a whole.
"""

import html
import re
from collections.abc import Iterable
from typing import NamedTuple

from graph.text.visible import visible

CODE = "`"
_BREAK = "\u200b"
_MARKUP = "\\`*_{}[]#!|~$^"
"""What has a meaning anywhere."""
_ESCAPED = str.maketrans(
    {**{sign: f"\\{sign}" for sign in _MARKUP}, **{sign: html.escape(sign) for sign in "&<>"}}
)
_AT_THE_START = re.compile(r"\d+(?=[.)](?:\s|\Z))|(?=[-+=])")
"""What makes a list or a rule of a line that begins with it, up to where that is stopped."""
# Where words begin is not asked: an underscore is a letter for some who look, and none for others.
_NOTICED = re.compile(
    r"(?<=[@#!])(?=\w)|(?<=GH)(?=-\d)|(?<=:)(?=//|[\w+-]+:)|(?<=www)(?=\.)"
    r"|(?<=[0-9a-f]{6})(?=[0-9a-f])",
    re.IGNORECASE,
)


class Stretch(NamedTuple):
    """A stretch of a line: its text, and the mark of Markdown on both sides of it, which may be
    `CODE`."""

    text: str
    mark: str = ""


def inert(text: str, characters: int) -> str:
    """The text on one line, at most so many characters of it, as Markdown that stays text."""
    return inert_line((Stretch(text),), characters)


def inert_code(text: str, characters: int) -> str:
    """The text on one line as it may stand between backticks."""
    return _shown(text, characters).replace("`", "'").strip() or "?"


def inert_line(stretches: Iterable[Stretch], characters: int) -> str:
    """Stretches of text one behind the other, at most so many characters of each, as one line of
    Markdown in which they are text with the marks around them, and nothing more."""
    shown: list[Stretch] = []
    whole = ""
    for text, mark in stretches:
        said = inert_code(text, characters) if mark == CODE else _shown(text, characters)
        # Several spaces would be code, or the end of a line.
        said = said.lstrip(" ") if not shown or whole.endswith(" ") else said
        if said:
            shown.append(Stretch(said, mark))
            whole += said
    parted = {found.start() for found in _NOTICED.finditer(whole)}
    begins = _AT_THE_START.match(whole)
    stopped = begins.end() if begins is not None else -1
    line, at = "", 0
    for text, mark in shown:
        # Nothing in code is noticed, and nothing can be put there; two marks would be one.
        line += _BREAK if mark and (at in parted or line.endswith(mark)) else ""
        line += f"`{text}`" if mark == CODE else _marked(text, mark, at, parted, stopped)
        at += len(text)
    return line


def _marked(text: str, mark: str, at: int, parted: set[int], stopped: int) -> str:
    """A stretch that stands `at` this place of its line, parted and stopped at such places."""
    said, done = "", 0
    for place in sorted({each - at for each in (*parted, stopped)} & set(range(len(text)))):
        said += text[done:place].translate(_ESCAPED)
        said += _BREAK if place + at in parted and not (mark and place == 0) else ""
        said += "\\" if place + at == stopped and text[place] not in _MARKUP else ""
        done = place
    said += text[done:].translate(_ESCAPED)
    if not mark or not said.strip():
        return said
    # The space before and behind a text may not stand inside emphasis.
    inner = said.strip(" ")
    before, _, behind = said.partition(inner)
    return f"{before}{mark}{inner}{mark}{behind}"


def _shown(text: str, characters: int) -> str:
    """One line without invisible characters, clipped."""
    # Longer than that nothing is shown, and control characters may be many.
    line = visible(" ".join(text[: characters * 4].split()))
    if not line:
        return " " if text else ""
    if text[:1].isspace():
        line = f" {line}"
    if text[-1:].isspace() and len(text) <= characters * 4:
        line = f"{line} "
    return line if len(line) <= characters else f"{line[: characters - 1].rstrip()}…"
