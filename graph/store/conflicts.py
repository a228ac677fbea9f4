"""What a merge leaves in a file where two changes cannot both be made: conflict markers of git."""

import re

from graph.store.problem import Fault, Problem, Span

_BEGINS, _BASE, _PARTS, _ENDS = "<<<<<<<", "|||||||", "=======", ">>>>>>>"
_MARKERS = (_BEGINS, _PARTS, _ENDS)
_ANY = re.compile(r"^(?:<{7}|>{7}|={7})(?= |$)", re.MULTILINE)


def conflicts(path: str, text: str) -> list[Problem]:
    """A problem for each conflict in a file, at the line where it begins.

    A marker that stands alone is one as well, but for `=======` in Markdown, which makes a
    heading of the line above.
    """
    if not any(each in text for each in _MARKERS) or not _ANY.search(text):
        return []
    found: list[Problem] = []
    lines = text.split("\n")
    parts_alone = len(lines) if path.endswith(".yaml") else _end_of_fields(path, lines)
    begun: int | None = None
    for number, line in enumerate(lines):
        marker = line[:7]
        if line[7:8] not in ("", " "):
            continue
        if marker == _BEGINS:
            if begun is not None:
                found.append(_problem(path, lines, begun, begun))
            begun = number
        elif marker == _ENDS:
            found.append(_problem(path, lines, number if begun is None else begun, number))
            begun = None
        elif marker == _PARTS and begun is None and number < parts_alone and line.strip() == _PARTS:
            found.append(_problem(path, lines, number, number))
    if begun is not None:
        found.append(_problem(path, lines, begun, begun))
    return found


def _end_of_fields(path: str, lines: list[str]) -> int:
    """The line, from 0, at which the fields of a claim end; 0 for what has none."""
    if not path.endswith(".md") or lines[0].rstrip() != "---":
        return 0
    return next((at for at, line in enumerate(lines) if at and line.rstrip() == "---"), 0)


def _problem(path: str, lines: list[str], first: int, last: int) -> Problem:
    span = Span(first + 1, 1, len(lines[first]) + 1)
    where = f"lines {first + 1} to {last + 1}" if last > first else f"line {first + 1}"
    return Problem(path, Fault.CONFLICT, span, f"a merge left a conflict, {where}")
