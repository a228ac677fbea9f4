"""A report as Markdown for a comment on the hosting site.

Whoever proposes a change writes the records that it quotes, and may have made the report itself.
So nothing in it is taken for Markdown, HTML, a mention, a reference or an address, and the
comment has a bound whatever the change.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.review.telling.english import phrase
from graph.review.telling.mermaid import mermaid
from graph.review.telling.report import Line, Part, Report, Role, Section
from graph.text.inert import CODE, Stretch, inert, inert_line

LONGEST = 9_500
"""Characters at most."""

_STEPS = ((200, 400), (40, 300), (15, 240), (6, 200), (3, 160), (1, 120), (1, 40))
"""Lines of a section and characters of a text at most, from generous to scant."""
_BELOW = 6
_MARKS = {Role.STRONG: "**", Role.ADDED: "**", Role.REMOVED: "~~", Role.ID: CODE}


def diff_markdown(report: Report) -> str:
    """The report as Markdown, always shorter than `LONGEST` characters.

    What does not fit is counted. The drawing, which is bounded by itself, always comes along.
    """
    drawing = _drawing(report)
    for lines, characters in _STEPS:
        text = _fitting(_whole(report, lines, characters), LONGEST - len(drawing))
        if text is not None:
            return text + drawing
    # Headings alone fit in any case.
    headings = replace(report, gist=report.gist[:2], sections=())
    return "\n".join(_whole(headings, 1, 40)) + drawing


def _fitting(lines: Iterable[str], characters: int) -> str | None:
    """The lines, where they have so many characters at most; no more of them are made than fit."""
    kept = []
    for line in lines:
        kept.append(line)
        characters -= len(line)
        if characters < 0:
            return None
        # What stands between it and the next.
        characters -= 1
    return "\n".join(kept)


def _drawing(report: Report) -> str:
    drawn = mermaid(report.drawing)
    if not drawn:
        return ""
    summary = phrase("drawing")
    return f"\n<details><summary>{summary}</summary>\n\n```mermaid\n{drawn}```\n\n</details>\n"


def _whole(report: Report, lines: int, characters: int) -> Iterator[str]:
    before, after = (inert(each, 60) for each in report.names)
    yield f"### {phrase('title')}\n"
    yield f"{phrase('names', before=before, after=after)}.\n"
    for each in report.gist:
        yield f"{inert(each, characters)}\n"
    for section in report.sections:
        yield from _section(section, lines, characters)


def _section(section: Section, lines: int, characters: int) -> Iterator[str]:
    yield f"#### {inert(section.title, 80)} ({section.number})\n"
    yield from _lines(section.lines[:lines], "", characters)
    if (rest := section.number - len(section.lines[:lines])) > 0:
        yield f"- {phrase('more', n=rest)}"
    yield ""


def _lines(lines: Iterable[Line], indent: str, characters: int) -> Iterator[str]:
    for line in lines:
        yield f"{indent}- " + inert_line(map(_stretch, _clipped(line)), characters)
        yield from _lines(line.below[:_BELOW], indent + "  ", characters)
        if (rest := len(line.below) - _BELOW) > 0:
            yield f"{indent}  - {phrase('more', n=rest)}"


def _clipped(line: Line) -> tuple[Part, ...]:
    """A line with some dozens of parts at most: a text may be changed in very many places."""
    most = 40
    if len(line.parts) <= most:
        return line.parts
    return (*line.parts[:most], Part(Role.WORDS, " …"))


def _stretch(part: Part) -> Stretch:
    return Stretch(part.text, _MARKS.get(part.role, ""))
