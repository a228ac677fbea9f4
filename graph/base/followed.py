"""A knowledge base that notes what is read of it."""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from typing_extensions import override

from graph.base.collected import Citation
from graph.base.followed_assessment import EVERY_WEIGHED, FollowedAssessment, weighed
from graph.base.followed_links import FollowedLinks
from graph.base.followed_mapping import FollowedMapping
from graph.base.followed_record import FollowedRecords
from graph.base.grounds import Ground
from graph.base.knowledge_base import KnowledgeBase
from graph.base.link import Link
from graph.base.older_ids import Older
from graph.base.reads import Read, note
from graph.records import Scheme, Source
from graph.records.grades import Grades
from graph.semantics import Assessment, Change, Framework
from graph.semantics.cruxes import Turning
from graph.semantics.rejection import Shift
from graph.semantics.reweighing import Reweighing
from graph.store import Tree

if TYPE_CHECKING:
    import networkx as nx

V = TypeVar("V")


def part_of(claim: str) -> Read:
    """All that is weighed in the part of the argument that a claim is in."""
    return "part", claim


def whole(name: str) -> Read:
    """Something that a knowledge base has one of."""
    return "whole", name


class Followed(KnowledgeBase):
    """The knowledge base `plain`, noting what is read of it.

    Everything is looked up in `plain`, so that what that works out for itself is noted by nobody.
    """

    def __init__(self, plain: KnowledgeBase) -> None:
        self.plain = plain
        self.claims = FollowedRecords(plain.claims, "said", "claim")
        self.debates = _by_id(plain.debates, "debate", "debate")
        self.sources = _by_id(plain.sources, "source", "source")
        self.speakers = _by_id(plain.speakers, "speaker", "speaker")
        self.folders = FollowedMapping(
            plain.folders, lambda claim: ("folder", claim), ("ids", "claim"), whole("folders")
        )
        self.paths = FollowedMapping(
            plain.paths, lambda key: ("path", *key), whole("paths"), whole("paths")
        )
        self.bodies = FollowedMapping(
            plain.bodies, lambda key: ("noted", key[0]), whole("bodies"), whole("bodies")
        )

    def _whole(self, name: str, value: V) -> V:
        note(whole(name))
        return value

    def _of_claims(self, name: str, values: Mapping[str, V]) -> Mapping[str, V]:
        return FollowedMapping(values, lambda claim: (name, claim), whole(name), whole(name))

    def link_read(self, link: str) -> Read:
        """What is read where a link is: how its arguing claim stands, with all links around it."""
        found = self.plain.links.get(link)
        return ("link", link) if found is None else weighed(found.claim)

    # Records

    @property
    @override
    def tree(self) -> Tree:  # type: ignore[override]
        return self._whole("tree", self.plain.tree)

    @property
    @override
    def grades(self) -> Grades:
        return self._whole("grades", self.plain.grades)

    @property
    @override
    def addressable(self) -> "KnowledgeBase":
        return self

    @property
    @override
    def older(self) -> Older:  # type: ignore[override]
        return self._whole("older", self.plain.older)

    @property
    @override
    def aliases(self) -> Mapping[str, str]:  # type: ignore[override]
        return self._whole("older", self.plain.aliases)

    @property
    @override
    def languages(self) -> tuple[str, ...]:
        return self._whole("languages", self.plain.languages)

    @override
    def languages_of(self, debate: str) -> tuple[str, ...]:
        note(("debate", debate))
        return self._whole("languages", self.plain.languages_of(debate))

    @override
    def present(self, kind: str, id_: str) -> str:
        note(("present", kind, id_))
        return self.plain.present(kind, id_)

    @override
    def resolve(self, claim: str) -> str:
        note(("present", "claim", claim))
        return self.plain.resolve(claim)

    @property
    @override
    def schemes(self) -> Mapping[str, Scheme]:
        return self.plain.schemes

    @property
    @override
    def known_ids(self) -> frozenset[str]:
        return self._whole("known_ids", self.plain.known_ids)

    @override
    def is_question(self, claim: str) -> bool:
        note(("said", claim, "kind"))
        return self.plain.is_question(claim)

    @property
    @override
    def cited(self) -> Mapping[str, tuple[Citation, ...]]:
        return self._of_claims("cited", self.plain.cited)

    @property
    @override
    def texts(self) -> Mapping[str, str]:
        return self._of_claims("texts", self.plain.texts)

    @override
    def text_path(self, source: Source) -> str:
        note(("source", source.id))
        return self.plain.text_path(source)

    @property
    @override
    def specified_by(self) -> Mapping[str, tuple[str, ...]]:
        return self._of_claims("specified_by", self.plain.specified_by)

    @property
    @override
    def raised_by(self) -> Mapping[str, tuple[str, ...]]:
        return self._of_claims("raised_by", self.plain.raised_by)

    @property
    @override
    def answered_by(self) -> Mapping[str, tuple[str, ...]]:
        return self._of_claims("answered_by", self.plain.answered_by)

    @property
    @override
    def theses(self) -> tuple[str, ...]:
        return self._whole("theses", self.plain.theses)

    @property
    @override
    def theses_of(self) -> Mapping[str, tuple[str, ...]]:
        return self._of_claims("theses_of", self.plain.theses_of)

    # Links

    @property
    @override
    def all_links(self) -> tuple[Link, ...]:
        return self._whole("all_links", self.plain.all_links)

    @cached_property
    @override
    def links(self) -> FollowedLinks:
        return FollowedLinks(self.plain.links, self.link_read)

    @override
    def reasons(self, claim: str) -> tuple[Link, ...]:
        note(weighed(claim))
        return self.links.all_given(self.plain.reasons(claim))

    @override
    def conditions(self, claim: str) -> tuple[Link, ...]:
        note(weighed(claim))
        return self.links.all_given(self.plain.conditions(claim))

    @override
    def objections(self, claim: str) -> tuple[Link, ...]:
        note(weighed(claim))
        return self.links.all_given(self.plain.objections(claim))

    @override
    def bearing_on(self, claim: str) -> tuple[Link, ...]:
        note(weighed(claim))
        return self.links.all_given(self.plain.bearing_on(claim))

    @override
    def undercuts(self, link: str) -> tuple[Link, ...]:
        note(self.link_read(link))
        return self.links.all_given(self.plain.undercuts(link))

    @override
    def used_in(self, claim: str) -> tuple[Link, ...]:
        note(weighed(claim))
        return self.links.all_given(self.plain.used_in(claim))

    @override
    def final_target(self, link: Link) -> str:
        while link.type.at_link:
            note(self.link_read(link.id))
            link = self.plain.links[link.target]
        return link.target

    @property
    @override
    def graph(self) -> "nx.MultiDiGraph[str]":
        return self._whole("framework", self.plain.graph)

    # How they stand

    @cached_property
    @override
    def grounds(self) -> Mapping[str, Ground]:
        grounds = self.plain.grounds
        return FollowedMapping(grounds, weighed, ("ids", "claim"), EVERY_WEIGHED)

    @override
    def is_analysed(self, claim: str, source: str) -> bool:
        note(("analysed", claim, source))
        return self.plain.is_analysed(claim, source)

    @property
    @override
    def framework(self) -> Framework:
        return self._whole("framework", self.plain.framework)

    @override
    def framework_of(self, claim: str) -> Framework:
        note(part_of(claim))
        return self.plain.framework

    @cached_property
    @override
    def assessment(self) -> Assessment:
        return FollowedAssessment(self.plain.assessment, self.link_read)

    @override
    def assessment_of(self, claim: str) -> Assessment:
        note(part_of(claim))
        return self.plain.assessment

    @property
    @override
    def reweighing(self) -> Reweighing:
        return self._whole("framework", self.plain.reweighing)

    @override
    def reweighing_of(self, claim: str) -> Reweighing:
        note(part_of(claim))
        return self.plain.reweighing

    @override
    def changes(self, claim: str) -> Mapping[str, Change] | None:
        self._part(claim)
        return self.plain.changes(claim)

    @override
    def rejection(self, claims: Iterable[str]) -> tuple[Change, ...]:
        claims = tuple(claims)
        self._part(*claims)
        return self.plain.rejection(claims)

    @override
    def without(self, rejected: str, claim: str) -> Shift | None:
        self._part(rejected, claim)
        return self.plain.without(rejected, claim)

    @override
    def accepting(self, accepted: str, claim: str) -> Shift | None:
        self._part(accepted, claim)
        return self.plain.accepting(accepted, claim)

    @property
    @override
    def share(self) -> int:
        return self._whole("share", self.plain.share)

    @override
    def effect(self, claim: str, thesis: str) -> float | None:
        # All effects are worked out for the order of lists: to compare each costs nothing more.
        note(("effect", claim, thesis))
        return self.plain.effect(claim, thesis)

    @override
    def turning(self, thesis: str) -> Turning:
        self._part(thesis)
        return self.plain.turning(thesis)

    def _part(self, *claims: str) -> None:
        note(whole("share"))
        for claim in claims:
            note(part_of(claim))

    @override
    def by_force(self, links: Iterable[Link]) -> tuple[Link, ...]:
        links = tuple(links)
        for link in links:
            note(self.link_read(link.id))
        return self.plain.by_force(links)


def _by_id(records: Mapping[str, V], name: str, kind: str) -> FollowedMapping[str, V]:
    one: Callable[[str], Read] = lambda id_: (name, id_)  # noqa: E731 (each key is asked for often)
    return FollowedMapping(records, one, ("ids", kind), ("all", name))
