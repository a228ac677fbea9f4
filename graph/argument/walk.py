"""A walk along the lines of a thesis: the few claims at which a reader may get off.

Each line of argument has its stops: claims without which it breaks, whatever else is gone along
with. They are found by walking down from the line's reason to what that cannot do without. No two
stops decide the same: where one claim is all that carries another, one of the two is asked about.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from graph.argument.answered import Answered, answered
from graph.argument.kept import kept
from graph.argument.lines import Line, LineState, line_state, lines_of
from graph.argument.objections import doubts_about
from graph.argument.pull import FELT, pull_of
from graph.base import KnowledgeBase, Link
from graph.records import Stance
from graph.records.link_types import Polarity
from graph.semantics import MARGIN, Band, GroundKind
from graph.semantics.reweighing import TooMuchWorkError
from graph.semantics.solving import fixed_bands

LONGEST = 8
"""Stops of a walk at most."""
_LINES, _CONDITIONS = 5, 2
"""Lines, and conditions, that are walked at most, those first of which most arrives."""
_DEEP = 3
"""Steps from a line's reason down to a stop at most: what lies deeper, few connect with it."""
_WIDE = 12
"""Claims that carry one of which it is asked whether it can do without them."""
_ASKED = 200
"""Times that a line is weighed at most to find its stops."""
_CARRYING = frozenset((Polarity.HELPS, Polarity.CONDITIONS))
_ORDER = {LineState.HOLDS: 0, LineState.CONTESTED: 1, LineState.BROKEN: 2}


class Held(StrEnum):
    """How whoever puts the thesis forward holds a claim."""

    ENDORSED = "endorsed"
    """They say it themselves."""
    UNSPOKEN = "unspoken"
    """Nobody says it, and the argument needs it."""
    OTHERS = "others"
    """Somebody else says it."""


@dataclass(frozen=True)
class Stop:
    """A claim at which a reader may get off, and what an answer to it does by itself.

    `reason` and `objection` are the strongest links on either side of it; where nobody objects
    to it, the strongest doubt about a step to it, or else from it. `cost` is what
    accepting it rather than rejecting it does to the balance of the thesis, in [-2, 2].
    `no` and `yes` are the thesis with only this claim rejected, or accepted; None where that
    would take too much work to tell.
    """

    claim: str
    held: Held
    reason: Link | None
    objection: Link | None
    cost: float
    no: Answered | None
    yes: Answered | None


@dataclass(frozen=True)
class Ride:
    """The stops of one line of argument, from below up to the thesis.

    `link` is the line's link to the thesis; `condition` tells that the thesis can hold only with
    it, and that it is no reason.
    """

    link: Link
    stops: tuple[Stop, ...]
    condition: bool = False


@dataclass(frozen=True)
class Walk:
    """A walk along the lines of a thesis; conditions come first. `standing` is the thesis and its
    lines as the records have them."""

    thesis: str
    rides: tuple[Ride, ...]
    standing: Answered

    @property
    def stops(self) -> tuple[Stop, ...]:
        """All stops, in the order of the walk."""
        return tuple(stop for ride in self.rides for stop in ride.stops)

    @property
    def lines(self) -> tuple[str, ...]:
        """The links of the lines that are walked."""
        return tuple(ride.link.id for ride in self.rides if not ride.condition)


@kept
def _walks(_: KnowledgeBase) -> dict[str, Walk | None]:
    return {}


def walk_of(kb: KnowledgeBase, thesis: str) -> Walk | None:
    """The walk along the lines of a claim; None where it has no line at which to get off.

    Worked out when first asked for.
    """
    found = _walks(kb)
    if thesis not in found:
        found[thesis] = _walk_of(kb, thesis)
    return found[thesis]


