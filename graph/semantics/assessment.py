"""Everything that is computed from a framework as a whole, together."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.semantics.band import Band
from graph.semantics.framework import Framework
from graph.semantics.labelling import Labelling, labelling
from graph.semantics.standing import Standing, robust, standing
from graph.semantics.strength import weigh


@dataclass(frozen=True)
class Assessment:
    """A framework, weighed.

    `strengths` and `forces` are under the quadratic energy model, and so are the `standings`.
    A standing is `robust` when DF-QuAD, with `df_quad_strengths`, gives the same one. Claims and
    links are named by their ids.
    """

    strengths: Mapping[str, Band]
    df_quad_strengths: Mapping[str, Band]
    forces: Mapping[str, Band]
    standings: Mapping[str, Standing]
    robust: Mapping[str, bool]
    labelling: Labelling


def assess(framework: Framework) -> Assessment:
    """Weigh a framework under both methods and label it."""
    strengths, forces = weigh(framework, "quadratic-energy")
    others, _ = weigh(framework, "df-quad")
    graph = framework.incidence
    argued = {claim: graph.argued(node) for node, claim in enumerate(graph.claims)}
    bases = framework.base_scores
    return Assessment(
        strengths=strengths,
        df_quad_strengths=others,
        forces=forces,
        standings={
            claim: standing(strengths[claim], bases[claim], argued[claim]) for claim in graph.claims
        },
        robust={
            claim: robust(strengths[claim], others[claim], bases[claim], argued[claim])
            for claim in graph.claims
        },
        labelling=labelling(framework),
    )
