"""Where the unusual characters of a YAML text stand in its file: as they are, or as an escape."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from graph.store.problem import Span
from graph.text.invisible import unusual

_TOKEN = re.compile(
    r"\\(?:x(?P<x>[0-9a-fA-F]{2})|u(?P<u>[0-9a-fA-F]{4})|U(?P<U>[0-9a-fA-F]{8})|(?P<short>[\s\S]))"
    r"|(?P<plain>[\s\S])"
)
_SHORT = {"0": "\0", "a": "\a", "b": "\b", "e": "\x1b", "v": "\v", "f": "\f", "N": "\x85"}


def spelt(node: Any, lines: list[str], first_line: int, places: Iterable[int]) -> list[Span]:
    """For each of these places in a scalar's value, at which there is an unusual character, the
    stretch of the file that says so. `lines` are those of the text, from `first_line` on."""
    ranks = {place: rank for rank, place in enumerate(unusual(node.value))}
    found = list(_written(node, lines, first_line))
    start = node.start_mark
    whole = Span(start.line + first_line, start.column + 1, start.column + 2)
    # One that is lost in the folding of lines would leave the others at the wrong place.
    known = len(found) == len(ranks)
    return [found[ranks[place]] if known else whole for place in places]


def _written(node: Any, lines: list[str], first_line: int) -> Iterator[Span]:
    start, end = node.start_mark, node.end_mark
    for number in range(start.line, min(end.line + 1, len(lines))):
        line = lines[number]
        begin = start.column if number == start.line else 0
        stop = end.column if number == end.line else len(line)
        if node.style != '"':
            for place in unusual(line[begin:stop]):
                yield Span(number + first_line, begin + place + 1, begin + place + 2)
            continue
        for token in _TOKEN.finditer(line, begin, stop):
            if list(unusual(_meant(token))):
                yield Span(number + first_line, token.start() + 1, token.end() + 1)


def _meant(token: re.Match[str]) -> str:
    code = token["x"] or token["u"] or token["U"]
    if code:
        return chr(int(code, 16)) if int(code, 16) <= 0x10FFFF else ""
    return _SHORT.get(token["short"], "") if token["short"] else token["plain"]
