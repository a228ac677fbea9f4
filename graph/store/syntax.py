"""Why a text is not YAML, in the terms of the person who wrote it.

A parser reports where it gave up, which is often lines below the slip and in the words of
its own grammar. Nearly all slips in records are one of a handful; each is recognised here
from the parser's message and the text around it, and placed where the slip is.
"""

import re
from typing import NamedTuple

import yaml

from graph.store.problem import Fault
from graph.text.invisible import sign_name

_KEY_BEFORE_COLON = re.compile(r"\s*(?:- +)*[\w-]+\s*\Z")
_QUOTED_VALUE = re.compile(r"""(?:^|[:,\[{-])\s*(["'])""")
_CLOSED = {
    '"': re.compile(r'"(?:[^"\\]|\\.)*"'),
    "'": re.compile(r"'(?:[^']|'')*'"),
}
# Named one by one: to compile what is left of all characters takes ten times as long.
_UNPRINTABLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]"
)

_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_NO_SPACE = re.compile(
    rf" *(?:- +)*(?:(?P<dash>-)?(?P<space>[{_SPACES}])|[\w-]+ *:(?P<behind>[{_SPACES}]))"
)
"""What indents a line, or stands behind a dash or the colon of a field, and is no plain space."""
_DIRECTIVE = re.compile(r"%[A-Z]+ ")


class Slip(NamedTuple):
    """What went wrong, at a line and column counted from 0."""

    fault: Fault
    line: int
    column: int
    detail: str


def unprintable(text: str) -> Slip | None:
    """The first character that YAML does not allow in a text at all."""
    match = _UNPRINTABLE.search(text)
    if match is None:
        return None
    before = text[: match.start()]
    line = before.count("\n")
    column = len(before) - (before.rfind("\n") + 1)
    detail = f"the character {sign_name(match[0])}, which no text has"
    return Slip(Fault.CONTROL_CHARACTER, line, column, detail)


def no_break_space(line: str) -> tuple[int, str] | None:
    """Where in a line a space that is none to YAML stands for one, from 0, and what is wrong."""
    match = _NO_SPACE.match(line)
    if match is None:
        return None
    place = match.start("space") if match["space"] else match.start("behind")
    return place, f"{sign_name(line[place])} where a space belongs"


def diagnose(lines: list[str], error: yaml.MarkedYAMLError) -> Slip:
    """The slip behind an error of the YAML parser; `lines` are those of the text it read."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return Slip(Fault.SYNTAX, 0, 0, str(error.problem or "this is not YAML"))
    around = error.context_mark or mark
    seen = _Seen(
        lines, mark.line, mark.column, around.line, around.column,
        str(error.context or ""), str(error.problem or ""),
    )  # fmt: skip
    for recognise in _RECOGNISERS:
        slip = recognise(seen)
        if slip is not None:
            break
    else:
        words = " ".join(part for part in (seen.context, seen.problem) if part)
        slip = Slip(Fault.SYNTAX, mark.line, mark.column, words)
    line, column = _inside(lines, slip.line, slip.column)
    return slip._replace(line=line, column=column)


class _Seen(NamedTuple):
    """The parser's message and the two places it names."""

    lines: list[str]
    line: int
    column: int
    around_line: int
    around_column: int
    context: str
    problem: str

    @property
    def text(self) -> str:
        return self.lines[self.line] if self.line < len(self.lines) else ""

    @property
    def character(self) -> str:
        return self.text[self.column : self.column + 1]


def _inside(lines: list[str], line: int, column: int) -> tuple[int, int]:
    """The place itself or, past the end of the text, the end of its last line with text."""
    if line < len(lines) and (lines[line].strip() or column):
        return line, column
    for index in range(min(line, len(lines)) - 1, -1, -1):
        if stripped := lines[index].rstrip():
            return index, len(stripped) - 1
    return 0, 0


def _directive(seen: _Seen) -> Slip | None:
    for number, line in enumerate(seen.lines[: seen.line + 1]):
        if _DIRECTIVE.match(line):
            return Slip(Fault.DIRECTIVE, number, 0, "a directive, which has no meaning here")
    return None


def _space(seen: _Seen) -> Slip | None:
    """The nearest of such spaces: the parser goes on for a while before it gives up."""
    for number in range(min(seen.line + 1, len(seen.lines) - 1), -1, -1):
        if (found := no_break_space(seen.lines[number])) is not None:
            return Slip(Fault.NO_BREAK_SPACE, number, *found)
    return None


def _character(seen: _Seen) -> Slip | None:
    if seen.character == "\t" or "tab character" in seen.problem:
        return Slip(Fault.TAB, seen.line, seen.column, "a tab where spaces belong")
    if "alias" in seen.problem or "alias" in seen.context or "anchor" in seen.context:
        return Slip(Fault.ALIAS, seen.around_line, seen.around_column, _starts_with(seen))
    if "scanning a tag" in seen.context or "tag handle" in seen.problem:
        return Slip(Fault.TAG, seen.around_line, seen.around_column, _starts_with(seen))
    special = "cannot start any token" in seen.problem
    if special or "a directive" in seen.context or "a block scalar" in seen.context:
        return Slip(Fault.RESERVED, seen.around_line if not special else seen.line,
                    seen.around_column if not special else seen.column,
                    _starts_with(seen, special))  # fmt: skip
    return None


