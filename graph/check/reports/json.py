"""Findings as JSON, for other programs."""

import json

from graph.check.finding import Finding, counts


def json_report(findings: tuple[Finding, ...]) -> str:
    """`{"findings": [...], "counts": {...}}` in ASCII, so that no terminal is moved by it."""
    document = {
        "findings": [
            {
                "code": each.code,
                "severity": each.severity.value,
                "path": each.path,
                "line": each.line,
                "column": each.column,
                "message": each.message,
                "help": each.help,
                "claim": each.claim,
            }
            for each in findings
        ],
        "counts": {severity.value: number for severity, number in counts(findings).items()},
    }
    return json.dumps(document, indent=2) + "\n"
