"""What a way of weighing must be able to compute, for one claim or one link at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from graph.semantics.band import Band


class Move(NamedTuple):
    """A way of an input, up or down: from where it is to as far as it can come."""

    near: float
    far: float

    @property
    def band(self) -> Band:
        """The values on the way."""
        return Band(min(self), max(self))


@dataclass(frozen=True)
class Least:
    """That a value moves at least `slope` times as far as the laziest of several inputs.

    That is the least of what is `ahead` of each input, and of its own way: so moves a minimum
    upwards, and a maximum downwards. `limit` is how far it moves at most, because of something
    that does not move at all.
    """

    slope: float
    ahead: Sequence[float]
    limit: float = float("inf")


Slopes = Sequence[float] | Least
"""How steeply a value moves, at least, with each of its inputs on their ways."""


class GradualSemantics(Protocol):
    """A gradual semantics with linked premises, undercuts and conditions.

    The value of a claim lies in [`least`, 1], the force of a link in [0, 1]. Of linked premises,
    the weakest counts. `claim` rises with what helps and falls with what hinders, `force` rises
    with its premise and falls with its undercuts, `condition` falls with both, also in floating
    point: rounding must never turn the order round, because bounds are iterated with them.

    The slopes are bounds from below: when every input moves along its way, or a part of it, the
    value moves at least by the sum of slope times move.
    """

    @property
    def least(self) -> float:
        """The least value that a claim can have."""

    def claim(self, ground: float, supports: Sequence[float], hindrances: Sequence[float]) -> float:
        """The value of a claim, from its ground and the forces of the links at it."""

    def force(self, relevance: float, premise: float, undercuts: Sequence[float]) -> float:
        """The force of a support, contradiction or undercut, from its weakest premise and the
        forces of its undercuts."""

    def condition(self, relevance: float, premise: float, undercuts: Sequence[float]) -> float:
        """The force of a condition, from the same."""

    def claim_slopes(
        self, ground: float, supports: Sequence[Move], hindrances: Sequence[Move]
    ) -> tuple[Slopes, Slopes]:
        """Slopes of `claim` with its supports and with what hinders it."""

    def force_slopes(
        self, relevance: float, premise: Move, undercuts: Sequence[Move]
    ) -> tuple[float, Slopes]:
        """Slopes of `force` with its premise and its undercuts."""

    def condition_slopes(
        self, relevance: float, premise: Move, undercuts: Sequence[Move]
    ) -> tuple[float, Slopes]:
        """Slopes of `condition` with its premise and its undercuts."""


class Unconditional:
    """What the published methods have in common here: strengths from 0 to 1, in which nothing
    tells how far a premise is opposed, so that a condition has no force."""

    least = 0.0

    def condition(self, relevance: float, premise: float, undercuts: Sequence[float]) -> float:
        """0."""
        return 0.0

    def condition_slopes(
        self, relevance: float, premise: Move, undercuts: Sequence[Move]
    ) -> tuple[float, Slopes]:
        """0 throughout."""
        return 0.0, [0.0] * len(undercuts)
