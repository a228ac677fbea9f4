"""Reasons that carry nothing, or less than they might, and conditions that fail."""

from collections.abc import Iterable
from enum import StrEnum

from graph.argument.pull import FELT, Pull, pull_of
from graph.base import KnowledgeBase, Link
from graph.records.link_types import Polarity
from graph.semantics import MARGIN, NOTICEABLE, Standing
from graph.semantics.band import Band
from graph.words.sentence import Sentence

"""A force up to which a link does nothing."""


def weakest_premise(kb: KnowledgeBase, link: Link) -> str:
    """The premise of a link with the lowest balance; of equals the arguing claim."""
    return _weakest(kb, link, link.premises)


def _weakest(kb: KnowledgeBase, link: Link, premises: Iterable[str]) -> str:
    balances = kb.assessment.balances
    return min(
        premises,
        key=lambda each: (round(balances[each].midpoint, 9), each != link.claim, each),
    )


def unmet_premise(kb: KnowledgeBase, link: Link) -> str:
    """The premise of a condition that takes most away: one that is open may do so, whatever the
    middle of its balance is. Of equals the arguing claim."""
    balances = kb.assessment.balances

    def left(claim: str) -> float:
        return round(sum(min(0.0, end) for end in balances[claim]), 9)

    return min(link.premises, key=lambda each: (left(each), each != link.claim, each))


class ConditionState(StrEnum):
    """What has become of a condition: met, failed, or neither for sure."""

    MET = "met"
    OPEN = "open"
    UNMET = "unmet"


def condition_state(kb: KnowledgeBase, link: Link) -> ConditionState:
    """What has become of a condition, by how the claims of its link stand.

    It is unmet where one of them is opposed and so takes something away, and met where something
    carries all of them. What is disputed or bare, or opposed while a doubt about the step leaves
    nothing of it, is open.
    """
    standings = {kb.assessment.standings[each] for each in link.premises}
    if Standing.OPPOSED in standings and kb.assessment.forces[link.id].upper > NOTICEABLE:
        return ConditionState.UNMET
    if standings & {Standing.OPPOSED, Standing.DISPUTED, Standing.BARE}:
        return ConditionState.OPEN
    return ConditionState.MET


def failing_condition(kb: KnowledgeBase, claim: str) -> Sentence | None:
    """The condition of a claim that takes most away from it; None where none takes anything."""
    links = pull_of(kb, kb.conditions(claim)).links
    if not links:
        return None
    weakest = unmet_premise(kb, links[0])
    opposed = kb.assessment.standings[weakest] is Standing.OPPOSED
    form = "opposed" if opposed else "disputed"
    return Sentence(f"explain.condition.{form}", {"condition": weakest})


def failed(kb: KnowledgeBase, claim: str, reasons: Pull) -> tuple[Sentence, ...]:
    """A reason for a claim that has no force, and why; and how many others there are.

    `reasons` are those that have force.
    """
    felt = {link.id for link in reasons.links}
    links = [link for link in kb.reasons(claim) if link.id not in felt]
    # One that fails by itself is told of before others: it needs fewest words.
    ranked = sorted(links, key=lambda each: (weakest_premise(kb, each) != each.claim, each.id))
    told = [sentence for link in ranked if (sentence := _failure(kb, link)) is not None]
    if len(told) < 2:
        return tuple(told)
    return told[0], Sentence("explain.failed.more", count=len(told) - 1)


def _failure(kb: KnowledgeBase, link: Link) -> Sentence | None:
    """Why a reason has no force; None where its record gives it next to none."""
    cause = _cause(kb, link)
    if cause is None:
        return None
    form, claims = cause
    return Sentence(f"explain.failed.{form}", {"reason": link.claim, **claims})


def broken(kb: KnowledgeBase, link: Link) -> Sentence | None:
    """What has taken all force from a reason, an objection or a doubt; None where it has some, or
    where its record gives it next to none.

    A condition cannot fail so: it has force only where it is not met.
    """
    if link.type.polarity is Polarity.CONDITIONS or kb.assessment.forces[link.id].upper >= FELT:
        return None
    cause = _cause(kb, link)
    return None if cause is None else Sentence(f"broken.{cause[0]}", cause[1])


def _cause(kb: KnowledgeBase, link: Link) -> tuple[str, dict[str, str]] | None:
    """What takes all force from a link, as the end of a pattern's name and the claims in it."""
    weighed = kb.assessment
    idle = [each for each in link.premises if weighed.strengths[each].upper < FELT]
    if not idle:
        undercuts = kb.by_force(kb.undercuts(link.id))
        return ("doubted", {"undercut": undercuts[0].claim}) if undercuts else None
    weakest = _weakest(kb, link, idle)
    word = weighed.standings[weakest].value
    if weakest == link.claim:
        return f"itself.{word}", {}
    return f"needs.{word}", {"premise": weakest}


def held_back(kb: KnowledgeBase, reasons: Pull) -> Sentence | None:
    """What keeps the strongest of several reasons from carrying as much as its claim would.

    That is the weakest of its linked premises or an undercut, whichever takes more, when it
    takes more than the margin of a standing. None where no reason is the strongest.
    """
    if not reasons or not reasons.led:
        return None
    link = reasons.links[0]
    own = kb.assessment.strengths[link.claim].midpoint
    # Where the premises are open, each may be the weakest at another bound.
    together = _together(kb, link.premises)
    lost, gone = own - together, link.record.relevance * together - reasons.top
    if max(lost, gone) <= MARGIN:
        return None
    which = "only" if len(reasons.links) == 1 else "best"
    if gone > lost:
        doubt = kb.by_force(kb.undercuts(link.id))[0]
        return Sentence(f"explain.held.{which}.doubted", {"undercut": doubt.claim})
    premise = min(link.premises[1:], key=lambda each: (_together(kb, (link.claim, each)), each))
    return Sentence(f"explain.held.{which}.needs", {"premise": premise})


def _together(kb: KnowledgeBase, premises: tuple[str, ...]) -> float:
    """The midpoint of the strength of premises that are linked: the least of theirs at each
    bound."""
    strengths = [kb.assessment.strengths[each] for each in premises]
    return Band(
        min(each.lower for each in strengths), min(each.upper for each in strengths)
    ).midpoint
