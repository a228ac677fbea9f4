"""Everything that is computed from a framework as a whole, together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from graph.semantics.band import Band
from graph.semantics.framework import Framework
from graph.semantics.labelling import Labelling, labelling
from graph.semantics.methods import COMPARED, PRIMARY, Method
from graph.semantics.standing import Standing, standing
from graph.semantics.strength import weigh


@dataclass(frozen=True)
class Weighing:
    """A framework under one method: strengths and standings of claims, forces of links."""

    method: Method
    strengths: Mapping[str, Band]
    forces: Mapping[str, Band]
    standings: Mapping[str, Standing]


@dataclass(frozen=True)
class Assessment:
    """A framework, weighed. Claims and links are named by their ids.

    What stands where goes by the `primary` weighing; the `others`, by method, are what it is
    compared with.
    """

    primary: Weighing
    others: Mapping[Method, Weighing]
    labelling: Labelling

    @property
    def strengths(self) -> Mapping[str, Band]:
        """The strengths of claims under the primary method."""
        return self.primary.strengths

    @property
    def forces(self) -> Mapping[str, Band]:
        """The forces of links under the primary method."""
        return self.primary.forces

    @property
    def standings(self) -> Mapping[str, Standing]:
        """The standings of claims under the primary method."""
        return self.primary.standings

    @cached_property
    def robust(self) -> Mapping[str, bool]:
        """Whether every other method gives a claim the same standing."""
        return {claim: not self.differing(claim) for claim in self.standings}

    def differing(self, claim: str) -> tuple[Weighing, ...]:
        """The other weighings that give a claim another standing, in the order of the table."""
        own = self.standings[claim]
        return tuple(each for each in self.others.values() if each.standings[claim] is not own)


def assess(
    framework: Framework, primary: Method = PRIMARY, others: Iterable[Method] = COMPARED
) -> Assessment:
    """Weigh a framework under the primary method and the others, and label it.

    Raises ValueError for an unknown method.
    """
    return Assessment(
        _weighing(framework, primary),
        {method: _weighing(framework, method) for method in others},
        labelling(framework),
    )


def _weighing(framework: Framework, method: Method) -> Weighing:
    strengths, forces = weigh(framework, method)
    graph, bases = framework.incidence, framework.base_scores
    standings = {
        claim: standing(strengths[claim], bases[claim], graph.argued(node))
        for node, claim in enumerate(graph.claims)
    }
    return Weighing(method, strengths, forces, standings)
