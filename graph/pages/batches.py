"""The files of a site in batches, as they are handed out to whoever makes them."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

SIZE = 24
"""Files in a batch: enough that handing it out costs next to nothing, and few enough that some
batches for each of those who work are no burden on memory."""


class Batch(NamedTuple):
    """Files that stand near each other in the list of a site's files, and so have much in common:
    their addresses in the order of the list, and the place there of the first of them."""

    begins: int
    files: tuple[str, ...]


def batches(listed: Iterable[tuple[int, str]], size: int = SIZE) -> Iterator[Batch]:
    """Files, each with its place in the list, in batches of at most so many."""
    begins, files = 0, list[str]()
    for number, file in listed:
        if not files:
            begins = number
        files.append(file)
        if len(files) == size:
            yield Batch(begins, tuple(files))
            files = []
    if files:
        yield Batch(begins, tuple(files))
