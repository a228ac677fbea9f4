"""A walk along the lines of a thesis: the few claims at which a reader may get off.

Each line of argument has its stops: claims without which it breaks, whatever else is gone along
with. Lines take turns, until there are enough to ask about.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from graph.argument.answered import Answered, answered
from graph.argument.kept import kept_for
from graph.argument.line_stops import LineStops, stops_of
from graph.argument.lines import LineState, lines_of
from graph.argument.objections import doubts_about
from graph.argument.pull import pull_of
from graph.base import KnowledgeBase, Link
from graph.records import Stance
from graph.records.link_types import Polarity
from graph.semantics.reweighing import TooMuchWorkError

LONGEST = 8
"""Stops of a walk at most."""
_LINES, _CONDITIONS = 5, 2
"""Lines, and conditions, that are walked at most, those first of which most arrives."""
_CARRYING = frozenset((Polarity.HELPS, Polarity.CONDITIONS))


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
    lines as the records have them; `more` lines are not walked."""

    thesis: str
    rides: tuple[Ride, ...]
    standing: Answered
    more: int

    @property
    def stops(self) -> tuple[Stop, ...]:
        """All stops, in the order of the walk."""
        return tuple(stop for ride in self.rides for stop in ride.stops)

    @property
    def lines(self) -> tuple[str, ...]:
        """The links of the lines that are walked."""
        return tuple(ride.link.id for ride in self.rides if not ride.condition)

    def become(self, after: Answered, state: LineState) -> tuple[str, ...]:
        """The links of the lines that are in a state under answers, and in another one as the
        records have them."""
        before = self.standing.lines
        return tuple(
            each for each in self.lines if after.lines[each] is state and before[each] is not state
        )


@kept_for
def walk_of(kb: KnowledgeBase, thesis: str) -> Walk | None:
    """The walk along the lines of a claim; None where it has no line at which to get off.

    Worked out when first asked for.
    """
    found = [
        LineStops(link, list(link.premises), list(link.premises), condition=True)
        for link in kb.by_force(kb.conditions(thesis))[:_CONDITIONS]
    ]
    lines = lines_of(kb, thesis)
    stops = [stops_of(kb, thesis, line) for line in lines[:_LINES]]
    found += [line for line in stops if line.claims]
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
    return Walk(thesis, tuple(rides), answered(kb, thesis, walked), more=len(lines) - len(walked))


def _shared_out(found: list[LineStops]) -> list[set[str]]:
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
    same = record.speaker == own.speaker
    if same and own.speaker is None:
        # Where nobody is named, whoever wrote a text says what is read from it.
        read, put = ({each.source for each in one.passages} for one in (record, own))
        same = not read.isdisjoint(put) if read or put else True
    return Held.ENDORSED if same and record.stance is Stance.ENDORSES else Held.OTHERS


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
