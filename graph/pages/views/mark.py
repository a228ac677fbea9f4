"""How a claim is shown to stand: a word, and a mark with two sides of five steps each.

Numbers suggest more than they know, so a page shows words and lengths. What lies below a tenth has
no length, as it puts no claim on a side.
"""

from dataclasses import dataclass
from math import floor

from graph.semantics import NOTICEABLE, Sides, Standing
from graph.words.language import Language

STEPS = 5
"""The length of a full side."""
_EVEN = 9
"""Decimals that count: rounding errors do not lengthen a side."""


WEIGHTS = ("none", "little", "some", "much")
"""How much passes along a line: nothing, less than a third, less than two thirds, more."""


def weight(force: float) -> str:
    """How heavy the line of a link of this force, in [0, 1], is drawn: one of `WEIGHTS`."""
    return WEIGHTS[0 if force < NOTICEABLE else min(1 + int(3 * force), 3)]


def length(share: float) -> int:
    """The length of a side for a share in [0, 1]: the nearest whole step, halves upwards."""
    return floor(STEPS * round(share, _EVEN) + 0.5)


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
    def of(cls, sides: Sides) -> "Mark":
        """The mark for both sides of a scale."""
        low, high = map(length, sides.carried)
        less, more = map(length, sides.taken)
        return cls(low, high - low, less, more - less)


@dataclass(frozen=True)
class Stand:
    """How a claim stands, as a page in one language shows it.

    `word` begins with a capital; `figures` say what the mark draws, with one decimal.
    """

    standing: Standing
    word: str
    mark: Mark
    figures: str

    @classmethod
    def of(cls, language: Language, standing: Standing, sides: Sides) -> "Stand":
        """How a claim of this standing, with these sides of its scale, is shown."""
        carried, taken = map(language.tenths, sides)
        return cls(
            standing,
            language.t(f"standing.{standing.value}"),
            Mark.of(sides),
            language.t("standing.figures", carried=carried, taken=taken),
        )

    def looks_like(self, other: "Stand") -> bool:
        """Whether a reader who sees no figures sees the same: the word and the mark."""
        return self.standing is other.standing and self.mark == other.mark
