"""The mark of a standing: what speaks for a claim, and what speaks against it, in five steps.

Numbers suggest more than they know, so a page shows words and lengths. What lies below a tenth has
no length, as it puts no claim on a side.
"""

from dataclasses import dataclass
from math import floor

from graph.semantics import Band

STEPS = 5
"""The length of a full side."""

_EVEN = 9
"""Decimals that count: rounding errors do not lengthen a side."""


def length(value: float) -> int:
    """The length of a side for a share in [0, 1]: the nearest whole step, halves upwards."""
    return floor(STEPS * round(value, _EVEN) + 0.5)


@dataclass(frozen=True)
class Mark:
    """A mark with two sides: `carried` to the right of a middle line, `taken` to its left.

    Each length is in steps of a fifth, from 0 to 5. The `open` ones come on top of it, where the
    argument leaves open how much it is; with them a side is 5 at most too.
    """

    carried: int
    carried_open: int
    taken: int
    taken_open: int

    @classmethod
    def of(cls, carried: Band, taken: Band) -> "Mark":
        """The mark for what carries a claim and what is taken from it."""
        low, high = length(carried.lower), length(carried.upper)
        less, more = length(taken.lower), length(taken.upper)
        return cls(low, high - low, less, more - less)
