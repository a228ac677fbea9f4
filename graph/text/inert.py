"""Text from records as Markdown in which nothing of it does anything.

Hosting sites turn mentions, references to issues, addresses and ids of commits into links and
notices, and names between colons into pictures, after Markdown has been read; so escaping alone
does not do.
"""

import html
import re

from graph.text.visible import visible

_BREAK = "\u200b"
_MARKUP = re.compile(r"[\\`*_{}\[\]#!|~$^]")
"""What has a meaning anywhere."""
_AT_THE_START = re.compile(r"\A(\s*)(\d+(?=[.)](?:\s|\Z))|(?=[-+=]))")
"""What makes a list or a rule of a line that begins with it."""
_NOTICED = re.compile(
    r"(?<=[@#!])(?=\w)|(?<=\bGH)(?=-\d)|(?<=:)(?=//|[\w+-]+:)|(?<=\bwww)(?=\.)"
    r"|(?<=[0-9a-f]{6})(?=[0-9a-f])",
    re.IGNORECASE,
)


def inert(text: str, characters: int) -> str:
    """The text on one line, at most so many characters of it, as Markdown that stays text."""
    parted = _NOTICED.sub(_BREAK, _shown(text, characters))
    escaped = _MARKUP.sub(r"\\\g<0>", html.escape(parted, quote=False))
    return _AT_THE_START.sub(r"\1\2\\", escaped)


def inert_code(text: str, characters: int) -> str:
    """The text on one line as it may stand between backticks."""
    return _shown(text, characters).replace("`", "'").strip() or "?"


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
