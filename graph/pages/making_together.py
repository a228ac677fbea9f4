"""The files of a site made by several at once, and taken in the order of their list."""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from itertools import chain
from typing import ParamSpec, TypeVar

from graph.errors import BetoogError
from graph.pages.batches import Batch
from graph.pages.hands import Crew, Hands
from graph.pages.made import Made
from graph.pages.workshop import Workshop

P = ParamSpec("P")
V = TypeVar("V")

AHEAD = 3
"""Batches that are under way for each of those who work, so that none waits for work, and no more
of the site is in memory."""
ATTEMPTS = 3
"""Crews that are lost before the work is done without any."""


class _Lost(Exception):  # noqa: N818 - no error: the work is done again
    """A crew was lost, with all that it was at."""


def made_together(
    crew: Crew | None,
    shop: Workshop,
    batches: Iterable[Batch],
    tell: Callable[[str], object],
) -> Generator[Made, None, None]:
    """Every file of these batches, in their order, made by a crew or, without one, here.

    What is lost with those who were at it, as when one of them is killed, is made again by a new
    crew and at last here; `tell` is told.

    Raises:
        BetoogError: the first crew cannot be brought together.
    """
    coming = iter(batches)
    out: deque[Batch] = deque()
    for attempt in range(ATTEMPTS if crew is not None else 0):
        assert crew is not None
        try:
            with crew(shop) as hands:
                yield from _made(hands, out, coming)
            return
        except _Lost as lost:
            tell(f"{lost}: what was in the making is made again")
        except BetoogError as error:
            if not attempt:
                raise
            tell(str(error))
    for batch in chain(out, coming):
        yield from shop.make(batch)


def _made(hands: Hands, out: deque[Batch], coming: Iterator[Batch]) -> Iterator[Made]:
    """Files as they come back; `out` has the batches that were handed out and did not."""
    under_way = deque(_tried(hands.submit, batch) for batch in out)
    while True:
        for batch in coming:
            out.append(batch)
            under_way.append(_tried(hands.submit, batch))
            if len(out) >= AHEAD * hands.number:
                break
        if not out:
            return
        made = _tried(under_way.popleft().result)
        out.popleft()
        yield from made


def _tried(step: Callable[P, V], *values: P.args, **named: P.kwargs) -> V:
    """What a step gives. Whatever goes wrong in it is no fault of a file, of which making it tells,
    and so of those who make it."""
    try:
        return step(*values, **named)
    except Exception as error:
        said = " ".join(f"{type(error).__name__}: {error}".split()).removesuffix(":")
        raise _Lost(f"those who made pages were lost ({said})") from error
