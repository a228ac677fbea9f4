"""Grounds, worked out: what every claim has of itself, before any link.

That a text under analysis says something shows that it is said, not that it is so. So a fact is
documented by other sources only, and a claim for which the text that makes it gives a reason
stands by that reason alone.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import prod
from types import MappingProxyType

from graph.base.link import Link
from graph.records import Claim, Kind, Source
from graph.records.grades import Grades
from graph.records.link_types import Polarity
from graph.records.roots import root_of, way_back
from graph.semantics import GroundKind

_REPORTING = frozenset((Kind.FACT, Kind.DEFINITION))
"""The kinds of claim that a source can document."""


@dataclass(frozen=True)
class Ground:
    """What a claim has of itself: where from, and how much, in [0, 1].

    `sources` document it, one for each of the roots that they go back to: the best of those with
    that root, the best root first. `stated` when the record gives the value, with its reason.
    """

    kind: GroundKind
    value: float
    sources: tuple[str, ...] = ()
    roots: tuple[str, ...] = ()
    stated: bool = False


def grounds_of(
    claims: Mapping[str, Claim],
    sources: Mapping[str, Source],
    links: Iterable[Link],
    analysed: Mapping[str, frozenset[str]],
    grades: Grades,
    known: Mapping[str, Ground] = MappingProxyType({}),
) -> dict[str, Ground]:
    """The ground of every claim.

    `links` are the links between these claims; `analysed` gives for each claim the sources that
    its debate analyses. What is `known` already is taken over.
    """
    supported: dict[str, list[str]] = {}
    for link in links:
        if link.target not in known and link.type.polarity is Polarity.HELPS:
            supported.setdefault(link.target, []).append(link.claim)
    found: dict[str, Ground] = {}
    for claim in claims.values():
        if claim.id in known:
            found[claim.id] = known[claim.id]
            continue
        reasons = [claims[each] for each in supported.get(claim.id, ())]
        found[claim.id] = ground_of(claim, reasons, sources, analysed[claim.id], grades)
    return found


def ground_of(
    claim: Claim,
    reasons: Iterable[Claim],
    sources: Mapping[str, Source],
    analysed: frozenset[str],
    grades: Grades,
) -> Ground:
    """The ground of one claim. `reasons` are the claims that are given as a reason for it,
    `analysed` the sources that its debate analyses; of `sources` it takes those behind it."""
    ground = _documented(claim, sources, analysed, grades)
    return _stated(claim, ground or _of_itself(claim, reasons, grades))


def _stated(claim: Claim, ground: Ground) -> Ground:
    if claim.base_score is None:
        return ground
    kind = ground.kind
    if kind is GroundKind.CONCLUDED and claim.base_score > 0.0:
        kind = GroundKind.GRANTED
    return Ground(kind, claim.base_score, ground.sources, ground.roots, stated=True)


def _documented(
    claim: Claim, sources: Mapping[str, Source], analysed: frozenset[str], grades: Grades
) -> Ground | None:
    """1 - Π(1 - grade) over the roots of the sources that document a claim, up to the most."""
    if claim.kind not in _REPORTING:
        return None
    best: dict[str, tuple[float, str]] = {}
    for source in sorted({passage.source for passage in claim.passages}):
        record = sources.get(source)
        if record is None or goes_back_to(sources, source, analysed):
            continue
        root = root_of(sources, source)
        grade = grades.of(record.quality)
        if root not in best or grade > best[root][0]:
            best[root] = (grade, source)
    if not best:
        return None
    ranked = sorted(best.items(), key=lambda each: (-each[1][0], each[0]))
    together = 1.0 - prod(1.0 - grade for _, (grade, _) in ranked)
    # Decimals that were written as such stay so: a single grade of 0.9 is 0.9.
    value = min(grades.most, round(together, 12))
    return Ground(
        GroundKind.DOCUMENTED,
        value,
        tuple(source for _, (_, source) in ranked),
        tuple(root for root, _ in ranked),
    )


def goes_back_to(sources: Mapping[str, Source], source: str, analysed: frozenset[str]) -> bool:
    """Whether a source is a text under analysis, or copies one, by way of others or not, and so
    says what that says."""
    return not analysed.isdisjoint(way_back(sources, source))


def _of_itself(claim: Claim, reasons: Iterable[Claim], grades: Grades) -> Ground:
    if claim.kind is Kind.QUESTION:
        # Asked, not put forward: it has nothing to be weighed.
        return Ground(GroundKind.CONCLUDED, 0.0)
    if not claim.implicit and any(_gives_reason(claim, each) for each in reasons):
        return Ground(GroundKind.CONCLUDED, 0.0)
    return Ground(GroundKind.GRANTED, grades.granted)


def _gives_reason(claim: Claim, reason: Claim) -> bool:
    """Whether a reason for a claim comes from whoever makes the claim."""
    own, other = ({passage.source for passage in each.passages} for each in (claim, reason))
    return reason.implicit or bool(own & other) or not (own or other)