def _walk_of(kb: KnowledgeBase, thesis: str) -> Walk | None:
    found = [
        _Found(link, list(link.premises), list(link.premises), condition=True)
        for link in kb.by_force(kb.conditions(thesis))[:_CONDITIONS]
    ]
    lines = [_Stops(kb, thesis, line).found() for line in lines_of(kb, thesis)[:_LINES]]
    found += [line for line in lines if line.claims]
    walked = tuple(each.link.id for each in found if not each.condition)
    if not walked:
        return None
    rides = [
        Ride(
            each.link,
            tuple(_stop(kb, thesis, walked, claim) for claim in each.claims if claim in chosen),
            each.condition,
        )
        for each, chosen in zip(found, _shared_out(found), strict=True)
    ]
    return Walk(thesis, tuple(rides), answered(kb, thesis, walked))


@dataclass(frozen=True)
class _Found:
    """The stops that a line has, in the order of the walk and in that of what they decide."""

    link: Link
    claims: list[str]
    ranked: list[str]
    condition: bool = False


def _shared_out(found: list[_Found]) -> list[set[str]]:
    """The claims of each line that are asked about: lines take turns until there are enough.

    A claim of several lines stays with the first that asks about it.
    """
    kept: list[set[str]] = [set() for _ in found]
    asked: set[str] = set()
    for place in range(max(len(each.ranked) for each in found)):
        for each, own in zip(found, kept, strict=True):
            if place < len(each.ranked) and len(asked) < LONGEST:
                claim = each.ranked[place]
                if claim not in asked:
                    own.add(claim)
                    asked.add(claim)
    return kept


class _Stops:
    """The search for the stops of one line."""

    def __init__(self, kb: KnowledgeBase, thesis: str, line: Line) -> None:
        self.kb = kb
        self.thesis = thesis
        self.line = line
        self.graph = kb.framework.incidence
        self.goal = self.graph.claim_numbers[thesis]
        self.upstream = self.graph.upstream(self.goal)
        self.asked = 0

    def found(self) -> _Found:
        """The stops, none where nothing that a reader accepts could make the line hold."""
        link = self.line.link
        try:
            below = [stop for each in link.premises for stop in self._below(each, (self.thesis,))]
            claims = self._deciding(list(dict.fromkeys(below)))
            claims = claims or self._deciding(list(link.premises))
        except TooMuchWorkError:
            claims = list(link.premises)
        return _Found(link, claims, sorted(claims, key=self._rank))

    def _below(self, claim: str, above: tuple[str, ...]) -> list[str]:
        """What a claim gives way to: what it cannot do without, or else the claim itself.

        It gives way only to several claims of which at least one moves the line by itself: a
        single one would decide the same, and none that moves nothing is worth a question.
        """
        if len(above) > _DEEP:
            return [claim]
        needed = [each for each in self._needed(claim) if each not in above]
        if not any(self._moves(each) >= FELT for each in needed):
            return [claim]
        found = dict.fromkeys(
            stop for each in needed for stop in self._below(each, (*above, claim))
        )
        return list(found) if len(found) > 1 else [claim]

    def _needed(self, claim: str) -> list[str]:
        """The claims without which nothing carries a claim.

        What stands beside one in the same step is taken as accepted, all else as recorded.
        """
        found: dict[str, None] = {}
        node = self.graph.claim_numbers[claim]
        steps = self.kb.by_force(self.kb.reasons(claim))
        tried = dict.fromkeys(each for step in steps for each in step.premises)
        for each in list(tried)[:_WIDE]:
            beside = {one for step in steps if each in step.premises for one in step.premises}
            after = self._after([each], beside - {each})
            if (after.get(node) or self.kb.assessment.balances[claim]).upper <= MARGIN:
                found[each] = None
        return list(found)

    def _deciding(self, claims: list[str]) -> list[str]:
        """Those of these claims without which the line is worse off than with all of them."""
        if not claims:
            return []
        whole = _ORDER[self._state((), claims)]
        if whole == _ORDER[LineState.BROKEN]:
            return []
        found = []
        for claim in claims:
            others = [each for each in claims if each != claim]
            if _ORDER[self._state([claim], others)] > whole:
                found.append(claim)
        return found

    def _rank(self, claim: str) -> tuple[bool, float, float, str]:
        """The claim that decides most comes first, a documented one last; of equals, the one
        that stands worst."""
        documented = self.kb.grounds[claim].kind is GroundKind.DOCUMENTED
        stands = self.kb.assessment.balances[claim].midpoint
        return documented, -round(self._moves(claim), 9), round(stands, 9), claim

    def _moves(self, claim: str) -> float:
        """How much more of the line arrives with a claim accepted than with it rejected."""
        try:
            ends = [self._force((), [claim]), self._force([claim], ())]
        except TooMuchWorkError:
            return 0.0
        return ends[0].midpoint - ends[1].midpoint

    def _state(self, rejected: Iterable[str], accepted: Iterable[str]) -> LineState:
        return line_state(self._force(rejected, accepted))

    def _force(self, rejected: Iterable[str], accepted: Iterable[str]) -> Band:
        number = self.graph.link_numbers[self.line.link.id]
        return self._after(rejected, accepted).get(number) or self.line.force

    def _after(self, rejected: Iterable[str], accepted: Iterable[str]) -> Mapping[int, Band]:
        self.asked += 1
        if self.asked > _ASKED:
            raise TooMuchWorkError
        fixed = fixed_bands(self.graph, rejected, accepted, -1.0)
        return self.kb.reweighing.after(fixed, self.goal, self.upstream, self.kb.share)


