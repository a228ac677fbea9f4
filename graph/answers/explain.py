"""What a rule demands, and why."""

from rich.console import Group, RenderableType
from rich.markdown import Markdown
from rich.text import Text
from typing_extensions import TypedDict

from graph.argument.lookup import unknown
from graph.check import RULES, Rule, Severity


class RuleAnswer(TypedDict):
    """A rule; `documentation` is Markdown."""

    code: str
    name: str
    severity: Severity
    family: str
    summary: str
    documentation: str


def find_rule(name: str) -> Rule:
    """The rule with this code, in any letter case, or with this name.

    Raises:
        AnswerError: there is none; the message names the nearest.
    """
    for code, rule in RULES.items():
        if name.upper() == code or name == rule.name:
            return rule
    raise unknown("rule", name, [*RULES, *(rule.name for rule in RULES.values())])


def explain_answer(rule: Rule) -> RuleAnswer:
    """The rule with its documentation."""
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity,
        "family": rule.family,
        "summary": rule.summary,
        "documentation": rule.documentation,
    }


def explain_text(rule: Rule, formatted: bool) -> RenderableType:
    """The documentation, formatted for a terminal or as the Markdown it is."""
    title = Text(f"{rule.code} {rule.name} ({rule.severity.value}, {rule.family})\n", "bold")
    if formatted:
        return Group(title, Markdown(rule.documentation))
    return Group(title, Text(rule.documentation))
