"""On which side of a thesis a claim is, and for which one a link works."""

from collections.abc import Iterator, Mapping

from typing_extensions import override

from graph.argument.above import SeedsAbove
from graph.argument.kept import answers, around_claim, kept, kept_for
from graph.argument.ways import Down, Route, Step, Ways, followed_step
from graph.base import KnowledgeBase, Link
from graph.base.followed import Followed
from graph.base.reads import note
from graph.base.worked_out import WorkedOut
from graph.records.link_types import Polarity
from graph.semantics import NOTICEABLE, Side

ASKED = 50
"""Theses of which it is asked what a claim does to them: where none of so many feels it, it is not
worked out whether another does."""


def side_of(kb: KnowledgeBase, claim: str, debate: str | None = None) -> Side | None:
    """The side of the thesis that a claim is on: for it where accepting the claim instead of
    rejecting it raises the balance of the thesis, against it where that lowers it.

    None for a claim that does nothing to a thesis, for a thesis, and where that is not worked
    out. With several theses, it is that of the first on which the claim has an effect: of those
    of a `debate`, or of all of them, those of the claim's own debate first. Raises KeyError for
    an unknown claim or debate.
    """
    return _sided(kb, claim, debate)[0]


def side_known(kb: KnowledgeBase, claim: str, debate: str | None = None) -> bool:
    """Whether it is worked out on which side of the thesis a claim is: in a large argument, that
    may be too much work. Raises KeyError for an unknown claim or debate."""
    return _sided(kb, claim, debate)[1]


def _sided(kb: KnowledgeBase, claim: str, debate: str | None) -> tuple[Side | None, bool]:
    theses = _theses(kb, debate)
    if claim in theses or kb.is_question(claim):
        return None, True
    moved = _among(kb, claim, theses)
    for thesis in moved[:ASKED]:
        effect = kb.effect(claim, thesis)
        if effect is None:
            return None, False
        if abs(effect) >= NOTICEABLE:
            return (Side.FOR if effect > 0.0 else Side.AGAINST), True
    return None, len(moved) <= ASKED


def _theses(kb: KnowledgeBase, debate: str | None) -> tuple[str, ...]:
    return kb.theses if debate is None else kb.theses_of[debate]


@around_claim
@kept
def theses_above(kb: KnowledgeBase) -> Mapping[str, tuple[str, ...]]:
    """For each claim, the theses to which links lead from there, in their order."""
    seeds = {thesis: 1 << number for number, thesis in enumerate(kb.theses)}

    def above(claim: str) -> Iterator[str]:
        return (kb.final_target(link) for link in kb.used_in(claim))

    found = SeedsAbove(seeds, above)
    return WorkedOut(kb.claims, lambda claim: tuple(kb.theses[each] for each in found.of(claim)))


def theses_moved(kb: KnowledgeBase, claim: str) -> tuple[str, ...]:
    """The theses on which a claim may have an effect, those of its own debate first; of a large
    knowledge base those are few. Raises KeyError for an unknown claim."""
    own = kb.theses_of.get(kb.folders[claim], ())
    return tuple(sorted(theses_above(kb)[claim], key=lambda each: each not in own))


def _among(kb: KnowledgeBase, claim: str, theses: tuple[str, ...]) -> tuple[str, ...]:
    some = frozenset(theses)
    return tuple(each for each in theses_moved(kb, claim) if each in some)


_OTHER = {Side.FOR: Side.AGAINST, Side.AGAINST: Side.FOR}
_TURNING = frozenset((Polarity.HINDERS, Polarity.UNDERCUTS))


def link_side(kb: KnowledgeBase, link: Link, debate: str | None = None) -> Side | None:
    """The side of the thesis that a link works for: that of what it is aimed at, or the other
    one if it is an objection. So an objection to a critic of the thesis is for it. The thesis is
    one of a `debate`, or of any, as with `side_of`.

    Where what it is aimed at does nothing to a thesis, as when the reason above it has failed
    already, or where that is not worked out, the shortest route from there decides. None where
    there is no route either.
    """
    turns = 0
    while True:
        turns += link.type.polarity in _TURNING
        if not link.type.at_link:
            break
        link = kb.links[link.target]
    side = side_of(kb, link.target, debate)
    if side is None:
        route = ways_to_theses(kb, debate).route(link.target)
        if route is None:
            return None
        side = Side.FOR
        turns += sum(_turns(kb, step) for step in route.steps)
    return side if turns % 2 == 0 else _OTHER[side]


def _turns(kb: KnowledgeBase, step: Step) -> int:
    """How often a step of a route changes sides: a doubt about an objection does so twice."""
    turns = int(step.link.type.polarity in _TURNING)
    if step.link.type.at_link and step.on is None:
        turns += kb.links[step.link.target].type.polarity in _TURNING
    return turns


def ways_to_theses(kb: KnowledgeBase, debate: str | None = None) -> Ways:
    """The shortest ways up to the theses of a `debate`, or to all of them."""
    if isinstance(kb, Followed):
        return FollowedWays(kb, ways_to_theses(kb.plain, debate), debate)
    return _ways_to(kb, frozenset(_theses(kb, debate)))


@kept_for
def _ways_to(kb: KnowledgeBase, theses: frozenset[str]) -> Ways:
    return Ways(kb, theses)


class FollowedWays(Ways):
    """The shortest ways, noting which of them are asked for."""

    def __init__(self, kb: Followed, whole: Ways, debate: str | None) -> None:
        self._followed = kb
        self._whole = whole
        self._debate = debate or ""

    def _note(self, what: str, claim: str, on: str = "") -> None:
        note(("kept", _WAYS, what, self._debate, claim, on))

    @override
    def length(self, claim: str, on: str = "") -> tuple[int, int] | None:
        self._note("length", claim, on)
        return self._whole.length(claim, on)

    @override
    def up(self, claim: str, on: str = "") -> tuple[tuple[str, str], ...]:
        self._note("up", claim, on)
        return self._whole.up(claim, on)

    @override
    def down(self, claim: str, on: str = "") -> Down:
        self._note("down", claim, on)
        return self._whole.down(claim, on)

    @override
    def route(self, claim: str) -> Route | None:
        self._note("route", claim)
        found = self._whole.route(claim)
        if found is None:
            return None
        return Route(found.claims, tuple(followed_step(self._followed, it) for it in found.steps))


_WAYS = "ways"


def _asked_way(kb: KnowledgeBase, what: str, debate: str, claim: str, on: str) -> object:
    if debate and debate not in kb.debates:
        return None
    ways = ways_to_theses(kb, debate or None)
    if what != "route":
        return getattr(ways, what)(claim, on)
    route = ways.route(claim)
    return None if route is None else (route.claims, [step.apart for step in route.steps])


answers(_WAYS, _asked_way, around=2)


def greatest_effect(kb: KnowledgeBase, claim: str, debate: str | None = None) -> float:
    """The greatest effect of a claim on the balance of a thesis, of a `debate` or of any, either
    way, in [0, 2].

    Those that are not worked out are left aside.
    """
    theses = _among(kb, claim, _theses(kb, debate))[:ASKED]
    return max((abs(kb.effect(claim, thesis) or 0.0) for thesis in theses), default=0.0)
