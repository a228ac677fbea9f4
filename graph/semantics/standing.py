"""The word for a balance."""

from enum import StrEnum

from graph.semantics.band import Band
from graph.semantics.ground import GroundKind

MARGIN = 0.1 + 1e-9
"""How far a balance must lie from 0 to be on a side, and the least force that an objection needs
to make a claim disputed: a tenth, and more than the rounding error of any value. Figures of one
decimal come to a tenth all the time, which 0.4 less 0.3 is above and 0.9 less 0.8 below, and
several reasons on one or the other side of it by the order in which they are taken."""

FORCELESS = 1e-6
"""Up to this, a force is none: on a cycle, the upper bound of what passes nothing on can be as
far from 0."""


class Standing(StrEnum):
    """How a claim stands, given the arguments in the framework."""

    SUPPORTED = "supported"
    """Its reasons carry it."""
    DOCUMENTED = "documented"
    """A source of its own carries it."""
    GRANTED = "granted"
    """It is put forward without a reason, and nothing outweighs it."""
    OPPOSED = "opposed"
    """The objections outweigh what carries it."""
    DISPUTED = "disputed"
    """What carries it and the objections hold each other."""
    BARE = "bare"
    """Nothing carries it, and nothing speaks against it."""


class Side(StrEnum):
    """The side of its scale on which a claim is."""

    FOR = "for"
    AGAINST = "against"
    NEITHER = "neither"


def side(balance: Band) -> Side:
    """The side that a whole band lies on, beyond the margin."""
    if balance.lower > MARGIN:
        return Side.FOR
    if balance.upper < -MARGIN:
        return Side.AGAINST
    return Side.NEITHER


def is_open(balance: Band) -> bool:
    """Whether a band reaches over a margin, so that it is open on which side the claim is."""
    return balance.lower <= MARGIN < balance.upper or balance.lower < -MARGIN <= balance.upper


def standing(balance: Band, ground: GroundKind, support: float, objection: float) -> Standing:
    """The standing of a claim with this balance, within [-1, 1].

    `support` and `objection` are the greatest that a support of the claim, and a contradiction or
    condition, can have as its force. A claim that no support with force carries is never
    supported: it stands by its ground.
    """
    where = side(balance)
    if where is Side.AGAINST:
        return Standing.OPPOSED
    if where is Side.NEITHER:
        disputed = objection > MARGIN or is_open(balance)
        return Standing.DISPUTED if disputed else Standing.BARE
    if support > FORCELESS:
        return Standing.SUPPORTED
    if ground is GroundKind.DOCUMENTED:
        return Standing.DOCUMENTED
    # A concluded claim without a support has force only where a reader accepts it.
    return Standing.GRANTED
