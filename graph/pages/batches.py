"""The files of a site in batches, as they are handed out to whoever makes them."""

from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from typing import NamedTuple

from graph.pages.listed import Place

SIZE = 24
"""Files in a batch: enough that handing it out costs next to nothing, and few enough that some
batches for each of those who work are no burden on memory."""


class Batch(NamedTuple):
    """Files that stand near each other in the list of a site's files, and so have much in common:
    their addresses in the order of the list, which run of it they are in, and where the first and
    the last of them stand in that."""

    run: int
    begins: int
    ends: int
    files: tuple[str, ...]

    @property
    def scattered(self) -> bool:
        """Whether most of what stands between the first and the last is not among them."""
        return self.ends - self.begins >= 2 * len(self.files)


def batches(listed: Iterable[tuple[Place, str]], size: int = SIZE) -> Iterator[Batch]:
    """Files, each with its place in the list, in batches of at most so many."""
    for run, those in groupby(listed, lambda each: each[0].run):
        while some := tuple(islice(those, size)):
            (first, _), (last, _) = some[0], some[-1]
            yield Batch(run, first.at, last.at, tuple(file for _, file in some))
