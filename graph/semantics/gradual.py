"""What a way of weighing must be able to compute, for one claim or one link at a time."""

from collections.abc import Sequence
from typing import Protocol

from graph.semantics.band import Band

Slopes = tuple[Sequence[float], Sequence[float]]
"""How steeply a value rises with each helping input, and falls with each hindering one."""


class GradualSemantics(Protocol):
    """A gradual semantics with undercuts.

    All values are in [0, 1]. `strength` and `force` rise with their first inputs and fall with
    their second, also in floating point: rounding must never turn the order round, because
    bounds are iterated with them. The slopes are bounds from below on the size of the partial
    derivatives wherever the inputs lie within their bands.
    """

    def strength(
        self, base: float, supports: Sequence[float], contradictions: Sequence[float]
    ) -> float:
        """The strength of a claim, from its base score and the forces of the links at it."""

    def force(
        self, relevance: float, premises: Sequence[float], undercuts: Sequence[float]
    ) -> float:
        """The force of a link, from the strengths of its premises and forces of its undercuts."""

    def strength_slopes(
        self, base: float, supports: Sequence[Band], contradictions: Sequence[Band]
    ) -> Slopes:
        """Least slopes of `strength` over the bands."""

    def force_slopes(
        self, relevance: float, premises: Sequence[Band], undercuts: Sequence[Band]
    ) -> Slopes:
        """Least slopes of `force` over the bands."""


def weakest_premise_slopes(premises: Sequence[Band]) -> list[float]:
    """Least slopes of the minimum of the premises: 1 for one that is the weakest throughout.

    Where two bands overlap no premise is the weakest throughout, and all slopes are 0.
    """
    slopes = [0.0] * len(premises)
    weakest = min(range(len(premises)), key=lambda place: premises[place].upper)
    limit = premises[weakest].upper
    if all(band.lower >= limit for place, band in enumerate(premises) if place != weakest):
        slopes[weakest] = 1.0
    return slopes
