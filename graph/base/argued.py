"""How the claims of a knowledge base stand: their grounds, the framework, and its assessment."""

from collections.abc import Mapping
from functools import cached_property
from itertools import chain

from graph.base.grounds import Ground, goes_back_to, grounds_of
from graph.base.link import Link
from graph.base.linked import Linked
from graph.records.link_types import Polarity
from graph.semantics import (
    Assessment,
    Framework,
    FrameworkLink,
    GroundKind,
    LinkKind,
    assess,
    reassess,
)

_KINDS = {
    Polarity.HELPS: LinkKind.SUPPORT,
    Polarity.HINDERS: LinkKind.CONTRADICTION,
    Polarity.UNDERCUTS: LinkKind.UNDERCUT,
    Polarity.CONDITIONS: LinkKind.CONDITION,
}


class Argued(Linked):
    """All records of one tree, the links between them, and how everything stands."""

    @cached_property
    def grounds(self) -> Mapping[str, Ground]:
        """What every claim has of itself."""
        return grounds_of(
            self.claims, self.sources, self.links.values(), self.analysed, self.tree.grades
        )

    @cached_property
    def analysed(self) -> Mapping[str, frozenset[str]]:
        """For each claim, the sources that its debate analyses."""
        analysed = {folder: frozenset(debate.sources) for folder, debate in self.debates.items()}
        everything = frozenset(chain.from_iterable(analysed.values()))
        return {claim: analysed.get(self.folders[claim], everything) for claim in self.claims}

    def is_analysed(self, claim: str, source: str) -> bool:
        """Whether a source is a text that a claim's debate analyses, or goes back to one."""
        return goes_back_to(self.sources, source, self.analysed[claim])

    @cached_property
    def framework(self) -> Framework:
        """The argument as the semantics see it. Questions are asked, not weighed, and take no
        links."""
        return Framework(
            {claim: ground.value for claim, ground in self.grounds.items()},
            tuple(map(_step, self.links.values())),
        )

    def framework_of(self, claim: str) -> Framework:
        """The same, for a question that goes no further than what a claim hangs together with by
        links."""
        return self.framework

    @cached_property
    def assessment(self) -> Assessment:
        """Balances, standings and labels of everything."""
        return assess(self.framework, self._ground_kinds)

    def assessment_of(self, claim: str) -> Assessment:
        """The same, for a question that goes no further than what a claim hangs together with by
        links."""
        return self.assessment

    @property
    def _ground_kinds(self) -> dict[str, GroundKind]:
        return {claim: ground.kind for claim, ground in self.grounds.items()}

    def take_over(self, former: "Argued") -> None:
        """Work out how everything stands from how it stood in a former knowledge base, in which
        most records are the same objects."""
        self.take_over_links(former)
        given = vars(self)
        grounds = grounds_of(
            self.claims,
            self.sources,
            self.links.values(),
            self.analysed,
            self.tree.grades,
            self._known_grounds(former),
        )
        if self.links is former.links and grounds == former.grounds:
            # Only words are others, or what is not weighed.
            for name in ("grounds", "framework", "assessment"):
                given[name] = getattr(former, name)
            return
        given["grounds"] = grounds
        framework = Framework(
            {claim: ground.value for claim, ground in self.grounds.items()},
            self._steps(former),
        )
        given["assessment"] = reassess(former.assessment, framework, self._ground_kinds)
        given["framework"] = self.assessment.framework

    def _known_grounds(self, former: "Argued") -> dict[str, Ground]:
        """The grounds of claims of which neither the record, nor that of a reason, nor anything
        of sources is another."""
        if self.sources != former.sources or self.tree.grades != former.tree.grades:
            return {}
        touched: set[str] = set()
        for one, other in ((self, former), (former, self)):
            for claim, record in one.claims.items():
                if other.claims.get(claim) is not record:
                    touched.add(claim)
                    touched.update(link.target for link in one.recorded_links[claim])
            if self.links is not former.links:
                links = other.links
                touched.update(
                    link.target for id_, link in one.links.items() if links.get(id_) is not link
                )
        return {
            claim: former.grounds[claim]
            for claim, sources in self.analysed.items()
            if claim not in touched and sources == former.analysed[claim]
        }

    def _steps(self, former: "Argued") -> tuple[FrameworkLink, ...]:
        if self.links is former.links:
            return former.framework.links
        steps = {each.id: each for each in former.framework.links}
        return tuple(
            steps[link.id] if former.links.get(link.id) is link else _step(link)
            for link in self.links.values()
        )


def _step(link: Link) -> FrameworkLink:
    kind = _KINDS[link.type.polarity]
    return FrameworkLink(link.id, link.premises, link.target, kind, link.record.relevance)
