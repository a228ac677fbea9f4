"""What comes of making one file of a site, in whatever process it was made."""

from dataclasses import dataclass
from typing import NamedTuple

from graph.base.reads import Read


class Cause(NamedTuple):
    """Why something could not be made: the place that was worked on, and what happened there."""

    path: str
    line: int
    why: str


@dataclass(frozen=True)
class Failure:
    """That a file could not be made: its cause and, for who mends the program, Python's trace."""

    cause: Cause
    trace: str


@dataclass(frozen=True)
class Made:
    """A file of the site, by its path below the site's root, as it was made.

    `content` is None for one that is left out because it could not be made. A page that could not
    be made has that of the page that says so, and a `failure` too. `reads` are what was read of a
    followed knowledge base meanwhile. It can be sent from one process to another.
    """

    file: str
    content: bytes | None
    failure: Failure | None = None
    reads: frozenset[Read] = frozenset()
