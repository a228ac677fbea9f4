"""The two sides of a claim's scale: what carries it, and what is taken from it."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import NamedTuple

from graph.semantics.balance import Balance
from graph.semantics.band import Band
from graph.semantics.incidence import Incidence


class Sides(NamedTuple):
    """What carries a claim and what is taken from it, each in [0, 1]."""

    carried: Band
    """What ground and reasons carry together ("for")."""
    taken: Band
    """What objections and failing conditions take away together ("against")."""


def sides_at(graph: Incidence, node: int, semantics: Balance, band: Callable[[int], Band]) -> Sides:
    """The sides of the claim at a node; `band` gives the forces of links."""
    return Sides(
        _over(partial(semantics.carried, graph.weights[node]), map(band, graph.helping[node])),
        _over(semantics.together, map(band, graph.hindering[node])),
    )


def _over(value: Callable[[Sequence[float]], float], bands: Iterable[Band]) -> Band:
    known = list(bands)
    lower = [band[0] for band in known]
    upper = [band[1] for band in known]
    least = value(lower)
    return Band(least, least if lower == upper else value(upper))
