"""Lines of argument: the direct reasons of a thesis, each down to its weakest link.

How much of a line arrives is decided at one place: an undercut of a step, a premise, an objection
to a premise, or a step that counts for little. Walking down whatever takes most away leads there.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import prod
from typing import NamedTuple

from graph.argument.failing import unmet_premise, weakest_premise
from graph.argument.kept import SOON, KeptFor, around_claim, kept_as_value, kept_for
from graph.argument.sides import theses_above
from graph.base import KnowledgeBase, Link
from graph.records.link_types import Polarity
from graph.semantics import MARGIN, NOTICEABLE, Band, GroundKind
from graph.semantics.reweighing import TooMuchWorkError

"""A force below this carries nothing."""


class LineState(StrEnum):
    """What becomes of a line of argument."""

    HOLDS = "holds"
    """More than the margin of a standing arrives at the thesis, whatever open cycles come to."""
    CONTESTED = "contested"
    """Little of it arrives, or it is open how much."""
    BROKEN = "broken"
    """Nothing of it arrives."""


class Why(StrEnum):
    """Why a link of a line is its weakest."""

    GRANTED = "granted"
    """The claim is put forward without a reason."""
    DOCUMENTED = "documented"
    """The claim carries no more than its sources do."""
    BARE = "bare"
    """Nothing carries the claim."""
    OBJECTION = "objection"
    """The claim is, or carries, an objection to one of the line."""
    UNDERCUT = "undercut"
    """The claim is, or carries, an objection to a step of the line."""
    CONDITION = "condition"
    """A claim of the line can hold only if this one does, and it is opposed."""
    RELEVANCE = "relevance"
    """The step counts for little."""
    CIRCLE = "circle"
    """The claim depends on what it carries."""


@dataclass(frozen=True)
class Weakest:
    """The weakest link of a line: a claim or, where a step counts for little, a link."""

    why: Why
    claim: str | None = None
    link: str | None = None


@dataclass(frozen=True)
class Line:
    """A direct reason of a thesis with what carries it, down to the weakest link.

    `claims` begin with the deciding premise of the `link` to the thesis; each is carried to the
    one before it by the link at its place in `links`, the first of which is that to the thesis.
    `force` is how much of the line arrives. Where an objection or a doubt decides, `struck` is
    that link: it bears on the last of the claims or of the links.
    """

    link: Link
    force: Band
    claims: tuple[str, ...]
    links: tuple[str, ...]
    weakest: Weakest
    struck: str | None

    @property
    def state(self) -> LineState:
        """Whether it arrives."""
        return line_state(self.force)


def line_state(force: Band) -> LineState:
    """The state of a line of which this much arrives, in [0, 1]."""
    if force.lower > MARGIN:
        return LineState.HOLDS
    return LineState.BROKEN if force.upper <= NOTICEABLE else LineState.CONTESTED


@kept_for
def lines_of(kb: KnowledgeBase, thesis: str) -> tuple[Line, ...]:
    """The lines of argument of a claim, the one of which most arrives first.

    Worked out when first asked for. Raises KeyError for an unknown claim.
    """
    return tuple(_line(kb, each) for each in _walked(kb, thesis))


class _Walked(NamedTuple):
    """A line in names alone: what is said of its steps is none of it."""

    link: str
    force: Band
    claims: tuple[str, ...]
    links: tuple[str, ...]
    weakest: Weakest
    struck: str | None


@around_claim
@kept_as_value
def _walked(kb: KnowledgeBase, thesis: str) -> tuple[_Walked, ...]:
    """The lines of a claim in order. There may be thousands: whoever asks for one of them has not
    read all that the others go by."""
    return tuple(_Walk(kb, link).line() for link in kb.by_force(kb.reasons(thesis)))


def _line(kb: KnowledgeBase, found: _Walked) -> Line:
    return Line(kb.links[found.link], *found[1:])


class _Walk:
    """The way down from one reason of a thesis to what decides how much of it arrives."""

    def __init__(self, kb: KnowledgeBase, link: Link) -> None:
        self.kb = kb
        self.link = link
        self.balances = kb.assessment.balances
        self.forces = kb.assessment.forces
        self.claims: dict[str, None] = {}
        self.links: list[str] = []
        self.struck: str | None = None

    def line(self) -> _Walked:
        at: Weakest | Link = self.link
        while isinstance(at, Link):
            below = self._at_link(at)
            at = below if isinstance(below, Weakest) else self._at_claim(below)
        return _Walked(
            self.link.id,
            self.forces[self.link.id],
            tuple(self.claims),
            tuple(self.links),
            at,
            self.struck,
        )

    def _at_link(self, link: Link) -> Weakest | str:
        """What decides at a step: the weakest link, or a premise to be followed further."""
        self.links.append(link.id)
        premise = weakest_premise(self.kb, link)
        again = premise in self.claims
        if not again:
            self.claims[premise] = None
        undercuts = self.kb.by_force(self.kb.undercuts(link.id))
        losses = {
            Why.GRANTED: 1.0 - max(0.0, self._figure(premise)),
            Why.UNDERCUT: 1.0 - prod(1.0 - self.forces[each.id].midpoint for each in undercuts),
            Why.RELEVANCE: 1.0 - link.record.relevance,
        }
        # Of equal losses, that of the premise can be followed furthest.
        most = max(losses, key=lambda why: round(losses[why], 9))
        if most is Why.UNDERCUT and undercuts:
            return self._by(undercuts[0], Why.UNDERCUT)
        if most is Why.RELEVANCE:
            return Weakest(Why.RELEVANCE, link=link.id)
        if again:
            return Weakest(Why.CIRCLE, claim=premise)
        return premise

    def _at_claim(self, claim: str) -> Weakest | Link:
        """What decides at a claim: the weakest link, or a reason to be followed further."""
        kb, weighed = self.kb, self.kb.assessment
        lacking = 1.0 - weighed.carried[claim].midpoint
        taken = weighed.taken[claim].midpoint
        against = kb.by_force((*kb.objections(claim), *kb.conditions(claim)))
        if against and round(taken, 9) >= round(lacking, 9) and taken > NOTICEABLE:
            hit = against[0]
            fails = hit.type.polarity is Polarity.CONDITIONS
            return self._by(hit, Why.CONDITION if fails else Why.OBJECTION)
        ground, reasons = kb.grounds[claim], kb.by_force(kb.reasons(claim))
        if reasons and self.forces[reasons[0].id].midpoint > ground.value:
            return reasons[0]
        if ground.kind is GroundKind.DOCUMENTED:
            return Weakest(Why.DOCUMENTED, claim=claim)
        if ground.value > 0.0:
            return Weakest(Why.GRANTED, claim=claim)
        return reasons[0] if reasons else Weakest(Why.BARE, claim=claim)

    def _by(self, hit: Link, why: Why) -> Weakest:
        """What carries a link that takes away: the first claim with a ground of its own."""
        self.struck = hit.id
        if why is Why.CONDITION:
            return Weakest(why, claim=unmet_premise(self.kb, hit))
        seen: set[str] = set()
        link = hit
        while True:
            claim = weakest_premise(self.kb, link)
            reasons = self.kb.by_force(self.kb.reasons(claim))
            if claim in seen or self.kb.grounds[claim].value > 0.0 or not reasons:
                return Weakest(why, claim=claim)
            seen.add(claim)
            link = reasons[0]

    def _figure(self, claim: str) -> float:
        return round(self.balances[claim].midpoint, 9)


def carried_by(kb: KnowledgeBase, claim: str) -> Iterator[tuple[str, str]]:
    """The way down from a claim along its strongest reasons: the link, and its deciding premise.

    Ends at a claim that no reason with force carries, and where the way would come round.
    """
    seen = {claim}
    while reasons := kb.by_force(kb.reasons(claim)):
        link = reasons[0]
        claim = weakest_premise(kb, link)
        if claim in seen or kb.assessment.forces[link.id].upper <= NOTICEABLE:
            return
        seen.add(claim)
        yield link.id, claim


class Role(StrEnum):
    """What a claim does in a line of argument."""

    IS = "is"
    """It is the direct reason itself."""
    WEAKEST = "weakest"
    """It is the weakest link."""
    BREAKS = "breaks"
    """Without it the line breaks."""
    CARRIES = "carries"
    """Less of the line would arrive without it."""
    WEAKENS = "weakens"
    """More of the line would arrive without it."""
    WOULD_CARRY = "would_carry"
    """The line does as well without it as it stands; more would arrive if it were accepted."""
    WOULD_WEAKEN = "would_weaken"
    """The line does as well without it as it stands; less would arrive if it were accepted."""

    @property
    def weakens(self) -> bool:
        """Whether it speaks against the line."""
        return self in (Role.WEAKENS, Role.WOULD_WEAKEN)


@dataclass(frozen=True)
class Part:
    """What a claim does in one line of argument of a thesis."""

    thesis: str
    line: Line
    role: Role


class _AllParts(NamedTuple):
    """What a claim does in lines, and whether that is worked out for all of them."""

    parts: tuple[Part, ...]
    known: bool


def _parts_in_all(kb: KnowledgeBase, claim: str) -> _AllParts:
    node = kb.framework_of(claim).incidence.claim_numbers[claim]
    found: list[Part] = []
    known = True
    # Those that it is linked to: of a large knowledge base there are many others.
    for thesis in theses_above(kb)[claim]:
        if thesis == claim or node not in kb.turning(thesis).upstream:
            continue
        try:
            found += _parts(kb, claim, thesis)
        except TooMuchWorkError:
            known = False
    return _AllParts(tuple(found), known)


_kept_parts = KeptFor(_parts_in_all, most=SOON)


def parts_of(kb: KnowledgeBase, claim: str) -> tuple[Part, ...]:
    """What a claim does in the lines of the theses; nothing for lines that it does not move.

    Nothing either where it would take too much work to tell. Raises KeyError for an unknown
    claim.
    """
    return _kept_parts(kb, claim).parts


def parts_known(kb: KnowledgeBase, claim: str) -> bool:
    """Whether it is worked out for all lines that a claim bears on what it does there."""
    return _kept_parts(kb, claim).known


def _parts(kb: KnowledgeBase, claim: str, thesis: str) -> Iterator[Part]:
    graph, upstream = kb.framework_of(thesis).incidence, kb.turning(thesis).upstream
    node, goal = graph.claim_numbers[claim], graph.claim_numbers[thesis]
    without, granted = (
        kb.reweighing_of(thesis).after({node: Band(end, end)}, goal, upstream, kb.share)
        for end in (-1.0, 1.0)
    )
    lines, places = _walked(kb, thesis), _places(kb, thesis)
    # Only what moves is gone through: a thesis may have thousands of lines.
    moved = (without.keys() | granted.keys()) & places.keys()
    for number in sorted(moved, key=places.__getitem__):
        line = _line(kb, lines[places[number]])
        ends = [bands.get(number, line.force) for bands in (without, granted)]
        role = _role(line, claim, *ends)
        if role is not None:
            yield Part(thesis, line, role)


@kept_for
def _places(kb: KnowledgeBase, thesis: str) -> Mapping[int, int]:
    """The place of each line among those of a thesis, by the node of its link."""
    numbers = kb.framework_of(thesis).incidence.link_numbers
    return {numbers[line.link]: place for place, line in enumerate(_walked(kb, thesis))}


def _role(line: Line, claim: str, without: Band, granted: Band) -> Role | None:
    helps = granted.midpoint - without.midpoint
    if abs(helps) <= NOTICEABLE:
        return None
    if claim == line.link.claim:
        return Role.IS
    if helps > 0.0 and claim == line.weakest.claim:
        return Role.WEAKEST
    if line_state(without) is LineState.BROKEN and line.state is not LineState.BROKEN:
        return Role.BREAKS
    lost = line.force.midpoint - without.midpoint
    if abs(lost) > NOTICEABLE:
        return Role.CARRIES if lost > 0.0 else Role.WEAKENS
    return Role.WOULD_CARRY if helps > 0.0 else Role.WOULD_WEAKEN