def _stop(kb: KnowledgeBase, thesis: str, lines: Iterable[str], claim: str) -> Stop:
    onward = [each for each in kb.used_in(claim) if each.type.polarity in _CARRYING]
    # Where nobody objects to the claim itself, somebody may to how it is argued, or is used.
    against = (
        kb.objections(claim),
        doubts_about(kb, claim),
        [doubt for each in onward for doubt in kb.undercuts(each.id)],
    )
    return Stop(
        claim,
        held_by_author(kb, thesis, claim),
        _strongest(kb, kb.reasons(claim)),
        next((link for links in against if (link := _strongest(kb, links))), None),
        kb.effect(claim, thesis) or 0.0,
        _alone(kb, thesis, lines, [claim], ()),
        _alone(kb, thesis, lines, (), [claim]),
    )


def _strongest(kb: KnowledgeBase, links: Iterable[Link]) -> Link | None:
    """The link among these with the most force; None where none has any that is felt."""
    links = pull_of(kb, links).links
    return links[0] if links else None


def _alone(
    kb: KnowledgeBase,
    thesis: str,
    lines: Iterable[str],
    rejected: Iterable[str],
    accepted: Iterable[str],
) -> Answered | None:
    try:
        return answered(kb, thesis, lines, rejected, accepted, kb.share)
    except TooMuchWorkError:
        return None


def held_by_author(kb: KnowledgeBase, thesis: str, claim: str) -> Held:
    """How whoever puts a thesis forward holds a claim."""
    record, own = kb.claims[claim], kb.claims[thesis]
    if record.implicit:
        return Held.UNSPOKEN
    same = record.speaker == own.speaker and record.stance is Stance.ENDORSES
    return Held.ENDORSED if same else Held.OTHERS


def parting(walk: Walk, rejected: Iterable[str]) -> Stop | None:
    """The claim on which a reader and the author part: of those that are rejected and that the
    author endorses, the one that costs the thesis most; of equals the first.

    Where the author says none of them, what the argument needs unspoken stands in for them.
    """
    turned = {*rejected}
    for held in (Held.ENDORSED, Held.UNSPOKEN):
        found = [stop for stop in walk.stops if stop.claim in turned and stop.held is held]
        if found:
            return max(found, key=lambda stop: round(stop.cost, 9))
    return None
