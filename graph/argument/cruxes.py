"""On which claims another one turns, and what is said of each."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from graph.base import KnowledgeBase
from graph.semantics import Side, Standing
from graph.semantics.cruxes import Turning
from graph.semantics.rejection import Shift
from graph.words.sentence import Sentence

SHOWN = 8
"""Cruxes listed at most."""
LITTLE, MUCH = 0.01, 0.05
"""The least move of a balance that a reader is told of, and the least that is not called little."""
_MANY, _FEWEST = 100_000, 40
"""Claims tried of a large argument: so many divided by the size of its largest cycle, and at
least so many."""
_WORK = 1_000_000
"""Values computed at most for all claims that are tried of a large argument."""
_EACH, _ALL = 20_000, 5_000_000
"""Values computed where somebody waits for nothing else: at least for each claim, and at most for
all of them, which takes some seconds."""
_GREATEST = 2_500_000
"""The same for all of those with the greatest influence, where that is too little for some; and a
fifth of it for all claims, where most would take more than is given to each."""
_TIMES = 12
"""How often a cycle is gone through for one claim, rejected and accepted, in most arguments."""


class Row(NamedTuple):
    """A claim on which another turns: what becomes of that without it, and the side it is on."""

    id: str
    effect: Sentence
    side: Side


@dataclass(frozen=True)
class Cruxes:
    """What a claim, the `target`, turns on.

    `rows` are the claims that move it most, those first that change its standing, and `moving`
    is how many move it as far as can be seen. `lead` says how much they decide, and `unmoved`
    how many below it do not move it at all. `unknown` says of how many that is not worked out.
    """

    target: str
    lead: Sentence
    rows: tuple[Row, ...]
    moving: int
    unmoved: Sentence | None
    unknown: Sentence | None


def cruxes_of(kb: KnowledgeBase, target: str, thesis: bool) -> Cruxes:
    """What a claim turns on. A `thesis` is called that, another claim is called by its label.

    Raises KeyError for an unknown claim.
    """
    turning = kb.turning(target)
    if turning.unknown:
        # Rather a few claims with more work for each than none.
        tried = _tried(kb, target, turning.upstream)
        more = Turning(kb.reweighing_of(target), target, tried, max(_WORK // tried, kb.share))
        turning = min(turning, more, key=lambda each: each.unknown)
    found = turning.cruxes()
    rows = []
    changing = 0
    for crux in found:
        told = effect(crux.change, None if thesis else target)
        if told is not None:
            rows.append(Row(crux.id, told, crux.side))
            changing += crux.change.turns
    unknown = turning.unknown
    unmoved = turning.below - len(found) - unknown
    return Cruxes(
        target,
        _lead(kb, target, changing, len(rows), thesis, unknown > 0),
        tuple(rows[:SHOWN]),
        len(rows),
        Sentence("crux.unmoved", count=unmoved) if unmoved > 0 else None,
        Sentence("crux.unknown", count=unknown) if unknown else None,
    )


def all_cruxes_of(kb: KnowledgeBase, target: str) -> Turning:
    """What every claim does to another, with more work than for a page. Where a large cycle makes
    that too much for some of them, those are tried that have the greatest influence, with more
    work for each. Raises KeyError for an unknown claim."""
    each = max(kb.share, _EACH)
    graph = kb.framework_of(target).incidence
    usual = _TIMES * _largest(kb, target, graph.upstream(graph.claim_numbers[target]))
    # What will hardly be worked out for a claim on the cycle is tried for few of them.
    all_ = Turning(kb.reweighing, target, most=each, work=_GREATEST // 5 if usual > each else _ALL)
    if not all_.unknown:
        return all_
    tried = max(_GREATEST // usual, _FEWEST)
    more = Turning(kb.reweighing, target, tried, max(kb.share, _WORK), _GREATEST)
    return min(all_, more, key=lambda each: each.unknown)


def effect(change: Shift, target: str | None = None, accepted: bool = False) -> Sentence | None:
    """What a rejection, or that another claim is `accepted`, does to a claim: to one called by its
    label, or to the thesis.

    None where it does nothing that can be seen.
    """
    claims = {} if target is None else {"target": target}
    words = {"target": "crux.thesis"} if target is None else {}
    before, after = change.standing
    drifted = drift(change)
    if drifted is None:
        return None
    if drifted is Drift.TURNS:
        form = _turn(before, after)
    elif after is Standing.BARE:
        form = "bare"
    else:
        much = max(map(abs, _moves(change))) >= MUCH
        form = f"{drifted.value}.{'much' if much else 'little'}"
    for slot, standing in (("before", before), ("after", after)):
        if standing is not Standing.BARE:
            words[slot] = f"crux.word.{standing.value}"
    return Sentence(f"crux.{'accepted.' if accepted else ''}{form}", claims, words)


def _turn(before: Standing, after: Standing) -> str:
    if before is Standing.BARE:
        return "gains"
    if after is Standing.BARE:
        return "empty" if before is Standing.OPPOSED else "falls"
    return "turns"


class Drift(StrEnum):
    """Which way a claim goes."""

    TURNS = "turns"
    """It gets another standing."""
    WEAKER = "weaker"
    STRONGER = "stronger"
    SHIFTS = "shifts"
    """One end of its band falls and the other rises."""


def drift(change: Shift) -> Drift | None:
    """Which way a claim goes, None where its balance moves by next to nothing."""
    if change.turns:
        return Drift.TURNS
    moves = [move for move in _moves(change) if abs(move) >= LITTLE]
    if not moves:
        return None
    if max(moves) < 0.0:
        return Drift.WEAKER
    return Drift.STRONGER if min(moves) > 0.0 else Drift.SHIFTS


def _moves(change: Shift) -> list[float]:
    """How far either end of a band moves; rounded, so that rounding errors decide nothing."""
    ends = zip(change.before, change.after, strict=True)
    return [round(after - before, 9) for before, after in ends]


def _tried(kb: KnowledgeBase, target: str, upstream: frozenset[int]) -> int:
    """How many claims to try where a large cycle makes each of them dear."""
    return max(_MANY // _largest(kb, target, upstream), _FEWEST)


def _largest(kb: KnowledgeBase, target: str, upstream: frozenset[int]) -> int:
    """The claims and links on the largest cycle above a claim; 1 where there is none."""
    graph = kb.framework_of(target).incidence
    places = {graph.component_of[node] for node in upstream}
    return max(len(graph.components[place]) for place in places)


def _lead(
    kb: KnowledgeBase, target: str, changing: int, moving: int, thesis: bool, unknown: bool
) -> Sentence:
    claims = {} if thesis else {"target": target}
    words = {"target": "crux.thesis"} if thesis else {}
    if changing:
        return Sentence("crux.some", claims, words, changing)
    if unknown:
        return Sentence("crux.tried", claims, words)
    if moving:
        return Sentence("crux.firm", claims, words)
    argued = kb.reasons(target) or kb.objections(target) or kb.conditions(target)
    return Sentence("crux.none" if argued else "crux.unargued", claims, words)
