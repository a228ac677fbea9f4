"""On which claims another one turns, and what is said of each."""

from dataclasses import dataclass

from graph.base import KnowledgeBase
from graph.semantics import Band, Change, Crux, cruxes
from graph.words.sentence import Sentence

SHOWN = 8
"""Cruxes listed at most."""
_WORK, _FEWEST = 100_000, 40
"""Claims tried: so many divided by the size of the largest cycle, and at least so many."""
_NOTICED = 0.005
"""The least distance from the base score that counts as having weight."""


@dataclass(frozen=True)
class Cruxes:
    """What a claim, the `target`, turns on.

    `rows` are the claims that move it most, each with a sentence, and `moving` is how many
    move it as far as the digits show. `lead` says how much they decide, and `unmoved` how many
    below it do not move it at all.
    """

    target: str
    lead: Sentence
    rows: tuple[tuple[str, Sentence], ...]
    moving: int
    unmoved: Sentence | None


def cruxes_of(kb: KnowledgeBase, target: str, thesis: bool) -> Cruxes:
    """What a claim turns on. A `thesis` is called that, another claim is called by its label.

    Raises KeyError for an unknown claim.
    """
    most = _tried(kb, target)
    found = cruxes(kb.assessment, target, tried=most)
    before = kb.assessment.balances[target]
    seen = [crux for crux in found if _seen(before, crux)]
    upstream = _upstream(kb, target)
    unmoved = len(upstream) - len(found) if len(upstream) <= most else 0
    return Cruxes(
        target,
        _lead(kb, target, seen, thesis),
        tuple(
            (crux.id, effect(_change(target, before, crux), None if thesis else target))
            for crux in seen[:SHOWN]
        ),
        len(seen),
        Sentence("crux.unmoved", count=unmoved) if unmoved > 0 else None,
    )


def effect(change: Change, target: str | None = None) -> Sentence:
    """What a rejection does to a claim: to one called by its label, or to the thesis."""
    claims = {} if target is None else {"target": target}
    words = {"target": "crux.thesis"} if target is None else {}
    return Sentence("crux.nothing", claims, {}, words)


def _shown(band: Band) -> tuple[float, float]:
    return round(band.lower, 2), round(band.upper, 2)


def _change(target: str, before: Band, crux: Crux) -> Change:
    return Change(target, before, crux.after, crux.standing)


def _seen(before: Band, crux: Crux) -> bool:
    return crux.standing[0] is not crux.standing[1] or _shown(before) != _shown(crux.after)


def _tried(kb: KnowledgeBase, target: str) -> int:
    """How many claims to try: all of them, but where a large cycle makes each of them dear."""
    graph = kb.framework.incidence
    places = {graph.component_of[node] for node in graph.upstream(graph.claim_numbers[target])}
    largest = max(len(graph.components[place]) for place in places)
    return max(_WORK // largest, _FEWEST)


def _upstream(kb: KnowledgeBase, target: str) -> list[str]:
    """The claims above which a target stands and which weigh anything."""
    graph = kb.framework.incidence
    goal = graph.claim_numbers[target]
    return [
        graph.claims[node]
        for node in graph.upstream(goal)
        if node != goal and node < len(graph.claims)
    ]


def _lead(kb: KnowledgeBase, target: str, seen: list[Crux], thesis: bool) -> Sentence:
    claims = {} if thesis else {"target": target}
    words = {"target": "crux.thesis"} if thesis else {}
    return Sentence("crux.nothing", claims, {}, words)
