"""DF-QuAD (Rago, Toni, Aurisicchio & Baroni, KR 2016), with linked premises and undercuts.

"Discontinuity-free decision support with quantitative argumentation debates". Supports together
have the force 1 - Π(1 - a), and so have contradictions; the difference moves the base score a
part of the way to 1 or to 0. Undercuts leave Π(1 - a) of a link.
"""

from collections.abc import Sequence
from math import prod

from graph.semantics.band import Band
from graph.semantics.gradual import Slopes, weakest_premise_slopes


def remainder(forces: Sequence[float]) -> float:
    """Π(1 - a), in [0, 1]: what these forces together leave; 1 for none."""
    return prod(1.0 - force for force in forces)


def remainder_slopes(forces: Sequence[Band]) -> list[float]:
    """For each force, the least size of the derivative of the remainder to it."""
    left = [1.0 - band.upper for band in forces]
    return [prod(left[:place]) * prod(left[place + 1 :]) for place in range(len(left))]


class DFQuAD:
    """Strengths and forces by products of what is left."""

    def strength(
        self, base: float, supports: Sequence[float], contradictions: Sequence[float]
    ) -> float:
        """σ = τ + (1 - τ)·E for E > 0, else τ + τ·E, with E = Π(1 - contra) - Π(1 - supp)."""
        excess = remainder(contradictions) - remainder(supports)
        if excess > 0.0:
            return base + (1.0 - base) * excess
        return base + base * excess

    def force(
        self, relevance: float, premises: Sequence[float], undercuts: Sequence[float]
    ) -> float:
        """a = r · Π(1 - undercuts) · min premises."""
        weakest = min(premises)
        if undercuts:
            return relevance * remainder(undercuts) * weakest
        return relevance * weakest

    def strength_slopes(
        self, base: float, supports: Sequence[Band], contradictions: Sequence[Band]
    ) -> Slopes:
        """Slopes of the remainders, times the least slope on either side of the base score."""
        least = remainder([b.upper for b in contradictions]) - remainder(
            [b.lower for b in supports]
        )
        most = remainder([b.lower for b in contradictions]) - remainder([b.upper for b in supports])
        if least > 0.0:
            slope = 1.0 - base
        elif most < 0.0:
            slope = base
        else:
            slope = min(base, 1.0 - base)
        return (
            [slope * left for left in remainder_slopes(supports)],
            [slope * left for left in remainder_slopes(contradictions)],
        )

    def force_slopes(
        self, relevance: float, premises: Sequence[Band], undercuts: Sequence[Band]
    ) -> Slopes:
        """Slopes of the product of relevance, what undercuts leave, and the weakest premise."""
        left = relevance * remainder([band.upper for band in undercuts])
        weakest = relevance * min(band.lower for band in premises)
        return (
            [left * slope for slope in weakest_premise_slopes(premises)],
            [weakest * slope for slope in remainder_slopes(undercuts)],
        )
