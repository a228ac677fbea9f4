"""What would bring a thesis down: the smallest sets of claims whose rejection does."""

from dataclasses import dataclass
from itertools import combinations

from graph.argument.kept import around_claim, kept_as_value
from graph.base import KnowledgeBase
from graph.semantics import MARGIN, Band
from graph.semantics.reweighing import TooMuchWorkError

LARGEST = 3
"""Sets of more claims than this are not looked for: nobody would take them in."""
_TRIED = 20
"""Claims tried together at most, those with the greatest effect on the thesis."""
_WORK = 1_000_000
"""Values computed at most for all sets of several claims of a thesis."""
_REJECTED = Band(-1.0, -1.0)


@dataclass(frozen=True)
class Downfall:
    """The smallest sets of claims whose rejection leaves a thesis without support.

    All sets have the same size. `given_up` tells that there may be others, and smaller ones: to
    look for all of them would take too much work.
    """

    sets: tuple[tuple[str, ...], ...] = ()
    given_up: bool = False


@around_claim
@kept_as_value
def brought_down_by(kb: KnowledgeBase, thesis: str) -> Downfall:
    """The smallest sets of up to three claims whose rejection leaves a claim without support.

    It is without support when its balance is not above the margin, whatever open cycles come to.
    There are none when it is without support as it is, or when no such set is found among the
    claims whose rejection leaves it least. Raises KeyError for an unknown claim.
    """
    own = kb.assessment.balances[thesis].upper
    if own <= MARGIN:
        return Downfall()
    turning = kb.turning(thesis)
    cruxes = [crux for node in turning.claims if (crux := turning.crux(node)) is not None]
    # One that takes nothing away alone may do so with others: what it carries may be carried twice,
    # and a critic may be all that keeps another claim from weighing.
    alone = {crux.id: crux.after for crux in cruxes}
    moving = sorted(
        alone, key=lambda each: (round(alone[each].upper, 9), round(alone[each].lower, 9), each)
    )
    found = [(claim,) for claim in moving if alone[claim].upper <= MARGIN]
    if found:
        return Downfall(tuple(found), turning.unknown > 0)
    try:
        sets = _together(kb, thesis, moving[:_TRIED], turning.upstream)
        return Downfall(sets, turning.unknown > 0)
    except TooMuchWorkError:
        return Downfall(given_up=True)


def _together(
    kb: KnowledgeBase, thesis: str, claims: list[str], upstream: frozenset[int]
) -> tuple[tuple[str, ...], ...]:
    """The smallest sets of several of these claims that bring a thesis down.

    Raises:
        TooMuchWorkError: there are too many of them, or each takes too much.
    """
    graph, reweighing = kb.framework_of(thesis).incidence, kb.reweighing_of(thesis)
    goal = graph.claim_numbers[thesis]
    most = reweighing.spent + _WORK
    for size in range(2, LARGEST + 1):
        sets = []
        for each in combinations(claims, size):
            fixed = dict.fromkeys(graph.nodes_of(each), _REJECTED)
            left = most - reweighing.spent
            after = reweighing.after(fixed, goal, upstream, left)
            if (after.get(goal) or kb.assessment.balances[thesis]).upper <= MARGIN:
                sets.append(tuple(sorted(each)))
        if sets:
            return tuple(sets)
    return ()
