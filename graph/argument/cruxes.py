"""On which claims another one turns, and what is said of each."""

from dataclasses import dataclass

from graph.base import KnowledgeBase
from graph.semantics import Band, Change, Crux, Standing, cruxes
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
    found = cruxes(kb.framework, kb.assessment, target, tried=most)
    before = kb.assessment.strengths[target]
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
    before, after = (each.value for each in change.standing)
    direction = _direction(change)
    if direction == "stands" and before == after:
        return Sentence("crux.nothing", claims, {}, words)
    if (direction, before, after) in _IMPOSSIBLE:
        direction = "moves"
    return Sentence(
        f"crux.{direction}.{before}.{after}",
        claims,
        {"before": change.before, "after": change.after},
        words,
    )


# A band that narrows may lift one end out of sight while the other visibly falls.
_IMPOSSIBLE = frozenset(
    (direction, before, after)
    for direction, pairs in {
        "falls": ("opposed undecided", "opposed supported", "undecided supported"),
        "rises": ("supported undecided", "supported opposed", "undecided opposed"),
    }.items()
    for before, after in (pair.split() for pair in pairs)
)


def _shown(band: Band) -> tuple[float, float]:
    return round(band.lower, 2), round(band.upper, 2)


def _direction(change: Change) -> str:
    """Where the strength goes, as far as its digits show."""
    steps = [b - a for a, b in zip(_shown(change.before), _shown(change.after), strict=True)]
    if not any(steps):
        return "stands"
    if max(steps) <= 0:
        return "falls"
    return "rises" if min(steps) >= 0 else "moves"


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
        if node != goal
        and node < len(graph.claims)
        and kb.assessment.strengths[graph.claims[node]].upper > 0.0
    ]


def _lead(kb: KnowledgeBase, target: str, seen: list[Crux], thesis: bool) -> Sentence:
    claims = {} if thesis else {"target": target}
    words = {"target": "crux.thesis"} if thesis else {}
    word = kb.assessment.standings[target]
    if word is Standing.UNARGUED:
        return Sentence("crux.unargued", claims, words=words)
    changing = sum(crux.standing[0] is not crux.standing[1] for crux in seen)
    if changing:
        return Sentence(f"crux.some.{word.value}", claims, {}, words, changing)
    if seen:
        return Sentence(f"crux.firm.{word.value}", claims, words=words)
    base = kb.framework.base_scores[target]
    far = max(abs(end - base) for end in kb.assessment.strengths[target])
    form = "crowded" if far > _NOTICED else "weightless"
    return Sentence(f"crux.{form}", claims, words=words)
