"""All rules on one knowledge base."""

from collections.abc import Iterator, Mapping

from graph.base import KnowledgeBase
from graph.check.finding import Finding, Severity
from graph.check.rule import TOP, Remark, Rule, registered, rule
from graph.check.rules import (
    addresses,
    argument,
    building,
    circles,
    claim_fields,
    conditions,
    fields,
    files,
    identity,
    passages,
    references,
    source_fields,
    source_guides,
    suspect,
    syntax,
    translation,
)

__all__ = ["RULES", "check"]

# Each registers its rules when it is imported.
_FAMILIES = (
    files, syntax, fields, claim_fields, source_fields, addresses, identity, references, argument,
    circles, conditions, passages, source_guides, suspect, translation,
    building,
)  # fmt: skip


@rule("X001", "rule-failed", Severity.ERROR)
def rule_failed(kb: KnowledgeBase) -> Iterator[Remark]:
    """A rule could not be applied to these records.

    ## Why

    Each rule works by itself, so that a mistake in one does not hide what the others find.

    ## Example

    A mistake in this program.

    ## Way out

    Report it, with the record that caused it.
    """
    # Findings of this rule are made in `check`, when another rule fails.
    return iter(())


RULES: Mapping[str, Rule] = registered()
"""Every rule by its code, in order."""


def check(kb: KnowledgeBase) -> tuple[Finding, ...]:
    """Apply every rule; the findings are sorted by place, each there once. Writes nothing."""
    found: set[Finding] = set()
    for each in RULES.values():
        try:
            found.update(each.findings(kb))
        except Exception as error:
            found.add(_failed(each, error))
    return tuple(sorted(found))


def _failed(failing: Rule, error: Exception) -> Finding:
    own = RULES["X001"]
    message = f"rule {failing.code} failed: {type(error).__name__}: {error}"
    return Finding(
        own.code, own.severity, "claims", *TOP, message, "this is a mistake in the program"
    )
