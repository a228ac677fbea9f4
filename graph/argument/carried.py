"""What else carries a claim when one of its reasons goes."""

from collections.abc import Mapping
from itertools import islice

from graph.argument.kept import around_claim, kept_as_value, kept_for
from graph.base import KnowledgeBase, Link
from graph.semantics import Change

SHOWN = 3
"""Reasons that are named for a claim that stands all the same."""


@around_claim
@kept_as_value
def carried_without(kb: KnowledgeBase, claim: str, gone: str) -> tuple[str, ...]:
    """The reasons for a claim, as names of links, that have force without the one that is gone: no
    more than are named, the most forceful first. None where it is not known what goes with it."""
    changes = kb.changes(gone)
    if changes is None:
        return ()
    found = (
        link.id
        for link in _carrying(kb, claim)
        if gone not in link.premises and _carries(kb, link, changes)
    )
    return tuple(islice(found, SHOWN))


def _carries(kb: KnowledgeBase, link: Link, changes: Mapping[str, Change]) -> bool:
    """Whether a reason has force after these changes; one that is doubted otherwise after them is
    not vouched for."""
    if any(each in changes and changes[each].after.upper <= 0.0 for each in link.premises):
        return False
    doubts = [*kb.undercuts(link.id)]
    for doubt in doubts:
        if not changes.keys().isdisjoint(doubt.premises):
            return False
        doubts += kb.undercuts(doubt.id)
    return True


@kept_for
def _carrying(kb: KnowledgeBase, claim: str) -> tuple[Link, ...]:
    """The reasons for a claim that have force, in order: worked out once for all of them."""
    forces = kb.assessment.forces
    return tuple(link for link in kb.by_force(kb.reasons(claim)) if forces[link.id].upper > 0.0)
