"""How everything stands, noting what is asked of it."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TypeVar

from typing_extensions import override

from graph.base.followed_mapping import FollowedMapping
from graph.base.reads import Read, note
from graph.semantics import Assessment, Band, Framework, GroundKind, Side, Standing
from graph.semantics.assessment import Turn
from graph.semantics.gathering import Hubs
from graph.semantics.labelling import Labelling
from graph.semantics.sides import Sides
from graph.semantics.weighing import Weighing

V = TypeVar("V")

EVERY_WEIGHED: Read = ("all", "weighed")
"""How every claim and link stands."""

_CLAIMS: Read = ("ids", "claim")
_LINKS: Read = ("ids", "link")


class FollowedAssessment(Assessment):
    """An assessment that notes what is read of it: how a claim stands with the links around it;
    of a link, how its arguing claim does."""

    def __init__(self, whole: Assessment, claim_of: Callable[[str], Read]) -> None:
        self._whole = whole
        self._claim_of = claim_of

    def _of_claims(self, values: Mapping[str, V]) -> Mapping[str, V]:
        return FollowedMapping(values, weighed, _CLAIMS, EVERY_WEIGHED)

    def _of_links(self, values: Mapping[str, V]) -> Mapping[str, V]:
        return FollowedMapping(values, self._claim_of, _LINKS, EVERY_WEIGHED)

    @property
    @override
    def framework(self) -> Framework:
        note(EVERY_WEIGHED)
        return self._whole.framework

    @cached_property
    @override
    def kinds(self) -> Mapping[str, GroundKind]:
        return self._of_claims(self._whole.kinds)

    @property
    @override
    def weighing(self) -> Weighing:
        note(EVERY_WEIGHED)
        return self._whole.weighing

    @cached_property
    @override
    def balances(self) -> Mapping[str, Band]:
        return self._of_claims(self._whole.balances)

    @cached_property
    @override
    def forces(self) -> Mapping[str, Band]:
        return self._of_links(self._whole.forces)

    @cached_property
    @override
    def strengths(self) -> Mapping[str, Band]:
        return self._of_claims(self._whole.strengths)

    @cached_property
    @override
    def sides(self) -> Mapping[str, Sides]:
        return self._of_claims(self._whole.sides)

    @cached_property
    @override
    def carried(self) -> Mapping[str, Band]:
        return self._of_claims(self._whole.carried)

    @cached_property
    @override
    def taken(self) -> Mapping[str, Band]:
        return self._of_claims(self._whole.taken)

    @cached_property
    @override
    def standings(self) -> Mapping[str, Standing]:
        return self._of_claims(self._whole.standings)

    @property
    @override
    def bands(self) -> tuple[Band, ...]:
        note(EVERY_WEIGHED)
        return self._whole.bands

    @property
    @override
    def hubs(self) -> Hubs:
        note(EVERY_WEIGHED)
        return self._whole.hubs

    @cached_property
    @override
    def labelling(self) -> Labelling:
        found = self._whole.labelling
        return Labelling(self._of_claims(found.claims), self._of_links(found.links))

    @cached_property
    @override
    def firm(self) -> Mapping[str, bool]:
        return self._of_claims(self._whole.firm)

    @override
    def sides_of(self, node: int) -> Sides:
        note(EVERY_WEIGHED)
        return self._whole.sides_of(node)

    @override
    def standing_of(self, node: int) -> Standing:
        note(EVERY_WEIGHED)
        return self._whole.standing_of(node)

    @property
    @override
    def turned(self) -> tuple[Weighing, ...]:
        note(EVERY_WEIGHED)
        return self._whole.turned

    @override
    def turns_on(self, claim: str) -> tuple[Turn, ...]:
        note(weighed(claim))
        return self._whole.turns_on(claim)

    @property
    def _sides(self) -> tuple[Mapping[str, Side], ...]:
        note(EVERY_WEIGHED)
        return self._whole._sides


def weighed(claim: str) -> Read:
    """How a claim stands, with the links to it and those in which it is a premise."""
    return "weighed", claim
