"""On which side of a thesis a claim is."""

from graph.base import KnowledgeBase
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
