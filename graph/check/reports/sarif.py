"""Findings as SARIF 2.1.0 (OASIS, 2020), which code scanning services read."""

import json
from typing import Any
from urllib.parse import quote

from graph.check.checking import RULES
from graph.check.finding import Finding, Severity
from graph.check.rule import Rule

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"

MOST = 25_000
"""Results of a run that code scanning takes; a log with more is refused as a whole."""

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}


def sarif_report(findings: tuple[Finding, ...], help_uri: str = "") -> str:
    """A SARIF log with one run, all rules and the findings: all of them, or the gravest `MOST` in
    the order of their gravity, and a note that counts the others.

    `help_uri` is the address of the rule pages, to which a rule's code is appended.
    """
    index = {code: number for number, code in enumerate(RULES)}
    shown = findings
    if len(findings) > MOST:
        shown = tuple(each for level in Severity for each in findings if each.severity is level)
    run: dict[str, Any] = {
        "tool": {
            "driver": {
                "name": "betoog",
                "rules": [_rule(each, help_uri) for each in RULES.values()],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, index[each.code]) for each in shown[:MOST]],
    }
    if (rest := len(findings) - MOST) > 0:
        run["invocations"] = [_left_out(rest)]
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _left_out(number: int) -> dict[str, Any]:
    said = f"{number:,} more {'finding is' if number == 1 else 'findings are'} left out here"
    note = {"level": "note", "message": {"text": f"{said}; betoog check tells them all"}}
    return {"executionSuccessful": True, "toolExecutionNotifications": [note]}


def _rule(rule: Rule, help_uri: str) -> dict[str, Any]:
    described: dict[str, Any] = {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "help": {"text": rule.explanation, "markdown": rule.explanation},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.family]},
    }
    if help_uri:
        described["helpUri"] = f"{help_uri.rstrip('/')}/{rule.code.lower()}/"
    return described


def _result(finding: Finding, rule_index: int) -> dict[str, Any]:
    message = finding.message + (f" ({finding.help})" if finding.help else "")
    return {
        "ruleId": finding.code,
        "ruleIndex": rule_index,
        "level": _LEVELS[finding.severity],
        "message": {"text": message},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(finding.path), "uriBaseId": "%SRCROOT%"},
                    "region": {
                        "startLine": finding.line,
                        "startColumn": finding.column,
                        "endColumn": finding.end_column,
                    },
                }
            }
        ],
    }
