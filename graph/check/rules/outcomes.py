"""Family A, fourth part: what is recorded of what became of a prediction."""

from collections.abc import Iterator, Mapping

from graph.argument.mentions import is_broken
from graph.argument.outcomes import deciding, has_fallen, said_on
from graph.base import KnowledgeBase
from graph.check.finding import Severity
from graph.check.rule import Remark, at, rule
from graph.records import Claim, Kind, Outcome, State
from graph.records.link_types import LinkType
from graph.records.text import per_language
from graph.semantics.standing import MARGIN
from graph.text.nearest import listed

_SHOWN_BY: Mapping[State, tuple[LinkType, ...]] = {
    State.CAME_TRUE: (LinkType.SUPPORT,),
    State.PARTLY: (LinkType.SUPPORT, LinkType.CONTRADICTION),
    State.FAILED: (LinkType.CONTRADICTION,),
    State.OPEN: (),
}
"""How one of the deciding claims at least has to bear on a prediction that is judged so."""


def _judged(kb: KnowledgeBase) -> Iterator[tuple[str, Claim, Outcome]]:
    for claim in kb.claims.values():
        if claim.outcome is not None:
            yield kb.paths["claim", claim.id], claim, claim.outcome


@rule("A601", "outcome-of-no-prediction", Severity.ERROR)
def outcome_of_no_prediction(kb: KnowledgeBase) -> Iterator[Remark]:
    """A claim that is no prediction has an outcome.

    ## Why

    Only what was said beforehand can come true. What speaks for or against another claim is a
    reason or an objection.

    ## Example

        kind: fact
        outcome: {state: failed, on: 2026-11-29, because: {en: …}, claims: [prices-rose-again]}

    ## Way out

    Write `kind: prediction` where it is one; otherwise take the outcome out and let the claims
    that decide it support or contradict this one.
    """
    for path, claim, _ in _judged(kb):
        # Where the kind could not be read, another stands in for it.
        if claim.kind is not Kind.PREDICTION and path not in kb.tree.broken_paths:
            message = f"an outcome of a {claim.kind.value}"
            help_ = "write `kind: prediction` where it is one, or take the outcome out"
            yield at(kb, path, ("outcome",), message, help_, key=True)


@rule("A602", "outcome-without-claims", Severity.ERROR)
def outcome_without_claims(kb: KnowledgeBase) -> Iterator[Remark]:
    """An outcome names no claim that decides it.

    ## Why

    That a prediction came true or failed is a judgement, which readers can look into only if
    they see what it rests on, with its sources.

    ## Example

        outcome: {state: came-true, on: 2026-11-29, because: {en: Prices fell.}}

    ## Way out

    Name in `claims:` the claims that show it, or write `state: open` as long as there are none.
    """
    for path, _, outcome in _judged(kb):
        if outcome.state is not State.OPEN and not outcome.claims:
            message = f"an outcome `{outcome.state.value}` that no claim decides"
            help_ = "name in `claims: […]` what shows it, or write `state: open`"
            yield at(kb, path, ("outcome", "state"), message, help_)


@rule("A603", "outcome-before-prediction", Severity.ERROR)
def outcome_before_prediction(kb: KnowledgeBase) -> Iterator[Remark]:
    """A prediction was judged before it was made.

    ## Why

    A prediction is about what comes after it. One of the two dates is wrong, or the claim was
    read from another source than the one that is named.

    ## Example

        # in a source of 2025-03
        outcome: {state: open, on: 2024-11-29, because: {en: It is too early to tell.}}

    ## Way out

    Put `on:` right, the day as of which it was judged, or `issued:` of the source.
    """
    for path, claim, outcome in _judged(kb):
        said = said_on(kb, claim)
        if outcome.on[: len(said)] < said:
            message = f"judged as of {outcome.on}, and said in {said} at the earliest"
            help_ = "put `on:` right, or `issued:` of the source"
            yield at(kb, path, ("outcome", "on"), message, help_)