def _starts_with(seen: _Seen, at_problem: bool = False) -> str:
    line, column = (
        (seen.line, seen.column) if at_problem else (seen.around_line, seen.around_column)
    )
    text = seen.lines[line] if line < len(seen.lines) else ""
    return f"a text cannot start with {text[column : column + 1]} unless it is in quotes"


def _quote(seen: _Seen) -> Slip | None:
    if "quoted scalar" in seen.context and "end of" in seen.problem:
        return Slip(Fault.QUOTE, *_first_open_quote(seen), "this quotation mark is not closed")
    if "quoted scalar" in seen.context:
        return Slip(Fault.QUOTE, seen.line, seen.column, seen.problem)
    if not ("expected key" in seen.problem or "expected ','" in seen.problem):
        return None
    before = seen.text[: seen.column].rstrip()
    if before[-1:] not in ('"', "'"):
        return None
    for index in range(max(seen.around_line, seen.line - 20), seen.line):
        if (column := _open_quote(seen.lines[index])) is not None:
            return Slip(Fault.QUOTE, index, column, "this quotation mark is not closed")
    return Slip(Fault.QUOTE, seen.line, seen.column, "the text goes on after its closing quote")


def _first_open_quote(seen: _Seen) -> tuple[int, int]:
    """Where the mark that was never closed stands: the parser names the last in a chain."""
    for index in range(seen.around_line):
        if (column := _open_quote(seen.lines[index])) is not None:
            return index, column
    return seen.around_line, seen.around_column


def _open_quote(line: str) -> int | None:
    for match in _QUOTED_VALUE.finditer(line):
        column = match.start(1)
        if _CLOSED[match[1]].match(line, column) is None:
            return column
    return None


def _document(seen: _Seen) -> Slip | None:
    if "another document" in seen.problem:
        return Slip(Fault.SECOND_DOCUMENT, seen.line, seen.column, "a second document begins")
    if "<document start>" not in seen.problem:
        return None
    if any(line.startswith("...") for line in seen.lines[: seen.line]):
        return Slip(Fault.SECOND_DOCUMENT, seen.line, seen.column, "text after the end mark ...")
    return _wrong_indent(seen, seen.line)


def _colon(seen: _Seen) -> Slip | None:
    flow = "expected ','" in seen.problem and seen.character == ":"
    if "mapping values are not allowed" not in seen.problem and not (
        flow and seen.line == seen.around_line
    ):
        return None
    before = seen.text[: seen.column]
    if flow or not _KEY_BEFORE_COLON.match(before):
        return Slip(Fault.UNQUOTED_COLON, seen.line, seen.column, "a colon and a space in a text")
    previous = next(
        (each for each in range(seen.line - 1, -1, -1) if seen.lines[each].strip()), None
    )
    if previous is not None and ":" not in seen.lines[previous]:
        start = len(seen.lines[previous]) - len(seen.lines[previous].lstrip())
        return Slip(Fault.SYNTAX, previous, start, "a field's name and value need a colon between")
    return _wrong_indent(seen, seen.line)


def _bracket(seen: _Seen) -> Slip | None:
    if "flow node" in seen.context:
        # The parser names the place where a value is missing, not the bracket.
        if any(line.strip() for line in seen.lines[seen.line :]):
            return None
        line, column = _last_open(seen.lines) or (seen.around_line, seen.around_column)
        return Slip(Fault.BRACKET, line, column, "this bracket is not closed")
    if "flow" in seen.context:
        return Slip(
            Fault.BRACKET, seen.around_line, seen.around_column, "this bracket is not closed"
        )
    if seen.character in ("]", "}") and seen.character:
        return Slip(Fault.BRACKET, seen.line, seen.column, "this bracket was never opened")
    return None


def _last_open(lines: list[str]) -> tuple[int, int] | None:
    """The innermost bracket that is still open at the end; brackets in quotes count too."""
    opened: list[tuple[int, int]] = []
    for number, line in enumerate(lines):
        for column, character in enumerate(line):
            if character in "[{":
                opened.append((number, column))
            elif character in "]}" and opened:
                opened.pop()
    return opened[-1] if opened else None


def _indent(seen: _Seen) -> Slip | None:
    if "'-' indicator" in seen.problem or (
        "expected key" in seen.problem and not seen.text[: seen.column].strip()
    ):
        return _wrong_indent(seen, seen.line)
    return None


def _wrong_indent(seen: _Seen, line: int) -> Slip:
    text = seen.lines[line] if line < len(seen.lines) else ""
    width = len(text) - len(text.lstrip())
    spaces = "space" if width == 1 else "spaces"
    detail = f"indented by {width} {spaces}, unlike the lines around it"
    return Slip(Fault.WRONG_INDENT, line, width, detail)


def _no_colon(seen: _Seen) -> Slip | None:
    if "expected ':'" in seen.problem:
        around = seen.lines[seen.around_line] if seen.around_line < len(seen.lines) else ""
        if (wide := around.find("：")) >= 0:
            detail = "U+FF1A (fullwidth colon) where a colon and a space belong"
            return Slip(Fault.SYNTAX, seen.around_line, wide, detail)
        detail = "a field's name needs a colon and a space behind it"
        return Slip(Fault.SYNTAX, seen.around_line, seen.around_column, detail)
    return None


_RECOGNISERS = (
    _directive, _space, _character, _quote, _document, _colon, _bracket, _indent, _no_colon,
)  # fmt: skip
"""What recognises a slip, what is surest of itself first."""
