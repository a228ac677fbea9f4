"""Text on one line: what of its white space is layout, and what is text."""

import re

_ENDS = " \t\r\n"
# All white space of Unicode but its spaces (category Zs), of which only the plain one is layout.
_LAYOUT = re.compile(r"[ \t-\r\x1c-\x1f\x85\u2028\u2029]+")


def on_one_line(text: str) -> str:
    """The text with every run of plain spaces, tabs and line breaks as one space, and none at its
    ends.

    Spaces that a person chose stay: those that keep a number with its sign, narrow ones before
    French punctuation, ideographic ones. Twice is the same as once.
    """
    return _LAYOUT.sub(" ", text).strip(" ")


def trimmed(text: str) -> str:
    """The text without plain spaces, tabs and line breaks at its ends."""
    return text.strip(_ENDS)


def evenly_spaced(text: str) -> str:
    """The text with every run of white space of any kind as one space, and none at its ends: for
    what is compared, where it makes no difference which space was typed."""
    return " ".join(text.split())


def without_stop(sentence: str) -> str:
    """A sentence as it stands within another: without its full stop, where anything else is left
    of it."""
    return sentence.removesuffix(".") or sentence


def compared(text: str) -> str:
    """The text as it is compared where neither the spaces nor the capitals make a difference."""
    return evenly_spaced(text).casefold()
