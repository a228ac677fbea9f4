"""How a change spreads: the route from what was changed to each claim that stands differently."""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from graph.base import KnowledgeBase, Link
from graph.records.link_name import LinkName
from graph.records.link_types import Polarity
from graph.review.difference import Difference
from graph.review.link_difference import Aspect, present_name
from graph.review.regrounded import OtherRecord, Regrounded
from graph.semantics import NOTICEABLE, Band

"""Less of a force than this is none."""
_WEIGHED = frozenset((Aspect.TYPE, Aspect.PREMISES, Aspect.TARGET, Aspect.RELEVANCE))


@dataclass(frozen=True)
class Spread:
    """The way by which a change reached a claim: from the first of `claims` to the last.

    `claims` are ids afterwards; one claim alone was changed itself. `removed` says that the way
    begins at what an argument that is gone had borne on; `records` are those other than claims by
    whose change the first of them has another ground.
    """

    claims: tuple[str, ...]
    removed: bool = False
    records: tuple[OtherRecord, ...] = ()


def spread(before: KnowledgeBase, after: KnowledgeBase, found: Difference) -> Mapping[str, Spread]:
    """The shortest route from a changed record to each claim whose balance changed; none for one
    that no such route explains.

    Routes follow links from premise to target, as balances do, of which more or less arrives than
    before, so that each claim on the way moves as it did. In a cycle, a claim may be changed by
    itself.
    """
    moves = _Moves(before, after, found)
    came: dict[str, tuple[str | None, Spread]] = {}
    ahead: deque[str] = deque()
    for origin in _origins(before, after, found, moves):
        (claim,) = origin.claims
        if claim in after.claims and claim not in came:
            came[claim] = (None, origin)
            ahead.append(claim)
    while ahead:
        here = ahead.popleft()
        for link in after.used_in(here):
            target = after.final_target(link)
            if target not in came and moves.through(link, here):
                came[target] = (here, came[here][1])
                ahead.append(target)
    return {each.id: _route(came, each.id) for each in found.balances if each.id in came}


def _route(came: Mapping[str, tuple[str | None, Spread]], claim: str) -> Spread:
    route = [claim]
    while (before := came[route[-1]][0]) is not None:
        route.append(before)
    return replace(came[claim][1], claims=tuple(reversed(route)))


class _Moves:
    """Which way claims move by a change, and what arrives at them."""

    def __init__(self, before: KnowledgeBase, after: KnowledgeBase, found: Difference) -> None:
        self._after = after
        forces = before.assessment.forces
        renamed = {each.before.id: each.id for each in found.claims.changed if each.renamed}
        was = {present_name(each, renamed): link for each, link in before.links.items()}
        for each in found.links.changed:
            was.pop(present_name(each.before.id, renamed), None)
        for each in found.links.changed:
            if each.before.id in forces:
                was[each.after.id] = each.before
        self._former = {
            id_: _Arriving(
                forces[link.id],
                link.type.polarity,
                led_to(after, link)
                if link.type.at_link
                else after.resolve(renamed.get(link.target, link.target)),
            )
            for id_, link in was.items()
        }
        self._claims = {each.id: each.delta for each in found.balances}
        self.regrounded = Regrounded(before, after, found)
        other = {each.id for each in found.balances if self.regrounded.differs(each.id)}
        gone = ((each, led_to(after, each)) for each in found.links.removed)
        self.left = {
            claim
            for each, claim in gone
            if _felt(forces.get(each.id)) or (_helps(each) and claim in other)
        }
        """The claims at which something arrived along a link that is gone, or which had a ground
        for the sake of that."""
        argued = (*found.links.added, *(each.after for each in found.links.changed))
        self._grounding = {
            (each.claim, each.target) for each in argued if _helps(each) and each.target in other
        }
        for claim in other:
            causes = self.regrounded.causes(claim)
            self._grounding.update((each, claim) for each in causes if isinstance(each, str))

    def through(self, link: Link, here: str) -> bool:
        """Whether a claim moved as what arrives of another does along a link that it bears on in
        the end, or has another ground for the sake of that reason."""
        if (here, link.target) in self._grounding:
            return True
        step = link
        while step.type.at_link:
            step = self._after.links[step.target]
        way, claim = self._gained(step), self._claims.get(step.target)
        if way is None or claim is None or self._gained(link) is None:
            return False
        return abs(way) <= NOTICEABLE or (way > 0.0) == (claim > 0.0)

    def _gained(self, link: Link) -> float | None:
        """How much more arrives along a link for what it bears on, by the middles of bands; None
        where all is as it was."""
        now = _Arriving(
            self._after.assessment.forces[link.id],
            link.type.polarity,
            self._after.final_target(link),
        )
        was = self._former.get(link.id, _NOTHING_ARRIVES)
        if was.polarity is now.polarity and was.claim == now.claim:
            if _alike(was.force, now.force):
                return None
            return now.effect - was.effect
        if not _felt(was.force) and not _felt(now.force):
            return None
        return now.effect - (was.effect if was.claim == now.claim else 0.0)


class _Arriving(NamedTuple):
    """What arrives along a link, for or against the claim that it bears on in the end."""

    force: Band
    polarity: Polarity | None
    claim: str

    @property
    def effect(self) -> float:
        """By the middle of the band, less than nothing where it is against the claim."""
        return self.force.midpoint if self.polarity is Polarity.HELPS else -self.force.midpoint


_NOTHING_ARRIVES = _Arriving(Band(0.0, 0.0), None, "")


def _alike(one: Band, other: Band) -> bool:
    return all(abs(a - b) <= NOTICEABLE for a, b in zip(one, other, strict=True))


def _helps(link: Link) -> bool:
    return link.type.polarity is Polarity.HELPS


def _felt(force: Band | None) -> bool:
    return force is not None and force.upper > NOTICEABLE


def _origins(
    before: KnowledgeBase, after: KnowledgeBase, found: Difference, moves: _Moves
) -> Iterator[Spread]:
    """Where a change begins, each a way of one claim; of several that begin at the same claim, the
    one that says most comes first."""
    for claim in found.claims.added:
        yield Spread((claim.id,))
    for change in found.claims.changed:
        # What is asked is not weighed: what it bears on stands differently for that.
        if before.is_question(change.before.id) != after.is_question(change.id):
            yield Spread((change.id,))
    for balance in found.balances:
        causes = moves.regrounded.causes(balance.id)
        if records := tuple(cause for cause in causes if isinstance(cause, OtherRecord)):
            yield Spread((balance.id,), records=records)
        for cause in causes:
            if isinstance(cause, str):
                yield Spread((cause,))
    for link in found.links.added:
        yield Spread((link.claim,))
    for each in found.links.changed:
        if _WEIGHED & set(each.aspects):
            yield Spread((each.after.claim,))
    for gone in found.links.removed:
        bereft = led_to(after, gone)
        if bereft in moves.left:
            yield Spread((bereft,), removed=True)
    for each in found.links.changed:
        left = led_to(after, each.before)
        # What it bore on may be what it bears on now, under an id that was given to that.
        if each.moved and left != after.final_target(each.after):
            yield Spread((left,), removed=True)


def led_to(after: KnowledgeBase, link: Link) -> str:
    """The claim that a link of now or of before bears on in the end, by its id afterwards."""
    if link.type.at_link and link.target in after.links:
        return after.final_target(after.links[link.target])
    # The step it was about may be gone too; its target's name ends with the claim.
    return after.resolve(LinkName.meant(link.target).final)
