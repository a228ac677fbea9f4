"""Balances: what carries a claim, less what is taken from it.

DF-QuAD (Rago, Toni, Aurisicchio & Baroni, KR 2016, "Discontinuity-free decision support with
quantitative argumentation debates") with base score 0, each ground being an argument of its own
that supports its claim. Linked premises (the weakest counts), undercuts, relevance and conditions
are additions of this program:

    for(c)     = 1 - (1 - g(c)) · Π (1 - a(s))      over the supports s of c
    against(c) = 1 - Π (1 - a(k))                   over its contradictions and conditions k
    balance(c) = for(c) - against(c)                in [-1, 1]
    a(ℓ)       = r(ℓ) · Π (1 - a(u)) · min max(0, balance(p))      over undercuts u, premises p
    a(ℓ)       = r(ℓ) · Π (1 - a(u)) · max max(0, -balance(p))     for a condition
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from graph.semantics.df_quad import remainder, remainder_slopes
from graph.semantics.gradual import Least, Move, Slopes


def accrued(forces: Sequence[float]) -> float:
    """1 - Π(1 - a): several forces together, each taking its part of what is left."""
    return 1.0 - remainder(forces)


def strongest(forces: Sequence[float]) -> float:
    """The greatest of the forces; 0 for none."""
    return max(forces, default=0.0)


def strongest_slopes(forces: Sequence[Move]) -> Slopes:
    """Slopes of the maximum: upwards it goes with the greatest force, downwards the laziest."""
    if not forces:
        return []
    most = max(move.near for move in forces)
    if any(move.far > move.near for move in forces):
        greatest = next(place for place, move in enumerate(forces) if move.near == most)
        return [float(place == greatest) for place in range(len(forces))]
    return Least(1.0, [most - move.near for move in forces])


def positive_slope(move: Move) -> float:
    """The least slope of max(0, x) along a way, as seen from where it begins."""
    if move.near < 0.0 or (move.near == 0.0 and move.far < 0.0):
        return 0.0
    return 1.0 if move.far >= 0.0 else move.near / (move.near - move.far)


@dataclass(frozen=True)
class Balance:
    """Balances of claims and forces of links; `together` says what several forces come to."""

    together: Callable[[Sequence[float]], float]
    slopes: Callable[[Sequence[Move]], Slopes]
    least: float = -1.0

    def carried(self, ground: float, supports: Sequence[float]) -> float:
        """for(c), in [0, 1]: what the ground and the supports carry together."""
        return self.together((ground, *supports)) if supports else ground

    def claim(self, ground: float, supports: Sequence[float], hindrances: Sequence[float]) -> float:
        """for(c) - against(c), in [-1, 1]."""
        carried = self.carried(ground, supports)
        return carried - self.together(hindrances) if hindrances else carried

    def force(self, relevance: float, premise: float, undercuts: Sequence[float]) -> float:
        """r · Π(1 - undercuts) · the weakest premise, where that is above 0."""
        if premise <= 0.0:
            return 0.0
        return relevance * remainder(undercuts) * premise if undercuts else relevance * premise

    def condition(self, relevance: float, premise: float, undercuts: Sequence[float]) -> float:
        """r · Π(1 - undercuts) · how far the most opposed premise is below 0."""
        return self.force(relevance, -premise, undercuts)

    def claim_slopes(
        self, ground: float, supports: Sequence[Move], hindrances: Sequence[Move]
    ) -> tuple[Slopes, Slopes]:
        """Slopes of what the forces come to together."""
        helped = self.slopes((Move(ground, ground), *supports))
        if isinstance(helped, Least):
            helped = Least(helped.slope, helped.ahead[1:], helped.ahead[0])
        else:
            helped = helped[1:]
        return helped, self.slopes(hindrances)

    def force_slopes(
        self, relevance: float, premise: Move, undercuts: Sequence[Move]
    ) -> tuple[float, Slopes]:
        """Slopes of the product of relevance, what undercuts leave, and the weakest premise."""
        left = relevance * remainder([max(move) for move in undercuts])
        lost = relevance * max(0.0, min(premise))
        return (
            left * positive_slope(premise),
            [lost * slope for slope in remainder_slopes(undercuts)],
        )

    def condition_slopes(
        self, relevance: float, premise: Move, undercuts: Sequence[Move]
    ) -> tuple[float, Slopes]:
        """Slopes of the product of relevance, what undercuts leave, and the opposed premise."""
        return self.force_slopes(relevance, Move(-premise.near, -premise.far), undercuts)


ACCRUAL = Balance(accrued, remainder_slopes)
"""Several reasons carry more than one, and several objections take more."""

STRONGEST = Balance(strongest, strongest_slopes)
"""Only the strongest reason and the strongest objection count."""
