"""Findings as workflow commands, which GitHub shows in the lines of a change.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from graph.check.finding import Finding, Severity
from graph.text.visible import visible

MOST = 10
"""Annotations of one severity that GitHub shows of a step; what comes after them is dropped."""

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


def github_report(findings: tuple[Finding, ...]) -> str:
    """One workflow command a line, gravest first, as many as are shown; nothing where nothing
    was found. How many are left out is said on a line of its own, which is no command."""
    shown = [
        each
        for severity in Severity
        for each in [found for found in findings if found.severity is severity][:MOST]
    ]
    lines = [f"{_command(each)}\n" for each in shown]
    if rest := len(findings) - len(shown):
        lines.append(
            f"{rest} more {'finding is' if rest == 1 else 'findings are'} not shown here\n"
        )
    return "".join(lines)


def _command(finding: Finding) -> str:
    properties = {
        "file": finding.path,
        "line": str(finding.line),
        "endLine": str(finding.line),
        "col": str(finding.column),
        "endColumn": str(finding.end_column),
        "title": finding.code,
    }
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    message = finding.message + (f"\n{finding.help}" if finding.help else "")
    return f"::{_COMMANDS[finding.severity]} {listed}::{_data(message)}"


def _data(text: str) -> str:
    lines = "\n".join(visible(line) for line in text.split("\n"))
    return lines.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
