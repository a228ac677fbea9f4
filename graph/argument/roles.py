"""What a claim does in the argument, and what became of what it objects to."""

from enum import StrEnum

from graph.argument.objections import Reply, defends, reply
from graph.base import KnowledgeBase, Link
from graph.records.link_types import LinkType, Polarity, types_that


class Role(StrEnum):
    """What a claim is to others, in the order in which it is told. A claim may have several."""

    THESIS = "thesis"
    REASON = "reason"
    OBJECTION = "objection"
    DOUBT = "doubt"
    """About a step from one claim to another."""
    DEFENCE = "defence"
    """Of a step, against a doubt about it."""
    CONDITION = "condition"
    PREMISE = "premise"
    """It carries a step only together with the claim that argues."""
    UNSTATED = "unstated"
    """A premise that nobody states."""
    ANSWER = "answer"
    """To a question."""
    PART = "part"
    """A part or an instance of another claim."""


# In a tuple: to go through the members themselves takes as long as all the rest.
_ROLES = tuple(Role)
_OF_A_STEP = {
    Polarity.HELPS: Role.REASON,
    Polarity.HINDERS: Role.OBJECTION,
    Polarity.CONDITIONS: Role.CONDITION,
}
_OBJECTING: frozenset[LinkType] = frozenset(types_that(Polarity.HINDERS, Polarity.UNDERCUTS))


def roles(kb: KnowledgeBase, claim: str) -> tuple[Role, ...]:
    """What a claim is to others; nothing for one that is tied to none by what it does.

    Raises KeyError for an unknown claim.
    """
    record = kb.claims[claim]
    found = {_role(kb, claim, link) for link in kb.used_in(claim)}
    if record.implicit and found:
        found.add(Role.UNSTATED)
    if claim in kb.theses:
        found.add(Role.THESIS)
    if any(kb.resolve(each) in kb.claims for each in record.answers):
        found.add(Role.ANSWER)
    if any(kb.resolve(each) in kb.claims for each in record.specifies):
        found.add(Role.PART)
    return tuple(each for each in _ROLES if each in found)


def _role(kb: KnowledgeBase, claim: str, link: Link) -> Role:
    if link.claim != claim:
        return Role.PREMISE
    if link.type.at_link:
        return Role.DEFENCE if defends(kb, link) else Role.DOUBT
    return _OF_A_STEP[link.type.polarity]


def replies_to(kb: KnowledgeBase, claim: str) -> tuple[Reply, ...]:
    """What became of the objections and doubts that a claim is, each sort once; nothing for one
    that is neither.

    A claim that objects to two others may have been replied to in one of the two.
    """
    links = [each for each in kb.used_in(claim) if each.claim == claim and each.type in _OBJECTING]
    found = {reply(kb, link.id) for link in links}
    return tuple(each for each in Reply if each in found)
