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
    graph = kb.framework.incidence
    goal = graph.claim_numbers[thesis]
    upstream = graph.upstream(goal)
    alone = {
        node: _balance(kb, goal, [node], upstream)
        for node in sorted(upstream)
        if node < len(graph.claims) and node != goal
    }
    own = kb.assessment.balances[thesis]
    moving = [node for node in alone if alone[node].upper < own.upper]
    moving.sort(key=lambda node: (round(alone[node].upper, 9), graph.claims[node]))
    for size in range(1, LARGEST + 1):
        candidates: Iterable[int] = moving if size == 1 else moving[:_TRIED]
        found = [
            tuple(sorted(graph.claims[node] for node in nodes))
            for nodes in combinations(candidates, size)
            if _falls(kb, goal, nodes, upstream, alone)
        ]
        if found:
            return tuple(found)
    return ()


def _falls(
    kb: KnowledgeBase,
    goal: int,
    nodes: tuple[int, ...],
    upstream: frozenset[int],
    alone: dict[int, Band],
) -> bool:
    band = alone[nodes[0]] if len(nodes) == 1 else _balance(kb, goal, nodes, upstream)
    return band.upper <= MARGIN


def _balance(kb: KnowledgeBase, goal: int, nodes: Iterable[int], upstream: frozenset[int]) -> Band:
    after = reweigh(kb.assessment, dict.fromkeys(nodes, _REJECTED), upstream)
    return after.get(goal) or kb.assessment.balances[kb.framework.incidence.claims[goal]]
