"""The links between the claims of a knowledge base, both ways."""

from collections.abc import Mapping
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from graph.base.collected import Collected, grouped
from graph.base.link import Link
from graph.records import Claim, ClaimLink
from graph.records.link_name import LinkName, link_name, normalised_link_name
from graph.records.link_types import Polarity

if TYPE_CHECKING:
    import networkx as nx


class Linked(Collected):
    """All records of one tree, and the links between them.

    Links whose premises or target do not exist are left out of everything but
    `all_links`: they are findings of a check, and nothing else needs to know them.
    """

    @cached_property
    def all_links(self) -> tuple[Link, ...]:
        """Every link as recorded, in order of claim and field."""
        return tuple(chain.from_iterable(self.recorded_links.values()))

    @cached_property
    def recorded_links(self) -> Mapping[str, tuple[Link, ...]]:
        """The links in the record of each claim, in order of field."""
        return {claim.id: self.links_recorded_in(claim) for claim in self.claims.values()}

    def links_recorded_in(self, claim: Claim) -> tuple[Link, ...]:
        """The links in a record of a claim, with claims by their present ids."""
        found: list[Link] = []
        for type_, index, step in claim.steps:
            if isinstance(step, ClaimLink):
                target = self.resolve(step.claim)
            else:
                target = self._present_name(step.link)
            premises = (claim.id, *(self.resolve(each) for each in step.premises))
            name = step.id or link_name(claim.id, target)
            field = (type_.field, index)
            found.append(Link(name, type_, premises, target, step, field))
        return tuple(found)

    def _present_name(self, link: str) -> str:
        """The name of a link with claims by their present ids."""
        name = LinkName.parse(link)
        return normalised_link_name(link) if name is None else str(name.renamed(self.resolve))

    @cached_property
    def links(self) -> Mapping[str, Link]:
        """The links that hold together, by id: premises and target exist."""
        kept: dict[str, Link] = {}
        undercuts: dict[str, list[Link]] = {}
        for link in self.all_links:
            if any(premise not in self.claims for premise in link.premises) or link.id in kept:
                continue
            if link.type.at_link:
                undercuts.setdefault(link.target, []).append(link)
            elif link.target in self.claims and link.target not in link.premises:
                kept[link.id] = link
        # Undercuts of undercuts find their target only once that is kept itself.
        waiting = list(kept)
        for target in waiting:
            for link in undercuts.get(target, ()):
                if link.id not in kept:
                    kept[link.id] = link
                    waiting.append(link.id)
        return dict(sorted(kept.items()))

    def take_over_links(self, former: "Linked") -> None:
        """Take the links of records that are the same objects as in a former knowledge base, and
        all that follows from the links where none is another."""
        if self.aliases != former.aliases:
            return
        given, known = vars(self), former.recorded_links
        given["recorded_links"] = {
            claim.id: known[claim.id]
            if former.claims.get(claim.id) is claim
            else self.links_recorded_in(claim)
            for claim in self.claims.values()
        }
        if self.claims.keys() == former.claims.keys() and self.all_links == former.all_links:
            for name in ("links", "_by_target", "_by_premise"):
                given[name] = getattr(former, name)

    @cached_property
    def _by_target(self) -> Mapping[str, tuple[Link, ...]]:
        return grouped((link.target, link) for link in self.links.values())

    @cached_property
    def _by_premise(self) -> Mapping[str, tuple[Link, ...]]:
        return grouped((premise, link) for link in self.links.values() for premise in link.premises)

    def reasons(self, claim: str) -> tuple[Link, ...]:
        """The supports of a claim; a condition is none."""
        return self._that(Polarity.HELPS, claim)

    def conditions(self, claim: str) -> tuple[Link, ...]:
        """The conditions of a claim: it can hold only if their premises do."""
        return self._that(Polarity.CONDITIONS, claim)

    def objections(self, claim: str) -> tuple[Link, ...]:
        """The contradictions of a claim."""
        return self._that(Polarity.HINDERS, claim)

    def bearing_on(self, claim: str) -> tuple[Link, ...]:
        """All links to a claim: reasons, conditions and objections."""
        return self._by_target.get(claim, ())

    def _that(self, polarity: Polarity, claim: str) -> tuple[Link, ...]:
        here = self._by_target.get(claim, ())
        return tuple(each for each in here if each.type.polarity is polarity)

    def undercuts(self, link: str) -> tuple[Link, ...]:
        """The undercuts of a link."""
        return self._by_target.get(link, ())

    def used_in(self, claim: str) -> tuple[Link, ...]:
        """The links in which a claim is a premise."""
        return self._by_premise.get(claim, ())

    def final_target(self, link: Link) -> str:
        """The claim that a link bears on: for an undercut, the target of what it undercuts."""
        seen = set()
        while link.type.at_link and link.id not in seen:
            seen.add(link.id)
            link = self.links[link.target]
        return link.target

    @cached_property
    def graph(self) -> "nx.MultiDiGraph[str]":
        """The argument as a directed multigraph: claims, and an edge from each premise to
        the claim its link finally bears on, with `type` and `link`."""
        # Imported here because most commands do not need it, and it takes long to load.
        import networkx as nx

        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        graph.add_nodes_from(self.claims)
        for link in self.links.values():
            target = self.final_target(link)
            for premise in link.premises:
                graph.add_edge(premise, target, key=link.id, type=link.type.value, link=link.id)
        return graph
