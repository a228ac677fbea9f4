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


def shortest_route(kb: KnowledgeBase, claim: str, targets: frozenset[str]) -> Route | None:
    """The shortest route from a claim to any of the targets; ties go to the first id.

    Costs no more than the part of the argument above the claim.
    """
    if claim in targets:
        return Route((claim,), ())
    came_by: dict[str, Step] = {}
    queue = deque([claim])
    seen = {claim}
    while queue:
        here = queue.popleft()
        for step in sorted(steps_up(kb, here), key=lambda each: (each.target, each.link.id)):
            if step.target in seen:
                continue
            seen.add(step.target)
            came_by[step.target] = step
            if step.target in targets:
                return _unwound(claim, step.target, came_by)
            queue.append(step.target)
    return None


def _unwound(start: str, end: str, came_by: dict[str, Step]) -> Route:
    steps: list[Step] = []
    here = end
    while here != start:
        step = came_by[here]
        steps.append(step)
        here = step.claim
    steps.reverse()
    return Route((start, *(step.target for step in steps)), tuple(steps))


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
