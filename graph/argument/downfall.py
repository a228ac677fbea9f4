"""What would bring a thesis down: the smallest sets of claims whose rejection does."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from graph.argument.kept import around_claim, kept_as_value
from graph.base import KnowledgeBase
from graph.semantics import MARGIN, Band
from graph.semantics.reweighing import TooMuchWorkError

LARGEST = 3
"""Sets of more claims than this are not looked for: nobody would take them in."""
_WORK, _LEAST_WORK = 250_000, 40_000
"""Values computed at most for all sets of as many claims, of one thesis, in a small argument and in
a large one: as many times `_SHARES` as for one claim where something is asked about each."""
_SHARES = 40
_MOST = 1_000
"""Sets that are told at most."""
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
    There are none when it is without support as it is, or when there is no such set. All sets of
    as many claims are tried, those of claims whose rejection leaves it least first, as far as that
    is not given up. Raises KeyError for an unknown claim.
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
    given_up = turning.unknown > 0
    for size in range(2, LARGEST + 1):
        sets: list[tuple[str, ...]] = []
        try:
            for each in _together(kb, thesis, _of_size(moving, size), turning.upstream):
                if len(sets) == _MOST:
                    raise TooMuchWorkError
                sets.append(each)
        except TooMuchWorkError:
            given_up = True
        if sets:
            return Downfall(tuple(sets), given_up)
    return Downfall(given_up=given_up)


def _of_size(claims: Sequence[str], size: int) -> Iterator[tuple[str, ...]]:
    """All sets of so many claims. Those of the first claims come before those with any other."""
    for place, last in enumerate(claims):
        for others in combinations(claims[:place], size - 1):
            yield *others, last


def _together(
    kb: KnowledgeBase, thesis: str, sets: Iterator[tuple[str, ...]], upstream: frozenset[int]
) -> Iterator[tuple[str, ...]]:
    """Those of these sets of claims that bring a thesis down, each sorted.

    Raises:
        TooMuchWorkError: there are too many of them, or each takes too much.
    """
    graph, reweighing = kb.framework_of(thesis).incidence, kb.reweighing_of(thesis)
    goal, before = graph.claim_numbers[thesis], kb.assessment.balances[thesis]
    most = reweighing.spent + min(max(_SHARES * kb.share, _LEAST_WORK), _WORK)
    for each in sets:
        fixed = dict.fromkeys(graph.nodes_of(each), _REJECTED)
        after = reweighing.after(fixed, goal, upstream, most - reweighing.spent)
        if (after.get(goal) or before).upper <= MARGIN:
            yield tuple(sorted(each))
