"""Findings as JSON, for other programs."""

import json

from typing_extensions import TypedDict

from graph.check.finding import Finding, Severity, counts


class PlacedFinding(TypedDict):
    """One thing wrong at one place; lines and columns count characters from 1."""

    code: str
    """The code of the rule that was broken; `betoog explain` tells of it."""
    severity: Severity
    path: str
    """The file, from the root."""
    line: int
    column: int
    message: str
    help: str
    """A way out; empty where none is known."""


class FindingAnswer(PlacedFinding):
    """One thing wrong at one place in the records; lines and columns count characters from 1."""

    claim: str | None
    """The claim whose record it is about, by its id."""


class Counts(TypedDict):
    """How many findings there are of each severity."""

    error: int
    warning: int
    hint: int


class CheckAnswer(TypedDict):
    """What was found in the records, by place."""

    findings: list[FindingAnswer]
    counts: Counts


def placed(finding: Finding) -> PlacedFinding:
    """A finding as data."""
    return {
        "code": finding.code,
        "severity": finding.severity,
        "path": finding.path,
        "line": finding.line,
        "column": finding.column,
        "message": finding.message,
        "help": finding.help,
    }


def check_answer(findings: tuple[Finding, ...]) -> CheckAnswer:
    """Findings as data."""
    number = counts(findings)
    return {
        "findings": [{**placed(each), "claim": each.claim} for each in findings],
        "counts": {
            "error": number[Severity.ERROR],
            "warning": number[Severity.WARNING],
            "hint": number[Severity.HINT],
        },
    }


def json_report(findings: tuple[Finding, ...]) -> str:
    """`{"findings": [...], "counts": {...}}` in ASCII, so that no terminal is moved by it."""
    return json.dumps(check_answer(findings), indent=2) + "\n"
