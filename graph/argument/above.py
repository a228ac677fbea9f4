"""What lies above something, found as far as it is asked for: work on a whole argument that goes
up from where a question begins, and no further than where one went before."""

from collections.abc import Callable, Collection, Iterable
from typing import TypeVar

K = TypeVar("K")


def unsettled(
    start: K, settled: Collection[K], onward: Callable[[K], Iterable[K]]
) -> dict[K, list[K]]:
    """What is at or above a place and was not settled before, each with what it leads to. Above
    what is settled, everything is."""
    found: dict[K, list[K]] = {}
    waiting = [] if start in settled else [start]
    while waiting:
        here = waiting.pop()
        if here not in found:
            found[here] = leads = list(onward(here))
            waiting.extend(each for each in leads if each not in settled and each not in found)
    return found


class SeedsAbove:
    """Which of some numbered seeds are at or above each place. A set of them is a number whose bits
    they are."""

    def __init__(self, seeds: dict[str, int], onward: Callable[[str], Iterable[str]]) -> None:
        self._seeds = seeds
        self._onward = onward
        self._found: dict[str, int] = {}

    def of(self, place: str) -> list[int]:
        """The numbers of the seeds at or above a place, in their order."""
        found = self._found
        if place not in found:
            found.update(self._settle(place))
        bits, numbers = found[place], list[int]()
        while bits:
            numbers.append((bits & -bits).bit_length() - 1)
            bits &= bits - 1
        return numbers

    def _settle(self, place: str) -> dict[str, int]:
        fresh = unsettled(place, self._found, self._onward)
        below: dict[str, list[str]] = {}
        has = {here: self._seeds.get(here, 0) for here in fresh}
        for here, leads in fresh.items():
            for each in leads:
                if each in fresh:
                    below.setdefault(each, []).append(here)
                else:
                    has[here] |= self._found[each]
        waiting = [here for here, seeds in has.items() if seeds]
        while waiting:
            here = waiting.pop()
            for each in below.get(here, ()):
                if has[each] | has[here] != has[each]:
                    has[each] |= has[here]
                    waiting.append(each)
        return has
