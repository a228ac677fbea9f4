"""Steps from claim to claim, and the shortest way by them from each claim up to an end."""

import heapq
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from graph.argument.kept import kept
from graph.argument.objections import doubted
from graph.base import KnowledgeBase, Link


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


@kept
def steps_from(kb: KnowledgeBase) -> Mapping[Place, tuple[Step, ...]]:
    """The steps that lead on from each place: from every claim, and from every claim that casts
    a doubt which is itself doubted."""
    found = {
        (claim, ""): tuple(step_by(kb, claim, link) for link in kb.used_in(claim))
        for claim in kb.claims
    }
    for link in kb.links.values():
        if link.type.at_link and kb.undercuts(link.id):
            found[link.claim, link.id] = (step_by(kb, link.claim, link),)
    return found


FAR, NEAR = 3, 20
"""The claims of a long way that are shown: from its end, and from where it begins."""


class Down(NamedTuple):
    """A way as it reads from its end down: claims, each with its relation to the one before it.

    That of the end is empty; see `Ways.up` for the others. So many claims as `left_out` are not
    among them: they would stand behind the first `FAR`.
    """

    claims: tuple[tuple[str, str], ...]
    left_out: int


class Ways:
    """The shortest way up from every claim to one of the ends; ties go to the first id.

    A way keeps to links as long as it can. Only where no chain of links leads on does it
    take a loose step: to what the claim is part of, what raises it or what it answers.
    One pass over the whole argument finds them all.
    """

    def __init__(self, kb: KnowledgeBase, ends: frozenset[str]) -> None:
        self._next: dict[Place, tuple[str, Place, Step | None]] = {}
        self._far: dict[Place, tuple[tuple[str, str], ...]] = {(e, ""): ((e, ""),) for e in ends}
        below = _entrances(kb)
        self._length: dict[Place, tuple[int, int]] = {(end, ""): (0, 0) for end in ends}
        best: dict[Place, tuple[tuple[int, int], Place, str]] = {}
        heap = sorted((length, place) for place, length in self._length.items())
        while heap:
            length, here = heapq.heappop(heap)
            if length > self._length[here]:
                continue
            for relation, place, step in below.get(here, ()):
                loose, steps = length
                onward = (loose + 1, steps) if step is None else (loose, steps + 1)
                rank = (onward, here, step.link.id if step else relation)
                if place[0] in ends or (place in best and best[place] <= rank):
                    continue
                best[place] = rank
                self._next[place] = (relation, here, step)
                self._length[place] = onward
                far = self._far[here]
                self._far[place] = far if len(far) == FAR else (*far, (place[0], relation))
                heapq.heappush(heap, (onward, place))

    def length(self, claim: str, on: str = "") -> tuple[int, int] | None:
        """How many loose steps and how many links lead from a claim to an end; None for no way.

        Of the ways that go `on` by one link from there, where its id is given.
        """
        return self._length.get((claim, on))

    def up(self, claim: str, on: str = "") -> tuple[tuple[str, str], ...]:
        """The way as (relation, claim) pairs, from the claim itself to the end.

        The relation is that of the claim before to this one: a type of link, `specifies`,
        `raised-by` or `answers`; empty for the claim itself.
        """
        found = [("", claim)]
        place = (claim, on)
        while place in self._next:
            relation, place, _ = self._next[place]
            found.append((relation, place[0]))
        return tuple(found)

    def down(self, claim: str, on: str = "") -> Down:
        """The way as it reads from the end down to the claim, a long one without its middle."""
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
        loose, _ = self._length.get((claim, ""), (1, 0))
        if loose:
            return None
        steps: list[Step] = []
        here = (claim, "")
        while (onward := self._next.get(here)) and onward[2]:
            steps.append(onward[2])
            here = onward[1]
        return Route((claim, *(step.target for step in steps)), tuple(steps))


def _entrances(kb: KnowledgeBase) -> dict[Place, list[tuple[str, Place, Step | None]]]:
    """For each place, what leads to it: (relation, from where, the step where it is a link)."""
    below: dict[Place, list[tuple[str, Place, Step | None]]] = {}
    for place, steps in steps_from(kb).items():
        for step in steps:
            below.setdefault(step.place, []).append((step.link.type.value, place, step))
        if not place[1]:
            for relation, target in loose_parents(kb, place[0]):
                below.setdefault((target, ""), []).append((relation, place, None))
    return below


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
