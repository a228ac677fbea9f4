"""Findings as Markdown, for the summary of a run on the hosting site."""

from collections import Counter

from graph.check.finding import Finding, Severity, counts
from graph.text.inert import inert, inert_code

MOST = 200
"""Findings of one severity that are shown at most."""
LIKE_HINTS = 3
"""Hints with one code that are shown."""
_LONGEST = 300


def markdown_report(findings: tuple[Finding, ...]) -> str:
    """All findings, gravest first, each with its place and its way out; the rest is counted.

    Nothing that a record says is taken for Markdown.
    """
    numbers = counts(findings)
    total = ", ".join(_number(number, severity) for severity, number in numbers.items())
    parts = ["### What is found in the records\n", f"{total}.\n"]
    for severity in Severity:
        of_it = tuple(each for each in findings if each.severity is severity)
        shown = _first_of_each_code(of_it) if severity is Severity.HINT else of_it
        shown = shown[:MOST]
        parts += [_line(each) for each in shown]
        if rest := len(of_it) - len(shown):
            parts.append(f"- … and {_number(rest, severity, 'more ')}")
    return "\n".join(parts) + "\n"


def _number(number: int, severity: Severity, more: str = "") -> str:
    return f"{number} {more}{severity.value}{'' if number == 1 else 's'}"


def _first_of_each_code(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    seen: Counter[str] = Counter()
    kept = []
    for each in findings:
        seen[each.code] += 1
        if seen[each.code] <= LIKE_HINTS:
            kept.append(each)
    return tuple(kept)


def _line(finding: Finding) -> str:
    place = inert_code(f"{finding.path}:{finding.line}:{finding.column}", _LONGEST)
    said = f"- **{finding.severity.value} {finding.code}** `{place}` "
    said += inert(finding.message, _LONGEST)
    return f"{said}  \n  {inert(finding.help, _LONGEST)}" if finding.help else said
