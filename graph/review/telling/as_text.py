"""A review for a terminal."""

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.text import Text

from graph.answers.printed import indented
from graph.review.telling.english import phrase
from graph.review.telling.report import Line, Report, Role
from graph.text.visible import visible

_STYLES = {
    Role.STRONG: "bold",
    Role.ID: "dim",
    Role.REMOVED: "yellow strike",
    Role.ADDED: "blue underline",
}


def diff_text(report: Report) -> RenderableType:
    """The report, its sections under headings; removed words in [-…-] and added ones in {+…+}."""
    before, after = report.names
    names = phrase("names", before=visible(before), after=visible(after))
    parts: list[RenderableType] = [Text(names, "bold")]
    parts += [Text(each) for each in report.gist]
    for section in report.sections:
        parts += [Text(), Text(f"{section.title} ({len(section.lines)})", "bold")]
        parts += _lines(section.lines, 2)
    return Group(*parts)


def _lines(lines: Iterable[Line], columns: int) -> Iterable[RenderableType]:
    for line in lines:
        text = Text()
        for role, said in line.parts:
            shown = visible(said)
            if role is Role.ID:
                shown = f"({shown})"
            elif role is Role.REMOVED:
                shown = f"[-{shown}-]"
            elif role is Role.ADDED:
                shown = f"{{+{shown}+}}"
            text.append(shown, _STYLES.get(role, ""))
        yield indented(text, columns)
        yield from _lines(line.below, columns + 4)
