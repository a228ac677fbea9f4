"""DF-QuAD (Rago, Toni, Aurisicchio & Baroni, KR 2016), with linked premises and undercuts.

"Discontinuity-free decision support with quantitative argumentation debates". Supports together
have the force 1 - Π(1 - a), and so have contradictions; the difference moves the base score a
part of the way to 1 or to 0. Undercuts leave Π(1 - a) of a link.
"""

from collections.abc import Sequence
from math import prod

from graph.semantics.gradual import Move, Slopes, Unconditional


def remainder(forces: Sequence[float]) -> float:
    """Π(1 - a), in [0, 1]: what these forces together leave; 1 for none."""
    return prod([1.0 - force for force in forces])


def remainder_slopes(forces: Sequence[Move]) -> list[float]:
    """For each force, the least size of the derivative of the remainder to it."""
    left = [1.0 - max(move) for move in forces]
    return [prod(left[:place]) * prod(left[place + 1 :]) for place in range(len(left))]


class DFQuAD(Unconditional):
    """Strengths and forces by products of what is left."""

    def claim(self, ground: float, supports: Sequence[float], hindrances: Sequence[float]) -> float:
        """σ = τ + (1 - τ)·E for E > 0, else τ + τ·E, with E = Π(1 - contra) - Π(1 - supp)."""
        excess = remainder(hindrances) - remainder(supports)
        if excess > 0.0:
            return ground + (1.0 - ground) * excess
        return ground + ground * excess

    def force(self, relevance: float, premise: float, undercuts: Sequence[float]) -> float:
        """a = r · Π(1 - undercuts) · the weakest premise."""
        if undercuts:
            return relevance * remainder(undercuts) * premise
        return relevance * premise

    def claim_slopes(
        self, ground: float, supports: Sequence[Move], hindrances: Sequence[Move]
    ) -> tuple[Slopes, Slopes]:
        """Slopes of the remainders, times the least slope on either side of the base score."""
        helping, hindering = ([move.band for move in moves] for moves in (supports, hindrances))
        least = remainder([b.upper for b in hindering]) - remainder([b.lower for b in helping])
        most = remainder([b.lower for b in hindering]) - remainder([b.upper for b in helping])
        if least > 0.0:
            slope = 1.0 - ground
        elif most < 0.0:
            slope = ground
        else:
            slope = min(ground, 1.0 - ground)
        return (
            [slope * left for left in remainder_slopes(supports)],
            [slope * left for left in remainder_slopes(hindrances)],
        )

    def force_slopes(
        self, relevance: float, premise: Move, undercuts: Sequence[Move]
    ) -> tuple[float, Slopes]:
        """Slopes of the product of relevance, what undercuts leave, and the weakest premise."""
        left = relevance * remainder([max(move) for move in undercuts])
        lost = relevance * min(premise)
        return left, [lost * slope for slope in remainder_slopes(undercuts)]