@rule("A604", "outcome-before-its-evidence", Severity.WARNING)
def outcome_before_its_evidence(kb: KnowledgeBase) -> Iterator[Remark]:
    """A claim that decides an outcome is from a source of after the day of the judgement.

    ## Why

    As of that day nobody could have read it. Mostly the claim was added later, and the day was
    left as it was.

    ## Example

        # the source of prices-rose-again is of 2026-10
        outcome: {state: failed, on: 2025-11-29, because: {en: …}, claims: [prices-rose-again]}

    ## Way out

    Write the day as of which it is judged now, or leave that claim out.
    """
    for path, _, outcome in _judged(kb):
        for index, name in enumerate(outcome.claims):
            other = kb.claims.get(kb.resolve(name))
            shown = said_on(kb, other) if other is not None else ""
            if outcome.on[: len(shown)] < shown:
                message = f"`{name}` is from a source of {shown}, judged as of {outcome.on}"
                help_ = "write in `on:` the day as of which it is judged, or leave this claim out"
                yield at(kb, path, ("outcome", "claims", index), message, help_)


@rule("A605", "outcome-decided-by-nothing", Severity.ERROR)
def outcome_decided_by_nothing(kb: KnowledgeBase) -> Iterator[Remark]:
    """An outcome is decided by the prediction itself, or by a question.

    ## Why

    What was predicted does not show that it came about, and a question states nothing.

    ## Example

        # in prices-will-fall.md
        outcome: {state: came-true, on: 2026-11-29, because: {en: …}, claims: [prices-will-fall]}

    ## Way out

    Name the claim that says what was seen, or make one.
    """
    for path, claim, outcome in _judged(kb):
        for index, name in enumerate(outcome.claims):
            other = kb.resolve(name)
            if other == claim.id:
                message = f"the claim `{claim.id}` decides its own outcome"
            elif other in kb.claims and not is_broken(kb, other) and kb.is_question(other):
                message = f"the question `{name}` decides an outcome"
            else:
                continue
            help_ = "name the claim that says what was seen"
            yield at(kb, path, ("outcome", "claims", index), message, help_)


@rule("A606", "outcome-without-link", Severity.WARNING)
def outcome_without_link(kb: KnowledgeBase) -> Iterator[Remark]:
    """No claim that decides an outcome bears on the prediction accordingly.

    ## Why

    An outcome is shown; it is not weighed. What failed is weighed down by the claims that show
    it, and only if they contradict it; what came true is carried by claims that support it.

    ## Example

        # in prices-will-fall.md, while prices-rose-again.md has no link to it
        outcome: {state: failed, on: 2026-11-29, because: {en: …}, claims: [prices-rose-again]}

    ## Way out

    Add the link that the finding names to the record of the deciding claim.
    """
    for path, claim, outcome in _judged(kb):
        others = [
            each for each in deciding(kb, claim) if each != claim.id and not kb.is_question(each)
        ]
        types = _SHOWN_BY[outcome.state]
        unread = any(is_broken(kb, each) for each in others)
        if not (types and others) or unread or _is_shown(kb, claim, outcome):
            continue
        how = " or ".join(each.value for each in types)
        message = f"an outcome `{outcome.state.value}`, but no claim that decides it {how} this one"
        target = f"{{claim: {claim.id}, because: {per_language(kb.languages)}}}"
        where = kb.paths["claim", others[0]]
        help_ = f"add `{types[0].value}: [{target}]` to {where}"
        if len(others) > 1:
            help_ += f", or to {listed(kb.paths['claim', each] for each in others[1:])}"
        yield at(kb, path, ("outcome", "state"), message, help_)


def _is_shown(kb: KnowledgeBase, claim: Claim, outcome: Outcome) -> bool:
    """Whether one of the claims that decide an outcome bears on the prediction accordingly."""
    return any(
        link.type in _SHOWN_BY[outcome.state] and link.target == claim.id
        for other in deciding(kb, claim)
        for link in kb.used_in(other)
    )


