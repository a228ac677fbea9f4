"""All rules on one knowledge base."""

from collections.abc import Callable, Iterable, Iterator, Mapping

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
    debate_findings,
    fields,
    files,
    fit,
    identity,
    keywords,
    languages,
    lineage,
    outcomes,
    pages,
    passages,
    proof,
    references,
    repetition,
    sizes,
    source_fields,
    source_guides,
    suspect,
    syntax,
    topics,
    translation,
    unseen,
    unused,
    words,
    written_links,
)
from graph.records import limits

__all__ = ["RULES", "check", "failed", "together"]

# Each registers its rules when it is imported.
_FAMILIES = (
    files, syntax, fields, claim_fields, source_fields, addresses, identity, references, unused,
    written_links, argument, circles, repetition, conditions, outcomes, debate_findings, keywords,
    passages, source_guides, fit, lineage, suspect, topics, translation, languages, sizes, unseen,
    proof, building, pages, words,
)  # fmt: skip

_GRAVEST_FIRST = tuple(Severity)


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


@rule("S019", "more-findings", Severity.HINT)
def more_findings(kb: KnowledgeBase) -> Iterator[Remark]:
    """There is more to say about a file than is said.

    ## Why

    A report that nobody can read helps nobody. Of one file the gravest 200 findings are told, and
    the rest is counted. It is as grave as the gravest of what is left out.

    ## Example

    A table of a thousand lines that was pasted among the fields.

    ## Way out

    Put right what is told, and check again.
    """
    # Findings of this rule are made in `check`, of those that all rules give together.
    return iter(())


RULES: Mapping[str, Rule] = registered()
"""Every rule by its code, in order."""


def check(kb: KnowledgeBase, between: Callable[[], None] = lambda: None) -> tuple[Finding, ...]:
    """Apply every rule; the findings are sorted by place, each there once. Writes nothing.

    Of one file at most `limits.FINDINGS` are told, the gravest, and one that counts the others.
    `between` is called before each rule; what it raises ends the check.
    """
    found: set[Finding] = set()
    for each in RULES.values():
        between()
        try:
            found.update(each.findings(kb))
        except Exception as error:
            found.add(failed(f"rule {each.code}", error))
    return together(found)


def together(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings as they are told: each once, sorted by place, and of one file not too many."""
    return tuple(sorted(_told(frozenset(found))))


def _told(found: Iterable[Finding]) -> Iterator[Finding]:
    of_file: dict[str, list[Finding]] = {}
    for each in found:
        of_file.setdefault(each.path, []).append(each)
    for path, findings in of_file.items():
        if len(findings) > limits.FINDINGS:
            findings.sort(key=lambda each: (_GRAVEST_FIRST.index(each.severity), each.sort_key))
            yield _more(path, findings[limits.FINDINGS :])
        yield from findings[: limits.FINDINGS]


def _more(path: str, rest: list[Finding]) -> Finding:
    number = len(rest)
    message = f"{number:,} more {'finding' if number == 1 else 'findings'} in this file"
    help_ = "put right what is told, and check again"
    claim = rest[0].claim
    return Finding("S019", rest[0].severity, path, *TOP, message, help_, claim)


def failed(what: str, error: Exception) -> Finding:
    """That part of a check could not be done, which keeps no other from being done."""
    own = RULES["X001"]
    message = f"{what} failed: {type(error).__name__}: {error}"
    return Finding(
        own.code, own.severity, "claims", *TOP, message, "this is a mistake in the program"
    )
