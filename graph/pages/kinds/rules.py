"""The pages of the rules that records are checked by."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial

from markupsafe import Markup

from graph.check import RULES, Rule
from graph.pages.edition import Edition
from graph.pages.frame import SitePage
from graph.pages.kinds.page_kind import PageKind
from graph.pages.template import Template
from graph.pages.views.annotation import annotation_html


@dataclass(frozen=True)
class RulesContext:
    """The list of rules."""

    rules: Sequence[Rule]
    """The rules, by code."""


@dataclass(frozen=True)
class RuleContext:
    """What a rule demands, and why."""

    rule: Rule
    """The rule."""
    documentation: Markup
    """Its explanation as HTML."""


LIST_TEMPLATE = Template("rules.html", RulesContext)
TEMPLATE = Template("rule.html", RuleContext)


def rules_pages(edition: Edition) -> Iterator[SitePage]:
    """The list of rules."""
    title = edition.lang.t("site.rules")
    rules = list(RULES.values())
    yield edition.page(LIST_TEMPLATE, "rules/", title, lambda: RulesContext(rules))


def rule_pages(edition: Edition) -> Iterator[SitePage]:
    """A page for each rule."""
    for rule in RULES.values():
        title = f"{rule.code} {rule.name}"
        yield edition.page(TEMPLATE, f"rules/{rule.code}/", title, partial(_context, rule))


@cache
def _context(rule: Rule) -> RuleContext:
    return RuleContext(rule, annotation_html(rule.explanation, below=1))


RULE_LIST = PageKind(LIST_TEMPLATE, rules_pages)
RULE = PageKind(TEMPLATE, rule_pages)
