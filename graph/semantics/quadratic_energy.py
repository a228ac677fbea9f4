"""The quadratic energy model (Potyka, KR 2018), with linked premises and undercuts.

Potyka, "Continuous dynamical systems for weighted bipolar argumentation". The energy of a claim
is the sum of the forces of its supports less that of its contradictions. A link's force is the
strength of its weakest premise, times its relevance, times what its undercuts leave of it.
"""

from collections.abc import Sequence
from math import fsum

from graph.semantics.gradual import Move, Slopes, Unconditional


def impact(energy: float) -> float:
    """h(x) = x² / (1 + x²) for x > 0, otherwise 0; in [0, 1)."""
    if energy <= 0.0:
        return 0.0
    # The same value as a quotient of squares, but this form keeps order under rounding.
    return 1.0 - 1.0 / (1.0 + energy * energy)


def impact_slope(energy: float) -> float:
    """The derivative of h: 2x / (1 + x²)² for x > 0, otherwise 0."""
    if energy <= 0.0:
        return 0.0
    return 2.0 * energy / (1.0 + energy * energy) ** 2


class QuadraticEnergy(Unconditional):
    """Strengths and forces by sums of forces and the impact function h."""

    def claim(self, ground: float, supports: Sequence[float], hindrances: Sequence[float]) -> float:
        """σ = τ + (1 - τ)·h(E) - τ·h(-E), with E = Σ supports - Σ contradictions."""
        energy = fsum(supports) - fsum(hindrances)
        if energy > 0.0:
            return ground + (1.0 - ground) * impact(energy)
        if energy < 0.0:
            return ground - ground * impact(-energy)
        return ground

    def force(self, relevance: float, premise: float, undercuts: Sequence[float]) -> float:
        """a = r · (1 - h(Σ undercuts)) · the weakest premise."""
        if undercuts:
            return relevance * (1.0 - impact(fsum(undercuts))) * premise
        return relevance * premise

    def claim_slopes(
        self, ground: float, supports: Sequence[Move], hindrances: Sequence[Move]
    ) -> tuple[Slopes, Slopes]:
        """The same slope for every link: the least that the ways of the energy allow."""
        least = fsum(map(min, supports)) - fsum(map(max, hindrances))
        most = fsum(map(max, supports)) - fsum(map(min, hindrances))
        # h' rises and then falls, so over an interval on one side it is least at an end.
        if least > 0.0:
            slope = (1.0 - ground) * min(impact_slope(least), impact_slope(most))
        elif most < 0.0:
            slope = ground * min(impact_slope(-least), impact_slope(-most))
        else:
            slope = 0.0
        return [slope] * len(supports), [slope] * len(hindrances)

    def force_slopes(
        self, relevance: float, premise: Move, undercuts: Sequence[Move]
    ) -> tuple[float, Slopes]:
        """Slopes of the product of relevance, what undercuts leave, and the weakest premise."""
        least, most = fsum(map(min, undercuts)), fsum(map(max, undercuts))
        left = relevance * (1.0 - impact(most))
        lost = relevance * min(premise) * min(impact_slope(least), impact_slope(most))
        return left, [lost] * len(undercuts)
