"""Steps from claim to claim, and the shortest way by them from each claim up to an end."""

import heapq
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeAlias

from graph.argument.above import unsettled
from graph.argument.kept import answers, kept
from graph.argument.objections import doubted
from graph.base import KnowledgeBase, Link
from graph.base.followed import Followed
from graph.base.followed_mapping import FollowedMapping
from graph.base.reads import Read


@dataclass(frozen=True)
class Step:
    """One link of a route: from `claim`, through `link`, to `target`.

    For an undercut, `target` is the claim that the step it is aimed at bears on in the end. An
    undercut of an undercut defends that step: its target is the claim that casts the doubt, and
    the route goes `on` by the link in which it does so.
    """

    claim: str
    link: Link
    target: str
    on: Link | None = None

    @property
    def apart(self) -> tuple[object, ...]:
        """All of it but what the records of its links say."""
        return self.claim, self.link.apart, self.target, None if self.on is None else self.on.apart

    @property
    def place(self) -> "Place":
        """Where the step leads."""
        return self.target, "" if self.on is None else self.on.id


Place: TypeAlias = tuple[str, str]
"""A claim on a route, and the id of the one link by which it goes on, empty for any."""


@dataclass(frozen=True)
class Route:
    """A chain of steps; `claims` has one more element than `steps`."""

    claims: tuple[str, ...]
    steps: tuple[Step, ...]


def step_by(kb: KnowledgeBase, claim: str, link: Link) -> Step:
    """The step that a claim makes by a link in which it is a premise."""
    doubt = doubted(kb, link)
    if doubt is not None:
        return Step(claim, link, doubt.claim, doubt)
    return Step(claim, link, kb.final_target(link))


def steps_up(kb: KnowledgeBase, claim: str) -> tuple[Step, ...]:
    """The steps that lead away from a claim, one for each link in which it is a premise."""
    return steps_from(kb)[claim, ""]


def steps_from(kb: KnowledgeBase) -> Mapping[Place, tuple[Step, ...]]:
    """The steps that lead on from each place: from every claim, and from every claim that casts
    a doubt which is itself doubted."""
    if not isinstance(kb, Followed):
        return _steps_from(kb)
    read: Read = ("kept", _STEPS)
    return FollowedMapping(
        _steps_from(kb.plain),
        lambda place: (*read, *place),
        read,
        read,
        lambda steps: tuple(followed_step(kb, each) for each in steps),
    )


@kept
def _steps_from(kb: KnowledgeBase) -> Mapping[Place, tuple[Step, ...]]:
    return Steps(kb)


_STEPS = "steps"


def _steps_now(kb: KnowledgeBase, *place: str) -> object:
    steps = _steps_from(kb)
    if not place:
        return [(each, [step.apart for step in found]) for each, found in steps.items()]
    claim, on = place
    return [step.apart for step in steps.get((claim, on), ())]


answers(_STEPS, _steps_now, around=0)


def followed_step(kb: Followed, step: Step) -> Step:
    """The step with links of which it is noted what is read of their records."""
    on = None if step.on is None else kb.links.given(step.on)
    return replace(step, link=kb.links.given(step.link), on=on)


