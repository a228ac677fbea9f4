"""The word for a strength."""

from enum import StrEnum

from graph.semantics.band import Band

MARGIN = 0.05
"""How far a strength must lie from the base score to count as moved."""


class Standing(StrEnum):
    """How a claim stands, given the arguments in the framework."""

    SUPPORTED = "supported"
    OPPOSED = "opposed"
    UNDECIDED = "undecided"
    UNARGUED = "unargued"


def standing(band: Band, base: float, argued: bool) -> Standing:
    """The standing of a claim with this strength and base score, both within [0, 1].

    A claim is `argued` when a support or contradiction points at it. It is supported when the
    whole band lies above the base score by more than the margin, opposed when it lies as far
    below, and otherwise undecided.
    """
    if not argued:
        return Standing.UNARGUED
    if band.lower > base + MARGIN:
        return Standing.SUPPORTED
    if band.upper < base - MARGIN:
        return Standing.OPPOSED
    return Standing.UNDECIDED


def robust(band: Band, other: Band, base: float, argued: bool) -> bool:
    """Whether two methods, with these strengths for one claim, give it the same standing."""
    return standing(band, base, argued) is standing(other, base, argued)
