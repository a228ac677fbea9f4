"""Findings as a good compiler shows them: the place, the line, what is wrong, a way out."""

from collections import Counter
from collections.abc import Callable, Iterator

from rich.cells import cell_len
from rich.color import ColorSystem
from rich.style import Style

from graph.check.finding import Finding, Severity, counts
from graph.store import Tree
from graph.text.visible import visible

Paint = Callable[[str, Style], str]

LIKE_HINTS = 3
"""Hints with one code that are shown; the rest are counted."""

_TAB = 4
_WIDEST = 100
_STYLES = {
    Severity.ERROR: Style(color="red", bold=True),
    Severity.WARNING: Style(color="yellow", bold=True),
    Severity.HINT: Style(color="cyan", bold=True),
}
_BOLD = Style(bold=True)
_FRAME = Style(color="blue", bold=True)


def text_report(findings: tuple[Finding, ...], tree: Tree, colour: bool = False) -> str:
    """All findings and their numbers as text; with `colour`, with terminal colours.

    What comes from records is made visible first: a control character in a file never
    reaches the terminal. Of hints with one code the first `LIKE_HINTS` are shown and the rest
    are counted, so that what is wrong is not lost among what could be better.
    """
    paint = _painted if colour else _plain
    seen: Counter[str] = Counter()
    blocks = []
    for each in findings:
        if each.severity is Severity.HINT:
            seen[each.code] += 1
            if seen[each.code] > LIKE_HINTS:
                continue
        blocks.append("\n".join(_block(each, tree, paint)))
    blocks += [
        f"{paint(f'hint[{code}]', _STYLES[Severity.HINT])}: {number - LIKE_HINTS} more like this; "
        "--format json lists them all"
        for code, number in sorted(seen.items())
        if number > LIKE_HINTS
    ]
    return "\n\n".join([*blocks, _total(findings)]) + "\n"


def _plain(text: str, style: Style) -> str:
    return text


def _painted(text: str, style: Style) -> str:
    return style.render(text, color_system=ColorSystem.STANDARD)


def _block(finding: Finding, tree: Tree, paint: Paint) -> Iterator[str]:
    style = _STYLES[finding.severity]
    head = paint(f"{finding.severity}[{finding.code}]", style)
    yield head + paint(f": {visible(finding.message)}", _BOLD)
    number = str(finding.line)
    pad = " " * len(number)
    place = f"{visible(finding.path)}:{finding.line}:{finding.column}"
    yield f"{pad}{paint('-->', _FRAME)} {place}"
    file = tree.by_path.get(finding.path)
    if file is not None and finding.line <= len(file.lines):
        text, before, marked = _excerpt(
            file.lines[finding.line - 1], finding.column - 1, finding.end_column - 1
        )
        bar = paint("|", _FRAME)
        yield f"{pad} {bar}"
        yield f"{paint(number, _FRAME)} {bar} {text}".rstrip()
        yield f"{pad} {bar} {' ' * before}{paint('^' * marked, style)}"
    if finding.help:
        yield f"{pad} {paint('=', _FRAME)} {paint('help', _BOLD)}: {visible(finding.help)}"


def _excerpt(line: str, start: int, end: int) -> tuple[str, int, int]:
    """The line as shown, the columns before the marked part, and those that it takes.

    Columns are those of a terminal, where a character takes none, one or two. A long line
    is cut to the part around the mark.
    """
    end = min(max(end, start + 1), max(len(line), start + 1))
    first = max(0, start - _WIDEST // 2) if len(line) > _WIDEST else 0
    head = ("…" if first else "") + _shown(line[first:start])
    marked = _shown(line[start:end][:_WIDEST])
    rest = line[start + len(line[start:end][:_WIDEST]) : first + _WIDEST + 1]
    cut = "…" if len(line) > max(first + _WIDEST + 1, end) or end - start > _WIDEST else ""
    return head + marked + _shown(rest) + cut, cell_len(head), max(cell_len(marked), 1)


def _shown(text: str) -> str:
    return visible(text.replace("\t", " " * _TAB))


def _total(findings: tuple[Finding, ...]) -> str:
    return ", ".join(
        f"{number} {severity}{'' if number == 1 else 's'}"
        for severity, number in counts(findings).items()
    )
