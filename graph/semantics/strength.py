"""Strengths of claims and forces of links, as bands."""

from collections.abc import Iterable, Mapping

from graph.semantics.band import Band
from graph.semantics.framework import Framework
from graph.semantics.methods import Method, semantics_of
from graph.semantics.solving import solve


def strength(
    framework: Framework,
    method: Method = "quadratic-energy",
    rejected: Iterable[str] = (),
    accepted: Iterable[str] = (),
) -> Mapping[str, Band]:
    """The strength of every claim, within [0, 1]; 0 for rejected claims and 1 for accepted ones.

    For comparison with what was published: standings go by `balances`. The method is the
    quadratic energy model (Potyka, KR 2018) or DF-QuAD (Rago et al., KR 2016),
    both extended with linked premises, of which the weakest counts, with relevance, and with
    undercuts. Outside cycles a band is one value. On a cycle it encloses every solution; where
    the bounds meet, there is only one.

    Raises ValueError for an unknown method and for a claim both rejected and accepted, and
    KeyError for an unknown claim among them.
    """
    semantics = semantics_of(method)
    lower, upper = solve(framework.incidence, semantics, rejected, accepted)
    return dict(zip(framework.incidence.claims, map(Band, lower, upper), strict=False))
