"""What changes when claims are rejected, or accepted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.semantics.assessment import Assessment, standing_at
from graph.semantics.band import NOTICEABLE, Band
from graph.semantics.methods import balance_of
from graph.semantics.reweighing import Reweighing
from graph.semantics.sides import Sides, sides_at
from graph.semantics.solving import fixed_bands
from graph.semantics.standing import Standing


@dataclass(frozen=True)
class Shift:
    """What a decision does to one claim: balance and standing, before and after."""

    id: str
    before: Band
    after: Band
    standing: tuple[Standing, Standing]

    @property
    def delta(self) -> float:
        """How far the middle of the band moves, within [-2, 2]."""
        return self.after.midpoint - self.before.midpoint

    @property
    def moves(self) -> bool:
        """Whether a bound of the balance becomes another one."""
        return _differ(self.before, self.after)

    @property
    def turns(self) -> bool:
        """Whether the standing becomes another one: it can where the balance does not, as that of
        a claim whose reason and objection are lost together."""
        return self.standing[0] is not self.standing[1]


@dataclass(frozen=True)
class Change(Shift):
    """What a decision does to one claim, with the sides of its scale before and after."""

    sides: tuple[Sides, Sides]


def reject(
    assessment: Assessment,
    ids: Iterable[str],
    accepted: Iterable[str] = (),
) -> tuple[Change, ...]:
    """Fix the balance of these claims at -1 and weigh again what lies downstream of them.

    That of the claims `accepted` with them is fixed at 1. The result has every claim of which
    the band, the standing or a side of the scale changes, those fixed included, in order of the
    size of the change of the band and then of id.
    It takes time in proportion to what changes, not to the framework. Raises KeyError for an
    unknown claim and ValueError for one that is both rejected and accepted.
    """
    graph = assessment.framework.incidence
    least = balance_of(assessment.weighing.accounting).least
    fixed = fixed_bands(graph, ids, accepted, least)
    return changes_of(assessment, Reweighing(assessment).after(fixed))


def changes_of(assessment: Assessment, after: Mapping[int, Band]) -> tuple[Change, ...]:
    """What `after` changes in claims, given the bands of the nodes that are not as they were."""
    changes = [change_at(assessment, node, after) for node in _concerned(assessment, after)]
    return tuple(
        sorted(
            (each for each in changes if each.moves or each.turns or _scale_differs(each)),
            # Rounded, so that rounding errors do not decide between equal changes.
            key=lambda change: (-round(abs(change.delta), 12), change.id),
        )
    )


def _concerned(assessment: Assessment, after: Mapping[int, Band]) -> set[int]:
    """The claims that change, and those at which more or less arrives by a link."""
    graph = assessment.framework.incidence
    claims = len(graph.claims)
    found = {node for node in after if node < claims}
    for node in after:
        if node >= claims:
            found.update(each for each in graph.dependents[node] if each < claims)
    return found


def _scale_differs(change: Change) -> bool:
    was, now = change.sides
    return _differ(was.carried, now.carried) or _differ(was.taken, now.taken)


def _differ(one: Band, other: Band) -> bool:
    return any(abs(a - b) > NOTICEABLE for a, b in zip(one, other, strict=True))


def change_at(assessment: Assessment, node: int, after: Mapping[int, Band]) -> Change:
    """The change of the claim at a node to what `after` gives the nodes that change."""
    graph, bands = assessment.framework.incidence, assessment.bands

    def band(other: int) -> Band:
        return after.get(other) or bands[other]

    shift = shift_at(assessment, node, after)
    own = assessment.sides_of(node)
    hub = assessment.hubs.get(node)
    if hub is None:
        sides = sides_at(graph, node, balance_of(assessment.weighing.accounting), band)
    else:
        sides = hub.sides(after, own)
    return Change(shift.id, shift.before, shift.after, shift.standing, (own, sides))


def shift_at(assessment: Assessment, node: int, after: Mapping[int, Band]) -> Shift:
    """The same without the sides of its scale."""
    graph, bands = assessment.framework.incidence, assessment.bands

    def band(other: int) -> Band:
        return after.get(other) or bands[other]

    claim = graph.claims[node]
    new = standing_at(graph, node, assessment.kinds, band)
    return Shift(claim, bands[node], band(node), (assessment.standing_of(node), new))
