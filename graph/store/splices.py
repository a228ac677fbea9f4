"""Pieces of a text put in place of others, also where the text has a byte order mark or other
line ends than it is read with."""

import re
from collections.abc import Iterable
from typing import NamedTuple

_MARK = "\ufeff"
_LINE_END = re.compile(r"\r\n|\r|\n")


class Splice(NamedTuple):
    """The characters from `begin` to `end` of a text, counted from 0, become `text`."""

    begin: int
    end: int
    text: str


def as_read(text: str) -> str:
    """The text of a file as it is read: without a byte order mark, with plain line ends."""
    return text.removeprefix(_MARK).replace("\r\n", "\n").replace("\r", "\n")


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """The text with splices made in it; they do not overlap, and those that insert at the same
    place stand in the order given."""
    done = 0
    pieces: list[str] = []
    for begin, end, new in sorted(splices, key=lambda each: each[:2]):
        pieces += (text[done:begin], new)
        done = end
    return "".join((*pieces, text[done:]))


def spliced_as_it_stands(text: str, splices: Iterable[Splice]) -> str:
    """Splices of the text as it is read, made in the text as it stands in the file.

    New lines end as the one does behind which they stand.
    """
    if not text.startswith(_MARK) and "\r" not in text:
        return spliced(text, splices)
    at = [
        match.start()
        for match in re.finditer(r"\r\n|[\s\S]", text)
        if match.start() or match[0] != _MARK
    ]
    at.append(len(text))
    return spliced(text, (_placed(text, at, each) for each in splices))


def _placed(text: str, at: list[int], splice: Splice) -> Splice:
    ending = _LINE_END.search(text, at[splice.begin])
    new = splice.text.replace("\n", ending[0] if ending is not None else "\n")
    return Splice(at[splice.begin], at[splice.end], new)
