"""What else carries a claim when one of its reasons goes."""

from itertools import islice

from graph.argument.kept import around_claim, kept_as_value, kept_for
from graph.base import KnowledgeBase, Link

SHOWN = 3
"""Reasons that are named for a claim that stands all the same."""


@around_claim
@kept_as_value
def carried_without(kb: KnowledgeBase, claim: str, gone: str) -> tuple[str, ...]:
    """The reasons for a claim, as names of links, that have force and do not need the one that is
    gone: no more than are named, the most forceful first."""
    found = (link.id for link in _carrying(kb, claim) if gone not in link.premises)
    return tuple(islice(found, SHOWN))


@kept_for
def _carrying(kb: KnowledgeBase, claim: str) -> tuple[Link, ...]:
    """The reasons for a claim that have force, in order: worked out once for all of them."""
    forces = kb.assessment.forces
    return tuple(link for link in kb.by_force(kb.reasons(claim)) if forces[link.id].upper > 0.0)
