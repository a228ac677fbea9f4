"""Bands: a strength or force known between two bounds."""

from typing import NamedTuple


class Band(NamedTuple):
    """The interval [lower, upper] within [0, 1] that a strength or a force lies in."""

    lower: float
    upper: float

    @property
    def midpoint(self) -> float:
        """Halfway between the bounds."""
        return (self.lower + self.upper) / 2

    @property
    def width(self) -> float:
        """The distance between the bounds; 0 where the value is exact."""
        return self.upper - self.lower
