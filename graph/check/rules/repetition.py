"""The rule on claims that say the same."""

from collections.abc import Iterator

from graph.argument.likeness import same_sentences
from graph.base import KnowledgeBase
from graph.check.finding import Severity
from graph.check.rule import Remark, at, rule


@rule("A402", "same-claim-twice", Severity.WARNING)
def same_claim_twice(kb: KnowledgeBase) -> Iterator[Remark]:
    """Two claims say the same, in the same words.

    ## Why

    A claim is weighed by all that speaks for it and against it. In two records half of that is
    missed by each, and what both support is supported twice by one thing.

    ## Example

    `claims/europe/chips-are-scarce.md` and `claims/europe/scarcity.md`, which both say “Chips
    are scarce.”

    ## Way out

    Make one of the two: `betoog remove scarcity --for chips-are-scarce` names the other wherever
    the one is named; passages and links of its own are moved by hand before. If they mean
    different things, say so in their words.
    """
    for claim, language, other in same_sentences(kb):
        yield at(
            kb,
            kb.paths["claim", claim],
            ("claim", language),
            f"`{other}` says the same",
            f"make one of the two: `betoog remove {claim} --for {other}`; or say how they differ",
        )