class Steps(Mapping[Place, tuple[Step, ...]]):
    """The steps that lead on from each place, as they are asked for."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self._kb = kb
        self.known: dict[Place, tuple[Step, ...]] = {}
        """Those that were asked for."""

    def __getitem__(self, place: Place) -> tuple[Step, ...]:
        found = self.known.get(place)
        if found is None:
            found = self.known[place] = self._from(*place)
        return found

    def _from(self, claim: str, on: str) -> tuple[Step, ...]:
        kb = self._kb
        if not on and claim in kb.claims:
            return tuple(step_by(kb, claim, link) for link in kb.used_in(claim))
        link = kb.links.get(on)
        if link is None or link.claim != claim or not self._is_doubted_doubt(link):
            raise KeyError((claim, on))
        return (step_by(kb, claim, link),)

    def _is_doubted_doubt(self, link: Link) -> bool:
        return link.type.at_link and bool(self._kb.undercuts(link.id))

    def __iter__(self) -> Iterator[Place]:
        yield from ((claim, "") for claim in self._kb.claims)
        for link in self._kb.links.values():
            if self._is_doubted_doubt(link):
                yield link.claim, link.id

    def __len__(self) -> int:
        return sum(1 for _ in self)


FAR, NEAR = 3, 20
"""The claims of a long way that are shown: from its end, and from where it begins."""


class Down(NamedTuple):
    """A way as it reads from its end down: claims, each with its relation to the one before it.

    That of the end is empty; see `Ways.up` for the others. So many claims as `left_out` are not
    among them: they would stand behind the first `FAR`.
    """

    claims: tuple[tuple[str, str], ...]
    left_out: int


_Lead: TypeAlias = tuple[str, Place, Step | None]
"""How one place is related to another, that one, and the step where it is a link."""


class Ways:
    """The shortest way up from every claim to one of the ends; ties go to the first id.

    A way keeps to links as long as it can. Only where no chain of links leads on does it
    take a loose step: to what the claim is part of, what raises it or what it answers.
    Ways are found when they are asked for: of all that is above a claim together, as far as it is
    not known from what was asked before.
    """

    def __init__(self, kb: KnowledgeBase, ends: frozenset[str]) -> None:
        self._kb = kb
        self._ends = ends
        self._steps = steps_from(kb)
        self._next: dict[Place, _Lead] = {}
        self._far: dict[Place, tuple[tuple[str, str], ...]] = {(e, ""): ((e, ""),) for e in ends}
        self._length: dict[Place, tuple[int, int]] = {(end, ""): (0, 0) for end in ends}
        self._settled: set[Place] = set(self._length)

    def _settle(self, start: Place) -> None:
        """Find the ways of all places at and above this one that are not settled yet."""
        leads: dict[Place, list[_Lead]] = {}

        def onward(place: Place) -> Iterator[Place]:
            leads[place] = found = self._leads(place)
            return (each for _, each, _ in found)

        fresh = unsettled(start, self._settled, onward)
        below: dict[Place, list[_Lead]] = {}
        for place, found in leads.items():
            for relation, above, step in found:
                below.setdefault(above, []).append((relation, place, step))
        next_: dict[Place, _Lead] = {}
        far = {place: self._far[place] for place in below if place in self._length}
        lengths = {place: self._length[place] for place in far}
        best: dict[Place, tuple[tuple[int, int], Place, str]] = {}
        heap = sorted((length, place) for place, length in lengths.items())
        while heap:
            length, here = heapq.heappop(heap)
            if length > lengths[here]:
                continue
            for relation, place, step in below.get(here, ()):
                loose, steps = length
                longer = (loose + 1, steps) if step is None else (loose, steps + 1)
                rank = (longer, here, step.link.id if step else relation)
                if place in best and best[place] <= rank:
                    continue
                best[place] = rank
                next_[place] = (relation, here, step)
                lengths[place] = longer
                beyond = far[here]
                far[place] = beyond if len(beyond) == FAR else (*beyond, (place[0], relation))
                heapq.heappush(heap, (longer, place))
        self._next.update(next_)
        self._far.update(far)
        self._length.update(lengths)
        self._settled.update(fresh)

    def _leads(self, place: Place) -> list[_Lead]:
        """What leads on from a place: (relation, to where, the step where it is a link). Nothing
        does from an end."""
        if place[0] in self._ends:
            return []
        found: list[_Lead] = [
            (step.link.type.value, step.place, step) for step in self._steps.get(place, ())
        ]
        if not place[1] and place[0] in self._kb.claims:
            loose = loose_parents(self._kb, place[0])
            found.extend((relation, (target, ""), None) for relation, target in loose)
        return found

    def length(self, claim: str, on: str = "") -> tuple[int, int] | None:
        """How many loose steps and how many links lead from a claim to an end; None for no way.

        Of the ways that go `on` by one link from there, where its id is given.
        """
        self._settle((claim, on))
        return self._length.get((claim, on))

    def up(self, claim: str, on: str = "") -> tuple[tuple[str, str], ...]:
        """The way as (relation, claim) pairs, from the claim itself to the end.

        The relation is that of the claim before to this one: a type of link, `specifies`,
        `raised-by` or `answers`; empty for the claim itself.
        """
        self._settle((claim, on))
        found = [("", claim)]
        place = (claim, on)
        while place in self._next:
            relation, place, _ = self._next[place]
            found.append((relation, place[0]))
        return tuple(found)

    def down(self, claim: str, on: str = "") -> Down:
        """The way as it reads from the end down to the claim, a long one without its middle."""
        self._settle((claim, on))
        loose, steps = self._length.get((claim, on), (0, 0))
        place, near = (claim, on), list[tuple[str, str]]()
        whole = loose + steps + 1 <= FAR + NEAR + 1
        while place in self._next and (whole or len(near) < NEAR):
            relation, onward, _ = self._next[place]
            near.append((place[0], relation))
            place = onward
        if whole:
            return Down(((place[0], ""), *reversed(near)), 0)
        return Down((*self._far[claim, on], *reversed(near)), loose + steps + 1 - FAR - NEAR)

    def route(self, claim: str) -> Route | None:
        """The way as a route, or None where links alone do not lead to an end."""
        self._settle((claim, ""))
        loose, _ = self._length.get((claim, ""), (1, 0))
        if loose:
            return None
        steps: list[Step] = []
        here = (claim, "")
        while (onward := self._next.get(here)) and onward[2]:
            steps.append(onward[2])
            here = onward[1]
        return Route((claim, *(step.target for step in steps)), tuple(steps))


def loose_parents(kb: KnowledgeBase, claim: str) -> Iterator[tuple[str, str]]:
    """The claims this one belongs to without arguing for them: (relation, claim).

    The relation is `specifies`, `raised-by` or `answers`.
    """
    record = kb.claims[claim]
    for target in record.specifies:
        if kb.resolve(target) in kb.claims:
            yield "specifies", kb.resolve(target)
    for raiser in kb.raised_by.get(claim, ()):
        yield "raised-by", raiser
    for target in record.answers:
        if kb.resolve(target) in kb.claims:
            yield "answers", kb.resolve(target)
