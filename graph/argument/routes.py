"""Routes: chains of links from a claim up to another claim or to a thesis.

They are looked for shortest first, and a beginning of a route is only followed where it leads on to
an end without coming through a claim twice. In a knot of claims that all contradict each other,
nearly every beginning does not.
"""

import heapq
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from graph.argument.above import unsettled
from graph.argument.kept import SOON, KeptFor, around_claim, kept
from graph.argument.ways import Place, Route, Step, Steps, steps_from
from graph.base import KnowledgeBase

LONGEST = 12
"""Routes of more steps than this are not looked for."""
BUDGET = 20_000
"""Steps looked at for one question, here and in the browser, before the search is given up."""
COUNTED = 50
"""Routes are counted up to this number."""


@dataclass(frozen=True)
class Found:
    """The routes that were looked for, the shortest first.

    `more` tells that there are more than these, `given_up` that there may be.
    """

    routes: tuple[Route, ...]
    more: bool
    given_up: bool


def routes(
    kb: KnowledgeBase, start: str, ends: frozenset[str], limit: int = COUNTED
) -> tuple[Route, ...]:
    """Routes from a claim to any of the ends, shortest first, none through a claim twice.

    At most `limit` of them, of at most `LONGEST` steps.
    """
    return find_routes(kb, start, ends, limit).routes


def find_routes(kb: KnowledgeBase, start: str, ends: frozenset[str], limit: int = COUNTED) -> Found:
    """The same routes, and whether there are more than these.

    The search is given up when it has looked at as many steps as `BUDGET`.
    """
    search = _Search(kb, start, ends)
    found = tuple(islice(search, limit + 1))
    return Found(found[:limit], len(found) > limit, search.spent > BUDGET)


def _to_a_thesis(kb: KnowledgeBase, claim: str) -> Found:
    return find_routes(kb, claim, frozenset(kb.theses))


routes_to_theses = KeptFor(_to_a_thesis, most=SOON)
"""The routes from a claim to the theses, for its page in every language and the data beside it."""


class _Beginning(NamedTuple):
    """The beginning of a route, in the order in which they are gone on with.

    `least` is the least number of steps that a route can have which begins so.
    """

    least: int
    claims: tuple[str, ...]
    names: tuple[str, ...]
    place: Place
    steps: tuple[Step, ...]


class _Search:
    """The search for routes: yields them one by one, and counts the steps that it looks at."""

    def __init__(self, kb: KnowledgeBase, start: str, ends: frozenset[str]) -> None:
        self.spent = 0
        self._start = start
        self._ends = ends
        self._steps = steps_from(kb)
        theses = ends == frozenset(kb.theses)
        self._distance = _to_theses(kb) if theses else Distances(self._steps, ends)
        if isinstance(self._distance, Distances) and isinstance(self._steps, Steps):
            # Where nothing notes what is looked up, it need not go through more than a dictionary.
            self._distance = self._distance.above((start, ""))
            self._steps = self._steps.known

    def __iter__(self) -> Iterator[Route]:
        origin = (self._start, "")
        heap: list[_Beginning] = []
        if origin in self._distance:
            heap.append(_Beginning(self._distance[origin], (self._start,), (), origin, ()))
        while heap:
            begun = heapq.heappop(heap)
            if begun.place[0] in self._ends and not begun.place[1]:
                yield Route(begun.claims, begun.steps)
                continue
            least = self._least(begun, begun.least) or self._least(begun, LONGEST)
            if self.spent > BUDGET:
                return
            if least == begun.least:
                for further in self._onward(begun):
                    heapq.heappush(heap, further)
            elif least:
                heapq.heappush(heap, begun._replace(least=least))

    def _onward(self, begun: _Beginning) -> Iterator[_Beginning]:
        length = len(begun.steps) + 1
        for step in self._steps[begun.place]:
            left = self._distance.get(step.place, LONGEST)
            least = max(begun.least, length + left)
            if step.target not in begun.claims and least <= LONGEST:
                yield _Beginning(
                    least,
                    (*begun.claims, step.target),
                    (*begun.names, step.link.id),
                    step.place,
                    (*begun.steps, step),
                )

    def _least(self, begun: _Beginning, most: int) -> int | None:
        """The least number of steps of a route that begins so and passes none of its claims again.

        None where it would be more than `most`. It may be too low where one claim is two places
        on a way, one of them by which it casts a doubt; what begins so is then followed in vain.
        """
        length = len(begun.steps)
        frontier: Set[Place] = {begun.place}
        seen = {begun.place}
        # A level is looked at as a whole, so that the number of steps depends on no order.
        while frontier and length < most:
            length += 1
            onward: set[Place] = set()
            for here in frontier:
                steps = self._steps[here]
                self.spent += len(steps)
                onward.update(
                    step.place
                    for step in steps
                    if length + self._distance.get(step.place, LONGEST) <= most
                    and step.place not in seen
                    and step.target not in begun.claims
                )
            if any(not self._distance[place] for place in onward):
                return length
            seen |= onward
            frontier = onward
        return None


@around_claim
@kept
def _to_theses(kb: KnowledgeBase) -> Mapping[Place, int]:
    return Distances(steps_from(kb), frozenset(kb.theses))


class Distances(Mapping[Place, int]):
    """Steps from each place to the nearest end, where they are no more than `LONGEST`. They are
    counted when they are asked for."""

    def __init__(self, steps: Mapping[Place, tuple[Step, ...]], ends: frozenset[str]) -> None:
        self._steps = steps
        self._known = {(end, ""): 0 for end in ends if (end, "") in steps}
        self._settled: set[Place] = set(self._known)

    def above(self, place: Place) -> Mapping[Place, int]:
        """A mapping that holds the distances of all places at and above this one."""
        fresh = unsettled(place, self._settled, self._onward)
        below: dict[Place, list[Place]] = {}
        for here, onward in fresh.items():
            for each in onward:
                below.setdefault(each, []).append(here)
        found: dict[Place, int] = {}
        heap = [(self._known[each], each) for each in below if each in self._known]
        heapq.heapify(heap)
        while heap:
            far, here = heapq.heappop(heap)
            for each in below.get(here, ()) if far < LONGEST else ():
                if each not in found:
                    found[each] = far + 1
                    heapq.heappush(heap, (far + 1, each))
        self._known.update(found)
        self._settled.update(fresh)
        return self._known

    def _onward(self, place: Place) -> Iterator[Place]:
        return (step.place for step in self._steps.get(place, ()))

    def __getitem__(self, place: Place) -> int:
        return self.above(place)[place]

    def __iter__(self) -> Iterator[Place]:
        return (place for place in self._steps if place in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)
