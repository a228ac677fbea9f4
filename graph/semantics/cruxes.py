"""The claims on which a thesis turns, and what each of them does to it."""

from dataclasses import dataclass, field
from functools import cached_property
from heapq import heappop, heappush

from graph.semantics.assessment import Assessment
from graph.semantics.band import NOTICEABLE, Band
from graph.semantics.rejection import Shift, shift_at
from graph.semantics.reweighing import Reweighing, TooMuchWorkError
from graph.semantics.standing import Side, Standing

_REJECTED, _ACCEPTED = Band(-1.0, -1.0), Band(1.0, 1.0)
_SINGLE = 20
"""Claims asked about one by one before all are worked out together."""
_REMEMBERED = 3
"""Nodes of one way to the thesis for which it is remembered what comes of them."""


@dataclass(frozen=True)
class Crux:
    """A claim, what it does to the balance of a thesis, and the thesis without it.

    `effect` is the middle of the thesis's band with the claim accepted less that with it
    rejected, within [-2, 2]: above 0 the claim is on the side of the thesis, below 0 on the
    other. `change` is what rejecting the claim does to the thesis.
    """

    id: str
    effect: float
    change: Shift

    @property
    def moves(self) -> bool:
        """Whether the claim does anything to the thesis: accepted and rejected it may come to the
        same, and to something else than it does as it stands."""
        return abs(self.effect) >= NOTICEABLE or self.change.moves or self.change.turns

    @property
    def side(self) -> Side:
        """The side of the thesis that it is on, by its effect or, where it has none, by whether
        something is lost with it; neither where reasons and objections of the same force are."""
        helps = self.effect if abs(self.effect) >= NOTICEABLE else -self.change.delta
        if abs(helps) < NOTICEABLE:
            return Side.NEITHER
        return Side.FOR if helps > 0.0 else Side.AGAINST

    @property
    def after(self) -> Band:
        """The band of the thesis with the claim rejected."""
        return self.change.after

    @property
    def standing(self) -> tuple[Standing, Standing]:
        """The standing of the thesis as it is, and with the claim rejected."""
        return self.change.standing


@dataclass
class Met:
    """What was worked out of some claims, by their ids: None where it was too much work. With
    `all_`, of every claim that was to be asked about."""

    found: dict[str, Crux | None] = field(default_factory=dict)
    all_: bool = False