@rule("A607", "failed-and-still-a-reason", Severity.WARNING)
def failed_and_still_a_reason(kb: KnowledgeBase) -> Iterator[Remark]:
    """A prediction that failed is still weighed as a reason or an objection.

    ## Why

    What did not come about carries nothing. The claims that show so have to outweigh what
    carries the prediction, or the steps that go on from it are drawn from something refuted.

    ## Example

        # in prices-will-fall.md, whose balance is still 0.4
        supports: [{claim: buyers-gain, because: {en: …}}]
        outcome: {state: failed, on: 2026-11-29, because: {en: …}, claims: [prices-rose-again]}

    ## Way out

    See with `betoog show ID --numbers` what carries it. Add what else speaks against it, raise the
    relevance of the objection, lower that of its reasons and say why, or write `state: partly`.
    """
    for path, claim, outcome in _judged(kb):
        if outcome.state is not State.FAILED or not kb.used_in(claim.id):
            continue
        # Where what decides it has no bearing on it, that is what has to be mended.
        if is_broken(kb, claim.id) or not _is_shown(kb, claim, outcome):
            continue
        strength = kb.assessment.strengths[claim.id].lower
        if strength > MARGIN:
            first = kb.used_in(claim.id)[0]
            message = (
                f"failed, and still weighed as a reason with {strength:.2f}, as in `{first.id}`"
            )
            help_ = (
                f"see what carries it with `betoog show {claim.id} --numbers`, "
                "and what contradicts it too little"
            )
            yield at(kb, path, ("outcome", "state"), message, help_)


@rule("A608", "prediction-without-outcome", Severity.HINT)
def prediction_without_outcome(kb: KnowledgeBase) -> Iterator[Remark]:
    """Nobody has judged what became of a prediction of somebody's.

    ## Why

    Who reads an argument later than it was written wants to know first what came of what it
    foretold. That it is too early to tell is an outcome too.

    ## Example

        kind: prediction
        speaker: jane-doe

    ## Way out

    Add `outcome:` with `state`, `on`, `because` and the `claims` that decide it; as long as
    nothing does, `state: open`.
    """
    for claim in kb.claims.values():
        path = kb.paths["claim", claim.id]
        if claim.kind is not Kind.PREDICTION or claim.outcome is not None:
            continue
        if path not in kb.tree.broken_paths and _somebodys(kb, claim):
            message = "a prediction without an outcome"
            help_ = (
                "add `outcome:` with `state`, `on`, `because` and `claims`; "
                "`state: open` as long as nothing decides it"
            )
            yield at(kb, path, ("kind",), message, help_)


@rule("A609", "outcome-shown-by-what-does-not-hold", Severity.WARNING)
def outcome_shown_by_what_does_not_hold(kb: KnowledgeBase) -> Iterator[Remark]:
    """A claim that decides an outcome is itself opposed or disputed.

    ## Why

    An outcome is shown; it is not weighed. Where what shows it falls, the word beside the
    prediction stays, and readers trust it, until somebody judges anew.

    ## Example

        # in prices-will-fall.md, while prices-fell.md is opposed
        outcome: {state: came-true, on: 2026-11-29, because: {en: …}, claims: [prices-fell]}

    ## Way out

    Look at what speaks against the deciding claim. Judge again: name another that shows the
    outcome, or write `state: open`.
    """
    for path, claim, outcome in _judged(kb):
        if outcome.state is State.OPEN:
            continue
        for index, name in enumerate(outcome.claims):
            other = kb.resolve(name)
            if other not in kb.claims or is_broken(kb, other) or other == claim.id:
                continue
            if has_fallen(kb, other):
                standing = kb.assessment.standings[other]
                message = (
                    f"`{name}` decides that it is `{outcome.state.value}`, and is {standing.value}"
                )
                help_ = (
                    f"see with `betoog show {other}` what speaks against it, and judge again: "
                    "name another claim, or write `state: open`"
                )
                yield at(kb, path, ("outcome", "claims", index), message, help_)


def _somebodys(kb: KnowledgeBase, claim: Claim) -> bool:
    """Whether a named speaker makes a claim, or a text under analysis of its debate."""
    return claim.speaker is not None or any(
        kb.is_analysed(claim.id, each.source) for each in claim.passages
    )
