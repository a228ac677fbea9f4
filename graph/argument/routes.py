"""Routes: chains of links from a claim up to another claim or to a thesis."""

import heapq
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from graph.base import KnowledgeBase, Link

LONGEST = 12
"""Routes of more steps than this are not looked for."""


@dataclass(frozen=True)
class Step:
    """One link of a route: from `claim`, through `link`, to `target`.

    For an undercut, `target` is the claim at which the undercut link is aimed in the end.
    """

    claim: str
    link: Link
    target: str


@dataclass(frozen=True)
class Route:
    """A chain of steps; `claims` has one more element than `steps`."""

    claims: tuple[str, ...]
    steps: tuple[Step, ...]


def steps_up(kb: KnowledgeBase, claim: str) -> tuple[Step, ...]:
    """The steps that lead away from a claim, one for each link in which it is a premise."""
    return tuple(Step(claim, link, kb.final_target(link)) for link in kb.used_in(claim))


class Ways:
    """The shortest way up from every claim to one of the ends; ties go to the first id.

    A way keeps to links as long as it can. Only where no chain of links leads on does it
    take a loose step: to what the claim is part of, what raises it or what it answers.
    One pass over the whole argument finds them all.
    """

    def __init__(self, kb: KnowledgeBase, ends: frozenset[str]) -> None:
        self._next: dict[str, tuple[str, str, Step | None]] = {}
        below = _entrances(kb)
        self._length = dict.fromkeys(ends, (0, 0))
        best: dict[str, tuple[tuple[int, int], str, str]] = {}
        heap = sorted((length, end) for end, length in self._length.items())
        while heap:
            length, here = heapq.heappop(heap)
            if length > self._length[here]:
                continue
            for relation, claim, step in below.get(here, ()):
                loose, steps = length
                onward = (loose + 1, steps) if step is None else (loose, steps + 1)
                rank = (onward, here, step.link.id if step else relation)
                if claim in ends or (claim in best and best[claim] <= rank):
                    continue
                best[claim] = rank
                self._next[claim] = (relation, here, step)
                self._length[claim] = onward
                heapq.heappush(heap, (onward, claim))

    def length(self, claim: str) -> tuple[int, int] | None:
        """How many loose steps and how many links lead from a claim to an end; None for no way."""
        return self._length.get(claim)

    def up(self, claim: str) -> tuple[tuple[str, str], ...]:
        """The way as (relation, claim) pairs, from the claim itself to the end.

        The relation is that of the claim before to this one: a type of link, `specifies`,
        `raised-by` or `answers`; empty for the claim itself.
        """
        found = [("", claim)]
        while claim in self._next:
            relation, claim, _ = self._next[claim]
            found.append((relation, claim))
        return tuple(found)

    def route(self, claim: str) -> Route | None:
        """The way as a route, or None where links alone do not lead to an end."""
        loose, _ = self._length.get(claim, (1, 0))
        if loose:
            return None
        steps: list[Step] = []
        here = claim
        while (onward := self._next.get(here)) and onward[2]:
            steps.append(onward[2])
            here = onward[1]
        return Route((claim, *(step.target for step in steps)), tuple(steps))


def _entrances(kb: KnowledgeBase) -> dict[str, list[tuple[str, str, Step | None]]]:
    """For each claim, what leads to it: (relation, claim, the step where it is a link)."""
    below: dict[str, list[tuple[str, str, Step | None]]] = {}
    for claim in kb.claims:
        for step in steps_up(kb, claim):
            below.setdefault(step.target, []).append((step.link.type.value, claim, step))
        for relation, target in loose_parents(kb, claim):
            below.setdefault(target, []).append((relation, claim, None))
    return below


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
    heap: list[tuple[int, tuple[str, ...], tuple[str, ...], tuple[Step, ...]]] = []
    if start in distance:
        heap.append((distance[start], (start,), (), ()))
    while heap:
        _, claims, names, steps = heapq.heappop(heap)
        if claims[-1] in ends:
            yield Route(claims, steps)
            continue
        for step in steps_up(kb, claims[-1]):
            left = distance.get(step.target)
            length = len(steps) + 1
            if left is None or step.target in claims or length + left > LONGEST:
                continue
            heapq.heappush(
                heap,
                (
                    length + left,
                    (*claims, step.target),
                    (*names, step.link.id),
                    (*steps, step),
                ),
            )


def _distances(kb: KnowledgeBase, start: str, ends: frozenset[str]) -> dict[str, int]:
    """Steps from each claim above the start to the nearest end."""
    above = {start}
    queue = deque([start])
    down: dict[str, set[str]] = {}
    while queue:
        here = queue.popleft()
        for step in steps_up(kb, here):
            down.setdefault(step.target, set()).add(here)
            if step.target not in above:
                above.add(step.target)
                queue.append(step.target)
    distance = {end: 0 for end in ends if end in above}
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
