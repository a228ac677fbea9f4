"""Family A7, first half: what debates say their analysis found."""

from collections.abc import Iterator

from graph.argument.debated import debate_claims
from graph.base import KnowledgeBase
from graph.check.finding import Severity
from graph.check.rule import Remark, at, rule

LONGEST_FINDING = 280
"""The characters of a finding that is still read as one: a sentence or two."""


@rule("A701", "unsigned-findings", Severity.WARNING)
def unsigned_findings(kb: KnowledgeBase) -> Iterator[Remark]:
    """A debate says what its analysis found, and not who says so.

    ## Why

    A finding is a judgement of whoever made the analysis. Readers can weigh it only if they know
    whose it is.

    ## Example

        findings:
          - finding: {en: The case leans on one step.}
            claims: [models-become-cheaper]

    ## Way out

    Add `editors: [name, …]`: persons or a body, as they are called.
    """
    for debate in kb.debates.values():
        path = kb.paths["debate", debate.id]
        # Where the record has faults, somebody may be named in what could not be read.
        if debate.findings and not debate.editors and path not in kb.tree.broken_paths:
            message = "nobody signs these findings"
            help_ = "add `editors: […]` with the names of those who found this"
            yield at(kb, path, ("findings",), message, help_, key=True)


@rule("A702", "finding-elsewhere", Severity.WARNING)
def finding_elsewhere(kb: KnowledgeBase) -> Iterator[Remark]:
    """A finding names claims of other debates only.

    ## Why

    What a debate found is borne out by its own claims: those in its folder, and those that bear
    on its theses or on the roots of its themes.

    ## Example

    A finding of `claims/europe/debate.yaml` whose claims are all in `claims/buses`.

    ## Way out

    Name a claim of this debate that bears it out, or move the finding to the other debate.
    """
    for debate in kb.debates.values():
        own = debate_claims(kb)[debate.id]
        for index, each in enumerate(debate.findings):
            named = [kb.resolve(claim) for claim in each.claims]
            if all(claim in kb.claims and claim not in own for claim in named):
                field = ("findings", index, "claims")
                message = "none of these claims belongs to this debate"
                help_ = f"name one of {debate.id}, or say this in the debate of these claims"
                yield at(kb, kb.paths["debate", debate.id], field, message, help_, key=True)


@rule("A703", "long-finding", Severity.HINT)
def long_finding(kb: KnowledgeBase) -> Iterator[Remark]:
    """A finding has more than 280 characters.

    ## Why

    Findings stand at the top of a debate's page, for readers who read nothing else. One or two
    sentences are read; a paragraph is skipped.

    ## Example

    A finding that gives all its reasons. These are on the pages of its claims.

    ## Way out

    Keep the sentence that says what was found, or make two findings of it.
    """
    for debate in kb.debates.values():
        for index, each in enumerate(debate.findings):
            for language, text in each.finding.root.items():
                if len(text) > LONGEST_FINDING:
                    field = ("findings", index, "finding", language)
                    message = f"a finding of {len(text)} characters"
                    help_ = f"say it in {LONGEST_FINDING}: its claims give the reasons"
                    yield at(kb, kb.paths["debate", debate.id], field, message, help_)
