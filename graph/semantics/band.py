"""Bands: a balance, strength or force known between two bounds."""

from typing import NamedTuple

NOTICEABLE = 1e-9
"""The least that a balance or a force is told apart by, from another one or from nothing: less is
rounding."""


class Band(NamedTuple):
    """The interval [lower, upper] that a value lies in: a balance within [-1, 1], a strength or a
    force within [0, 1]."""

    lower: float
    upper: float

    @property
    def midpoint(self) -> float:
        """Halfway between the bounds."""
        return (self.lower + self.upper) / 2

    @property
    def ends(self) -> tuple[float, float]:
        """The bounds as they are told: one and the same where nothing but rounding parts them, by
        which figures would be other ones."""
        middle = self.midpoint
        return (middle, middle) if self.width <= NOTICEABLE else (self.lower, self.upper)

    @property
    def width(self) -> float:
        """The distance between the bounds; 0 where the value is exact."""
        return self.upper - self.lower

    @property
    def positive(self) -> "Band":
        """What of it lies above 0: the strength of a claim with this balance."""
        return Band(max(0.0, self.lower), max(0.0, self.upper))
