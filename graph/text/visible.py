"""Text from records made safe to print: nothing in it can move the cursor or hide."""

import unicodedata

LONGEST_SHOWN = 100
"""The characters that a message says again of what it was given; no id has more."""


def visible(text: str) -> str:
    """The text with every control or format character replaced by a sign one column wide.

    C0 controls become their Unicode control pictures; other controls, bidirectional marks
    and invisible characters become the replacement character U+FFFD.
    """
    if text.isprintable():
        return text
    return "".join(map(_sign, text))


def shown(text: str) -> str:
    """The text as far as a message says it again: visible, and cut where it is long."""
    if len(text) <= LONGEST_SHOWN:
        return visible(text)
    return f"{visible(text[:LONGEST_SHOWN])}… ({len(text):,} characters)"


def _sign(character: str) -> str:
    if character.isprintable():
        return character
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    return " " if unicodedata.category(character) == "Zs" else "\ufffd"
