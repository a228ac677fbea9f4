"""The quadratic energy model (Potyka, KR 2018), with linked premises and undercuts.

Potyka, "Continuous dynamical systems for weighted bipolar argumentation". The energy of a claim
is the sum of the forces of its supports less that of its contradictions. A link's force is the
strength of its weakest premise, times its relevance, times what its undercuts leave of it.
"""

from collections.abc import Sequence
from math import fsum

from graph.semantics.band import Band
from graph.semantics.gradual import Slopes, weakest_premise_slopes


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


class QuadraticEnergy:
    """Strengths and forces by sums of forces and the impact function h."""

    def strength(
        self, base: float, supports: Sequence[float], contradictions: Sequence[float]
    ) -> float:
        """σ = τ + (1 - τ)·h(E) - τ·h(-E), with E = Σ supports - Σ contradictions."""
        energy = fsum(supports) - fsum(contradictions)
        if energy > 0.0:
            return base + (1.0 - base) * impact(energy)
        if energy < 0.0:
            return base - base * impact(-energy)
        return base

    def force(
        self, relevance: float, premises: Sequence[float], undercuts: Sequence[float]
    ) -> float:
        """a = r · (1 - h(Σ undercuts)) · min premises."""
        weakest = min(premises)
        if undercuts:
            return relevance * (1.0 - impact(fsum(undercuts))) * weakest
        return relevance * weakest

    def strength_slopes(
        self, base: float, supports: Sequence[Band], contradictions: Sequence[Band]
    ) -> Slopes:
        """The same slope for every link: the least that the bands of the energy allow."""
        least = fsum(b.lower for b in supports) - fsum(b.upper for b in contradictions)
        most = fsum(b.upper for b in supports) - fsum(b.lower for b in contradictions)
        # h' rises and then falls, so over an interval on one side it is least at an end.
        if least > 0.0:
            slope = (1.0 - base) * min(impact_slope(least), impact_slope(most))
        elif most < 0.0:
            slope = base * min(impact_slope(-least), impact_slope(-most))
        else:
            slope = 0.0
        return [slope] * len(supports), [slope] * len(contradictions)

    def force_slopes(
        self, relevance: float, premises: Sequence[Band], undercuts: Sequence[Band]
    ) -> Slopes:
        """Slopes of the product of relevance, what undercuts leave, and the weakest premise."""
        least = fsum(band.lower for band in undercuts)
        most = fsum(band.upper for band in undercuts)
        left = relevance * (1.0 - impact(most))
        weakest = relevance * min(band.lower for band in premises)
        lost = weakest * min(impact_slope(least), impact_slope(most))
        return [left * slope for slope in weakest_premise_slopes(premises)], [lost] * len(undercuts)
