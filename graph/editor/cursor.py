"""Where in a record somebody is typing, told from the lines alone: half a line is no YAML yet."""

import re
from collections.abc import Sequence
from typing import NamedTuple

_KEYED = re.compile(r"(?P<margin> *(?:- +)*)(?P<key>[\w-]+)[ \t]*:(?=[ \t]|$)")
_MARGIN = re.compile(r" *(?:-(?: +|$))*")


class Spot(NamedTuple):
    """The fields around a position, outermost first, and what has been typed there.

    `named` where the last of `fields` is followed by its colon or a dash, so that a value is
    due; `begin` is the column at which what is typed begins; `item` says that it is one of a
    list.
    """

    fields: tuple[str, ...]
    begin: int
    typed: str
    named: bool
    item: bool


def spot(lines: Sequence[str], line: int, column: int) -> Spot | None:
    """Where a position is; None in a comment. `lines` are those of the fields only."""
    text = lines[line - 1][: column - 1] if 0 < line <= len(lines) else ""
    keyed = _KEYED.match(text)
    dashes = _MARGIN.match(text)
    margin = keyed["margin"] if keyed else dashes[0] if dashes else ""
    fields = _above(lines, line - 1, len(margin))
    start = keyed.end() if keyed else len(margin)
    if keyed:
        fields = (*fields, keyed["key"])
    inner = _flow(text, start)
    if inner is None:
        return None
    inside, begin, at_name, item = inner
    typed = text[begin:]
    shift = len(typed) - len(typed.lstrip(" \t"))
    begin, typed = begin + shift, typed[shift:]
    if typed[:1] in ("'", '"'):
        begin, typed = begin + 1, typed[1:]
    if keyed or inside is not None:
        return Spot((*fields, *(inside or ())), begin + 1, typed, not at_name, item)
    return Spot(fields, begin + 1, typed, False, "-" in margin)


def _above(lines: Sequence[str], index: int, width: int) -> tuple[str, ...]:
    """The fields in which a line stands, by their indentation."""
    found: list[str] = []
    for number in range(index - 1, -1, -1):
        keyed = _KEYED.match(lines[number])
        if keyed and len(keyed["margin"]) < width:
            found.insert(0, keyed["key"])
            width = len(keyed["margin"])
            if not width:
                break
    return tuple(found)


def _flow(text: str, start: int) -> tuple[list[str] | None, int, bool, bool] | None:
    """Names open within braces and brackets, where the last piece begins, and what it is."""
    stack: list[list[str]] = []
    begin, index, opened = start, start, False
    while index < len(text):
        sign = text[index]
        if sign in "'\"" and not text[begin:index].strip():
            end = text.find(sign, index + 1)
            if end < 0:
                break
            index = end
        elif sign == "#" and (index == 0 or text[index - 1] in " \t"):
            return None
        elif sign in "{[" and (stack or not text[begin:index].strip()):
            stack.append([sign, ""])
            begin, opened = index + 1, True
        elif stack and sign in "}]":
            stack.pop()
            begin = index + 1
        elif stack and sign == ",":
            if stack[-1][0] == "{":
                stack[-1][1] = ""
            begin = index + 1
        elif stack and sign == ":" and stack[-1][0] == "{" and text[index + 1 : index + 2] in " ":
            stack[-1][1] = text[begin:index].strip()
            begin = index + 1
        index += 1
    names = [name for _, name in stack if name]
    at_name = bool(stack) and stack[-1][0] == "{" and not stack[-1][1]
    return (names if opened else None), begin, at_name, bool(stack) and stack[-1][0] == "["
