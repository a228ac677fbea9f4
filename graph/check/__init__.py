"""Checks: what is wrong in the records, where, and what would put it right."""

from graph.check.checking import RULES, check, together
from graph.check.finding import Finding, Severity, counts
from graph.check.fix import Fix
from graph.check.reports.github import github_report
from graph.check.reports.json import json_report
from graph.check.reports.markdown import markdown_report
from graph.check.reports.sarif import sarif_report
from graph.check.reports.text import text_report
from graph.check.rule import FAMILIES, Rule

__all__ = [
    "FAMILIES",
    "RULES",
    "Finding",
    "Fix",
    "Rule",
    "Severity",
    "check",
    "counts",
    "github_report",
    "json_report",
    "markdown_report",
    "sarif_report",
    "text_report",
    "together",
]
