"""Everything that is computed from a framework as a whole, together."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from graph.semantics.band import Band
from graph.semantics.framework import Framework
from graph.semantics.gathering import Hubs
from graph.semantics.ground import GroundKind
from graph.semantics.incidence import Incidence
from graph.semantics.labelling import Labelling, labelling
from graph.semantics.methods import balance_of
from graph.semantics.sides import Sides, sides_at
from graph.semantics.standing import FORCELESS, MARGIN, Side, Standing, side, standing
from graph.semantics.weighing import Weighing, weigh, weigh_with

_UNTOLD = 0.5
"""The ground that every ground but 0 becomes where sources are not told apart."""


class Turn(StrEnum):
    """What the side of a claim can turn on, besides the argument itself."""

    SOURCES = "sources"
    """On the grades of the sources that document what it rests on."""
    ACCRUAL = "accrual"
    """On several reasons, or objections, counting more than the strongest of them."""


@dataclass(frozen=True)
class Assessment:
    """A framework, weighed by accrual. Claims and links are named by their ids.

    `kinds` gives the kind of ground of every claim.
    """

    framework: Framework
    kinds: Mapping[str, GroundKind]
    weighing: Weighing

    @property
    def balances(self) -> Mapping[str, Band]:
        """What carries each claim less what is taken from it, in [-1, 1]."""
        return self.weighing.balances

    @property
    def forces(self) -> Mapping[str, Band]:
        """The forces of links, in [0, 1]."""
        return self.weighing.forces

    @cached_property
    def strengths(self) -> Mapping[str, Band]:
        """What each claim passes on: its balance where that is above 0, in [0, 1]."""
        return {claim: band.positive for claim, band in self.balances.items()}

    @cached_property
    def sides(self) -> Mapping[str, Sides]:
        """Both sides of the scale of each claim."""
        claims = self.framework.incidence.claims
        return {claim: self.sides_of(node) for node, claim in enumerate(claims)}

    def sides_of(self, node: int) -> Sides:
        """Both sides of the scale of the claim at a node."""
        found = self._met_sides.get(node)
        if found is None:
            semantics = balance_of(self.weighing.accounting)
            found = sides_at(self.framework.incidence, node, semantics, self.bands.__getitem__)
            self._met_sides[node] = found
        return found

    @cached_property
    def _met_sides(self) -> dict[int, Sides]:
        return {}

    @cached_property
    def carried(self) -> Mapping[str, Band]:
        """What ground and reasons carry together ("for"), in [0, 1]."""
        return {claim: sides.carried for claim, sides in self.sides.items()}

    @cached_property
    def taken(self) -> Mapping[str, Band]:
        """What objections and failing conditions take away together ("against"), in [0, 1]."""
        return {claim: sides.taken for claim, sides in self.sides.items()}

    @cached_property
    def standings(self) -> Mapping[str, Standing]:
        """The standing of each claim."""
        claims = self.framework.incidence.claims
        return {claim: self.standing_of(node) for node, claim in enumerate(claims)}

    def standing_of(self, node: int) -> Standing:
        """The standing of the claim at a node."""
        found = self._met_standings.get(node)
        if found is None:
            graph = self.framework.incidence
            found = standing_at(graph, node, self.kinds, self.bands.__getitem__)
            self._met_standings[node] = found
        return found

    @cached_property
    def _met_standings(self) -> dict[int, Standing]:
        return {}

    @property
    def bands(self) -> tuple[Band, ...]:
        """The bands of all nodes of the framework: of its claims, then of its links."""
        return self.weighing.bands

    @cached_property
    def hubs(self) -> Hubs:
        """The nodes with so many inputs that reading all of them for every question is slow."""
        return Hubs(self.framework.incidence, balance_of(self.weighing.accounting), self.bands)

    @cached_property
    def labelling(self) -> Labelling:
        """Which objections stand once those to them are counted, strengths left aside."""
        return labelling(self.framework)

    @cached_property
    def firm(self) -> Mapping[str, bool]:
        """Whether a claim is on the same side of its scale however sources are graded, and
        however several reasons are counted."""
        own, *turned = self._sides
        return {claim: all(each[claim] is at for each in turned) for claim, at in own.items()}

    def turns_on(self, claim: str) -> tuple[Turn, ...]:
        """What the side of a claim turns on besides the argument; nothing where it is firm."""
        own = self._sides[0][claim]
        return tuple(
            turn
            for turn, sides in zip(Turn, self._sides[1:], strict=True)
            if sides[claim] is not own
        )

    @cached_property
    def _sides(self) -> tuple[Mapping[str, Side], ...]:
        """The side of each claim as it is weighed, and for each turn as it would be."""
        return tuple(
            {claim: side(band) for claim, band in each.balances.items()}
            for each in (self.weighing, *self.turned)
        )

    @cached_property
    def turned(self) -> tuple[Weighing, ...]:
        """The framework weighed as each turn would have it."""
        return (
            weigh_with(self.framework, untold, self.weighing.accounting),
            weigh(self.framework, "strongest"),
        )


def untold(ground: float) -> float:
    """A ground where sources are not told apart."""
    return ground and _UNTOLD


def assess(framework: Framework, kinds: Mapping[str, GroundKind] | None = None) -> Assessment:
    """Weigh a framework.

    Without `kinds`, a claim with ground 0 is taken as concluded, and every other as granted.
    """
    return Assessment(framework, kinds or _plain_kinds(framework), weigh(framework))


def _plain_kinds(framework: Framework) -> dict[str, GroundKind]:
    return {
        claim: GroundKind.GRANTED if ground else GroundKind.CONCLUDED
        for claim, ground in framework.grounds.items()
    }


def standing_at(
    graph: Incidence, node: int, kinds: Mapping[str, GroundKind], band: Callable[[int], Band]
) -> Standing:
    """The standing of the claim at a node; `band` gives the balances and forces of nodes."""
    own = band(node)
    where = side(own)
    support = objection = 0.0
    # One link that is enough is as good as the greatest: a claim may have thousands.
    if where is Side.FOR:
        support = _beyond(FORCELESS, map(band, graph.helping[node]))
    elif where is Side.NEITHER:
        objection = _beyond(MARGIN, map(band, graph.hindering[node]))
    return standing(own, kinds[graph.claims[node]], support, objection)


def _beyond(least: float, bands: Iterable[Band]) -> float:
    """The first upper bound above the least; 0 where there is none."""
    return next((band.upper for band in bands if band.upper > least), 0.0)
