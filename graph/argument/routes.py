"""Routes: chains of links from a claim up to another claim or to a thesis."""

import heapq
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TypeAlias

from graph.argument.objections import doubted
from graph.base import KnowledgeBase, Link

LONGEST = 12
"""Routes of more steps than this are not looked for."""


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
    return tuple(step_by(kb, claim, link) for link in kb.used_in(claim))


def _from(kb: KnowledgeBase, place: Place) -> tuple[Step, ...]:
    claim, on = place
    return (step_by(kb, claim, kb.links[on]),) if on else steps_up(kb, claim)


class Ways:
    """The shortest way up from every claim to one of the ends; ties go to the first id.

    A way keeps to links as long as it can. Only where no chain of links leads on does it
    take a loose step: to what the claim is part of, what raises it or what it answers.
    One pass over the whole argument finds them all.
    """

    def __init__(self, kb: KnowledgeBase, ends: frozenset[str]) -> None:
        self._next: dict[Place, tuple[str, Place, Step | None]] = {}
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
    for place in _places(kb):
        for step in _from(kb, place):
            below.setdefault(step.place, []).append((step.link.type.value, place, step))
        if not place[1]:
            for relation, target in loose_parents(kb, place[0]):
                below.setdefault((target, ""), []).append((relation, place, None))
    return below


def _places(kb: KnowledgeBase) -> Iterator[Place]:
    """Every claim, and every claim that casts a doubt which is itself doubted."""
    yield from ((claim, "") for claim in kb.claims)
    for link in kb.links.values():
        if link.type.at_link and kb.undercuts(link.id):
            yield link.claim, link.id


def routes(
    kb: KnowledgeBase, start: str, ends: frozenset[str], limit: int = 50
) -> tuple[Route, ...]:
    """Routes from a claim to any of the ends, shortest first, none through a claim twice.

    At most `limit` of them, of at most `LONGEST` steps.
    """
    return tuple(islice(_routes(kb, start, ends), limit))


def _routes(kb: KnowledgeBase, start: str, ends: frozenset[str]) -> Iterator[Route]:
    if start in ends:
        yield Route((start,), ())
        return
    distance = _distances(kb, start, ends)
    # Best first by length so far plus the least that is left, so that the shortest come
    # first and dead ends are never entered.
    heap: list[tuple[int, tuple[str, ...], tuple[str, ...], Place, tuple[Step, ...]]] = []
    origin = (start, "")
    if origin in distance:
        heap.append((distance[origin], (start,), (), origin, ()))
    while heap:
        _, claims, names, here, steps = heapq.heappop(heap)
        if here[0] in ends and not here[1]:
            yield Route(claims, steps)
            continue
        for step in _from(kb, here):
            left = distance.get(step.place)
            length = len(steps) + 1
            if left is None or step.target in claims or length + left > LONGEST:
                continue
            heapq.heappush(
                heap,
                (
                    length + left,
                    (*claims, step.target),
                    (*names, step.link.id),
                    step.place,
                    (*steps, step),
                ),
            )


def _distances(kb: KnowledgeBase, start: str, ends: frozenset[str]) -> dict[Place, int]:
    """Steps from each place above the start to the nearest end."""
    origin = (start, "")
    above = {origin}
    queue = deque([origin])
    down: dict[Place, set[Place]] = {}
    while queue:
        here = queue.popleft()
        for step in _from(kb, here):
            down.setdefault(step.place, set()).add(here)
            if step.place not in above:
                above.add(step.place)
                queue.append(step.place)
    distance = {(end, ""): 0 for end in ends if (end, "") in above}
    queue = deque(sorted(distance))
    while queue:
        here = queue.popleft()
        for below in sorted(down.get(here, ())):
            if below not in distance:
                distance[below] = distance[here] + 1
                queue.append(below)
    return distance


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
