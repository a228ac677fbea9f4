"""Family P: how well the passages that are to show a claim bear on it."""

from collections.abc import Iterator

from graph.argument.evidence import evidence
from graph.argument.mentions import is_broken
from graph.argument.suspect import suspect_fits
from graph.base import KnowledgeBase
from graph.check.finding import Severity
from graph.check.fix import removed
from graph.check.rule import Remark, at, rule
from graph.records import Bears
from graph.semantics import GroundKind


@rule("P606", "fit-of-analysed-text", Severity.WARNING)
def fit_of_analysed_text(kb: KnowledgeBase) -> Iterator[Remark]:
    """A passage of a text under analysis says how it bears on its claim.

    ## Why

    What a text under analysis says is the claim: the passage is where it stands, and no evidence
    of it. `fit` is of what other sources show.

    ## Example

        - {source: letter-2025, start: the first words, fit: {bears: directly, read: 2026-11-29}}

    where the debate has `source: letter-2025`.

    ## Way out

    Remove `fit:`. If the claim says more or less than the text does, change the claim.
    """
    for claim in kb.claims.values():
        shown = evidence(kb, claim.id)
        for index, passage in enumerate(claim.passages):
            known = passage.source in kb.sources
            if passage.fit is not None and known and index not in shown:
                here = (kb.paths["claim", claim.id], ("passages", index, "fit"))
                message = f"a passage of `{passage.source}`, which is what is analysed"
                fix = removed(kb, *here)
                yield at(kb, *here, message, "remove `fit:`", key=True, fix=fix)


@rule("P607", "fit-without-weight", Severity.HINT)
def fit_without_weight(kb: KnowledgeBase) -> Iterator[Remark]:
    """What is to show a claim bears on it only in part, and the claim bears on others in full.

    ## Why

    A claim that goes beyond its evidence carries that further into the argument. Readers of the
    claim it supports are told nothing of it.

    ## Example

        passages:
          - {source: study-2024, start: the first words, fit: {bears: partly, read: 2026-11-29}}
        supports:
          - {claim: trams-pay}

    ## Way out

    Say in the claim no more than its passages show; or give its links a `relevance:` below 1; or
    find a passage that bears on it directly.
    """
    for claim in kb.claims.values():
        links = kb.used_in(claim.id)
        shown = evidence(kb, claim.id)
        fits = [claim.passages[index].fit for index in shown]
        if not links or any(link.record.relevance != 1.0 for link in links):
            continue
        if is_broken(kb, claim.id):
            # What could not be read may show it.
            continue
        if fits and all(fit is not None and fit.bears is not Bears.DIRECTLY for fit in fits):
            field = ("passages", min(shown), "fit", "bears")
            message = "no passage shows this claim itself, and it bears on others in full"
            help_ = "narrow the claim, or give its links a `relevance:` below 1"
            yield at(kb, kb.paths["claim", claim.id], field, message, help_)


@rule("P608", "passage-without-fit", Severity.HINT)
def passage_without_fit(kb: KnowledgeBase) -> Iterator[Remark]:
    """Nobody says how a passage bears on the claim that it documents, where others' do.

    ## Why

    That a passage is really in its source does not show that it says what the claim says. Only a
    person who reads the two beside each other can tell. It is said of knowledge bases in which
    some passage has a `fit:`, once for each claim.

    ## Example

        kind: fact
        passages:
          - {source: study-2024, start: the first words, end: the last words}

    ## Way out

    Read the passage beside the claim and add `fit:`, such as `{bears: directly, read: 2026-11-29}`,
    with the day; `partly` where it shows a part of the claim, `background` where it shows what
    stands around it.
    """
    passages = (each for claim in kb.claims.values() for each in claim.passages)
    if all(each.fit is None for each in passages):
        return
    for claim in kb.claims.values():
        if kb.grounds[claim.id].kind is not GroundKind.DOCUMENTED:
            continue
        bare = [each for each in evidence(kb, claim.id) if claim.passages[each].fit is None]
        if bare:
            more = f" and {len(bare) - 1} more" if len(bare) > 1 else ""
            message = f"a passage{more} of which nobody says how it bears on the claim"
            help_ = "read the two beside each other and add `fit: {bears: directly, read: DAY}`"
            field = ("passages", bare[0], "source")
            yield at(kb, kb.paths["claim", claim.id], field, message, help_)


@rule("P609", "suspect-fit", Severity.WARNING)
def suspect_fit(kb: KnowledgeBase) -> Iterator[Remark]:
    """A claim's sentence has changed since its passage was read beside it.

    ## Why

    What bears directly on one sentence may bear on another only in part, or not at all.

    ## Example

        passages:
          - source: study-2024
            start: the first words
            fit: {bears: directly, read: 2026-11-29, wording: abcdefghij}

    where the claim had other words when that mark was made.

    ## Way out

    Read the passage beside the claim again and put `bears` right where it must; then confirm it
    with `betoog confirm CLAIM`, which writes the day and the mark.
    """
    for claim, position in suspect_fits(kb):
        yield at(
            kb,
            kb.paths["claim", claim],
            ("passages", position, "fit", "wording"),
            f"the words of `{claim}` have changed since this passage was read beside them",
            f"read the two again, put `bears` right where it must, then `betoog confirm {claim}`",
        )
