"""On which side of a thesis a claim is, and for which one a link works."""

from graph.argument.kept import kept
from graph.argument.ways import Ways
from graph.base import KnowledgeBase, Link
from graph.records.link_types import Polarity
from graph.semantics import Side

FELT = 1e-9
"""The least effect on a thesis that puts a claim on a side."""


def side_of(kb: KnowledgeBase, claim: str) -> Side | None:
    """The side of the thesis that a claim is on: for it where accepting the claim instead of
    rejecting it raises the balance of the thesis, against it where that lowers it.

    None for a claim that does nothing to a thesis, and for a thesis. With several theses, it is
    that of the first on which the claim has an effect. Raises KeyError for an unknown claim.
    """
    if claim in kb.theses or kb.is_question(claim):
        return None
    for thesis in kb.theses:
        effect = kb.effect(claim, thesis)
        if abs(effect) >= FELT:
            return Side.FOR if effect > 0.0 else Side.AGAINST
    return None


_OTHER = {Side.FOR: Side.AGAINST, Side.AGAINST: Side.FOR}
_TURNING = frozenset((Polarity.HINDERS, Polarity.UNDERCUTS))


def link_side(kb: KnowledgeBase, link: Link) -> Side | None:
    """The side of the thesis that a link works for: that of what it is aimed at, or the other
    one if it is an objection. So an objection to a critic of the thesis is for it.

    Where what it is aimed at does nothing to a thesis, as when the reason above it has failed
    already, the shortest route from there decides. None where there is no route either.
    """
    turns = 0
    while True:
        turns += link.type.polarity in _TURNING
        if not link.type.at_link:
            break
        link = kb.links[link.target]
    side = side_of(kb, link.target)
    if side is None:
        route = _ways(kb).route(link.target)
        if route is None:
            return None
        side = Side.FOR
        turns += sum(step.link.type.polarity in _TURNING for step in route.steps)
    return side if turns % 2 == 0 else _OTHER[side]


@kept
def _ways(kb: KnowledgeBase) -> Ways:
    return Ways(kb, frozenset(kb.theses))


def greatest_effect(kb: KnowledgeBase, claim: str) -> float:
    """The greatest effect of a claim on the balance of a thesis, either way, in [0, 2]."""
    return max((abs(kb.effect(claim, thesis)) for thesis in kb.theses), default=0.0)