class Turning:
    """What every claim upstream of a thesis does to it, worked out when first asked for.

    With `tried`, only so many claims are asked about: those with the greatest force along the way,
    the product of the forces of the links on their best route to the thesis. With `most`, those
    are left out for which more than so many values would have to be computed. With `work`, no more
    than about so many are computed for all of them together, the claims nearest to the thesis
    first. Which ones are left out does not depend on what was asked before. `met` is what was
    worked out before, and gets what is worked out here. Raises KeyError for an unknown thesis.
    """

    def __init__(
        self,
        reweighing: Reweighing,
        thesis: str,
        tried: int | None = None,
        most: int | None = None,
        work: int | None = None,
        met: Met | None = None,
    ) -> None:
        self._reweighing = reweighing
        self._assessment = reweighing.assessment
        self._graph = self._assessment.framework.incidence
        self._goal = self._graph.claim_numbers[thesis]
        self._most, self._work = most, work
        self._end: int | None = None
        self.met = Met() if met is None else met
        """What is worked out so far."""
        self.upstream = self._graph.upstream(self._goal)
        """The nodes that the thesis depends on, and itself."""
        self.claims = self._claims(thesis, tried)
        """The claims that are asked about, by their nodes."""

    def _claims(self, thesis: str, tried: int | None) -> tuple[int, ...]:
        names = self._graph.claims
        found = [node for node in self.upstream if node < len(names) and node != self._goal]
        if tried is not None and len(found) > tried:
            influence = influences(self._assessment, thesis)
            found.sort(key=lambda node: (-influence[names[node]], node))
            del found[tried:]
        # From the thesis down, so that what comes of a node further up is known already.
        places = self._graph.component_of
        return tuple(sorted(found, key=lambda node: (-places[node], node)))

    def cruxes(self, limit: int | None = None) -> tuple[Crux, ...]:
        """The claims that do something to the thesis, as far as it is worked out.

        Those of which the rejection changes its standing come first, then those with the greatest
        effect, then by id. With `limit`, at most so many.
        """
        found = [crux for node in self.claims if (crux := self.crux(node)) is not None]
        # Rounded, so that rounding errors do not decide between equal effects.
        return tuple(
            sorted(
                (crux for crux in found if crux.moves),
                key=lambda c: (not c.change.turns, -round(abs(c.effect), 12), c.id),
            )[:limit]
        )

    @cached_property
    def below(self) -> int:
        """How many claims the thesis depends on."""
        return sum(node < len(self._graph.claims) for node in self.upstream) - 1

    @cached_property
    def unknown(self) -> int:
        """Of how many of these it is not worked out what they do to the thesis."""
        return self.below - sum(self.crux(node) is not None for node in self.claims)

    def crux(self, node: int) -> Crux | None:
        """What the claim at a node does to the thesis; None where that is not worked out."""
        met, claim = self.met, self._graph.claims[node]
        if claim not in met.found and not met.all_:
            found = None
            if self._work is None and len(met.found) < _SINGLE:
                found = self._crux(node, {})
            if found is None:
                self._work_out_all()
            else:
                met.found[claim] = found
        return met.found.get(claim)

    def _work_out_all(self) -> None:
        comes_of: dict[tuple[int, Band], Shift] = {}
        if self._work is not None:
            self._end = self._reweighing.spent + self._work
        names = self._graph.claims
        self.met.found = {names[node]: self._crux(node, comes_of) for node in self.claims}
        self.met.all_ = True

    def _crux(self, node: int, comes_of: dict[tuple[int, Band], Shift]) -> Crux | None:
        try:
            rejected = self._shift(node, _REJECTED, comes_of)
            accepted = self._shift(node, _ACCEPTED, comes_of)
        except TooMuchWorkError:
            return None
        effect = accepted.after.midpoint - rejected.after.midpoint
        return Crux(self._graph.claims[node], effect, rejected)

    def _shift(self, node: int, band: Band, comes_of: dict[tuple[int, Band], Shift]) -> Shift:
        """What becomes of the thesis with a node fixed.

        Where everything comes through one node, it is the same for whatever gives that this band.
        """
        way: list[tuple[int, Band]] = []
        known: list[Shift] = []

        def narrowed(through: int, new: Band) -> bool:
            shift = comes_of.get((through, new))
            if shift is not None:
                known.append(shift)
            elif len(way) < _REMEMBERED and through != self._goal:
                way.append((through, new))
            return shift is not None

        after = self._reweighing.after(
            {node: band}, self._goal, self.upstream, self._left(), narrowed
        )
        shift = known[0] if known else shift_at(self._assessment, self._goal, after)
        comes_of.update(dict.fromkeys(way, shift))
        return shift

    def _left(self) -> int | None:
        """How many values may be computed for the next question."""
        if self._end is None:
            return self._most
        left = self._end - self._reweighing.spent
        return left if self._most is None else min(left, self._most)


def cruxes(
    assessment: Assessment, thesis: str, limit: int | None = None, tried: int | None = None
) -> tuple[Crux, ...]:
    """The claims upstream of a thesis, by what each of them alone does to it.

    Claims of which the rejection changes the standing of the thesis come first, then those with
    the greatest effect, then by id; claims that do nothing to it are left out. With `limit`, at
    most so many.

    Every claim that lies on a cycle with the thesis has the whole cycle weighed again, which
    for a large one adds up. With `tried`, only so many claims are: those with the greatest force
    along the way, the product of the forces of the links on their best route to the thesis.
    Raises KeyError for an unknown thesis.
    """
    return Turning(Reweighing(assessment), thesis, tried).cruxes(limit)


def influences(assessment: Assessment, thesis: str) -> dict[str, float]:
    """The force of every upstream claim along the way to a thesis, within [0, 1].

    That is the product of the forces of the links on the route where it is greatest, undercuts
    included. The thesis has 1. Raises KeyError for an unknown thesis.
    """
    graph = assessment.framework.incidence
    first_link = len(graph.claims)
    best: dict[int, float] = {}
    waiting = [(-1.0, graph.claim_numbers[thesis])]
    while waiting:
        product, node = heappop(waiting)
        if node in best:
            continue
        best[node] = -product
        for other in graph.inputs[node]:
            if other in best:
                continue
            # A premise reaches its link undiminished; a link adds its own force.
            force = 1.0
            if other >= first_link:
                force = assessment.forces[graph.links[other - first_link]].upper
            heappush(waiting, (product * force, other))
    return {graph.claims[node]: value for node, value in best.items() if node < first_link}
