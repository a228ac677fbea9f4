"""What would bring a thesis down: the smallest sets of claims whose rejection does."""

from collections.abc import Iterable
from itertools import combinations

from graph.base import KnowledgeBase
from graph.semantics import MARGIN, Band
from graph.semantics.rejection import reweigh

LARGEST = 3
"""Sets of more claims than this are not looked for: nobody would take them in."""
_TRIED = 20
"""Claims tried together at most, those with the greatest effect on the thesis."""
_REJECTED = Band(-1.0, -1.0)


def brought_down_by(kb: KnowledgeBase, thesis: str) -> tuple[tuple[str, ...], ...]:
    """The smallest sets of up to three claims whose rejection leaves a claim without support.

    It is without support when its balance is not above the margin, whatever open cycles come to.
    All sets have the same size; empty when it is without support as it is, or when no such set
    is found among the claims on its side that have the greatest effect. Raises KeyError for an
    unknown claim.
    """
    if kb.assessment.balances[thesis].upper <= MARGIN:
        return ()
    own = kb.assessment.balances[thesis].upper
    alone = {
        claim: band.upper
        for claim in kb.claims_upstream(thesis)
        if (band := kb.without(claim, thesis).after).upper < own
    }
    moving = sorted(alone, key=lambda claim: (round(alone[claim], 9), claim))
    found = [(claim,) for claim in moving if alone[claim] <= MARGIN]
    if found:
        return tuple(found)
    graph, upstream = kb.framework.incidence, kb.upstream(thesis)
    for size in range(2, LARGEST + 1):
        sets = [
            tuple(sorted(claims))
            for claims in combinations(moving[:_TRIED], size)
            if _left(kb, thesis, graph.nodes_of(claims), upstream) <= MARGIN
        ]
        if sets:
            return tuple(sets)
    return ()


def _left(kb: KnowledgeBase, thesis: str, nodes: Iterable[int], upstream: frozenset[int]) -> float:
    """The most that is left of a thesis without the claims at these nodes."""
    after = reweigh(kb.assessment, dict.fromkeys(nodes, _REJECTED), upstream)
    goal = kb.framework.incidence.claim_numbers[thesis]
    return (after.get(goal) or kb.assessment.balances[thesis]).upper
