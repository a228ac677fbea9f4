"""The knowledge base: records by id, and the links between them both ways."""

import posixpath
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from graph.base.grounds import Ground, grounds_of
from graph.base.link import Link
from graph.records import (
    Claim,
    ClaimLink,
    Debate,
    Kind,
    Passage,
    Scheme,
    Source,
    Speaker,
)
from graph.records.debate import LANGUAGES
from graph.records.link_name import LinkName, link_name, normalised_link_name
from graph.records.link_types import Polarity
from graph.semantics import Assessment, Change, Framework, FrameworkLink, LinkKind, assess
from graph.semantics.band import Band
from graph.semantics.cruxes import Turning
from graph.semantics.rejection import Shift, changes_of, shift_at
from graph.semantics.reweighing import Reweighing, TooMuchWorkError
from graph.store import Tree, read_tree, schemes

if TYPE_CHECKING:
    import networkx as nx

V = TypeVar("V")

_WORK, _LEAST_WORK = 1_000_000, 300
"""Values computed at most where each claim is rejected in turn, so many for all claims together
but so many for one."""
_CHANGES, _TURNING = 300, 60
"""Claims of which it is remembered what their rejection changes, and what they turn on: of a large
argument, all of them together would take more memory than there is."""

_KINDS = {
    Polarity.HELPS: LinkKind.SUPPORT,
    Polarity.HINDERS: LinkKind.CONTRADICTION,
    Polarity.UNDERCUTS: LinkKind.UNDERCUT,
    Polarity.CONDITIONS: LinkKind.CONDITION,
}


class Citation(NamedTuple):
    """A claim's passage in a source; `position` counts the claim's passages from 0."""

    claim: str
    position: int
    passage: Passage


class KnowledgeBase:
    """All records of one tree, and what follows from them.

    Links whose premises or target do not exist are left out of everything but
    `all_links`: they are findings of a check, and nothing else needs to know them.
    Where an id is used twice the first file in path order wins.
    """

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.claims: dict[str, Claim] = {}
        self.debates: dict[str, Debate] = {}
        self.sources: dict[str, Source] = {}
        self.speakers: dict[str, Speaker] = {}
        self.paths: dict[tuple[str, str], str] = {}
        self.bodies: dict[tuple[str, str], str] = {}
        self.folders: dict[str, str] = {}
        for file in tree.files:
            record = file.record
            if file.kind == "annotation":
                self.bodies.setdefault((file.id, file.language), file.body)
            if record is None or (file.kind, file.id) in self.paths:
                continue
            self.paths[file.kind, file.id] = file.path
            if isinstance(record, Claim):
                self.claims[file.id] = record
                self.folders[file.id] = file.debate
                if file.body.strip():
                    self.bodies.setdefault((file.id, "en"), file.body)
            elif isinstance(record, Debate):
                self.debates[file.id] = record
            elif isinstance(record, Source):
                self.sources[file.id] = record
            elif isinstance(record, Speaker):
                self.speakers[file.id] = record
        self.claims = dict(sorted(self.claims.items()))
        self._changes: dict[str, Mapping[str, Change] | None] = {}
        self._turning: dict[str, Turning] = {}
        self.aliases = {
            alias: claim.id for claim in self.claims.values() for alias in claim.aliases
        }

    @classmethod
    def load(cls, root: Path) -> "KnowledgeBase":
        """Read the knowledge base below a root folder.

        Raises:
            NoRecordsError: there is no `claims` folder below the root.
        """
        return cls(read_tree(root))

    @property
    def addressable(self) -> "KnowledgeBase":
        """What can have pages: all but the records whose ids are not well-formed, which are
        findings of a check."""
        tree = self.tree.addressable
        return self if tree is self.tree else KnowledgeBase(tree)

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages in which every text is expected: those of the debates together."""
        named = (code for debate in self.debates.values() for code in debate.languages)
        return tuple(dict.fromkeys(named)) or LANGUAGES

    @property
    def schemes(self) -> Mapping[str, Scheme]:
        """The catalogue of argumentation schemes."""
        return schemes()

    @cached_property
    def known_ids(self) -> frozenset[str]:
        """Every claim id that a file claims, also where its record could not be read."""
        return frozenset(file.id for file in self.tree.of_kind("claim"))

    def resolve(self, claim: str) -> str:
        """The present id of a claim that may be named by an older one."""
        return self.aliases.get(claim, claim) if claim not in self.claims else claim

    @cached_property
    def all_links(self) -> tuple[Link, ...]:
        """Every link as recorded, in order of claim and field."""
        found: list[Link] = []
        for claim in self.claims.values():
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

    @cached_property
    def _by_target(self) -> Mapping[str, tuple[Link, ...]]:
        return _grouped((link.target, link) for link in self.links.values())

    @cached_property
    def _by_premise(self) -> Mapping[str, tuple[Link, ...]]:
        return _grouped(
            (premise, link) for link in self.links.values() for premise in link.premises
        )

    def reasons(self, claim: str) -> tuple[Link, ...]:
        """The supports of a claim; a condition is none."""
        return self._that(Polarity.HELPS, claim)

    def conditions(self, claim: str) -> tuple[Link, ...]:
        """The conditions of a claim: it can hold only if their premises do."""
        return self._that(Polarity.CONDITIONS, claim)

    def objections(self, claim: str) -> tuple[Link, ...]:
        """The contradictions of a claim."""
        return self._that(Polarity.HINDERS, claim)

    def _that(self, polarity: Polarity, claim: str) -> tuple[Link, ...]:
        here = self._by_target.get(claim, ())
        return tuple(each for each in here if each.type.polarity is polarity)

    def undercuts(self, link: str) -> tuple[Link, ...]:
        """The undercuts of a link."""
        return self._by_target.get(link, ())

    def used_in(self, claim: str) -> tuple[Link, ...]:
        """The links in which a claim is a premise."""
        return self._by_premise.get(claim, ())

    def by_force(self, links: Iterable[Link]) -> tuple[Link, ...]:
        """Links, the most forceful first."""
        forces = self.assessment.forces
        # Rounded, so that rounding errors do not decide between equal forces.
        return tuple(sorted(links, key=lambda link: (-round(forces[link.id].midpoint, 9), link.id)))

    def final_target(self, link: Link) -> str:
        """The claim that a link bears on: for an undercut, the target of what it undercuts."""
        seen = set()
        while link.type.at_link and link.id not in seen:
            seen.add(link.id)
            link = self.links[link.target]
        return link.target

    @cached_property
    def cited(self) -> Mapping[str, tuple[Citation, ...]]:
        """For each source, the passages that claims are read from, in order of claim."""
        return _grouped(
            (passage.source, Citation(claim.id, position, passage))
            for claim in self.claims.values()
            for position, passage in enumerate(claim.passages)
        )

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """The texts of the sources that may be published and are there."""
        found: dict[str, str] = {}
        for source in self.sources.values():
            file = self.tree.by_path.get(self.text_path(source))
            if file is None or file.path in self.tree.broken_paths:
                continue
            if source.licence is not None and file.kind == "text":
                found[source.id] = file.body
        return found

    def text_path(self, source: Source) -> str:
        """Where the text of a source should stand, below the root; empty for none.

        Begins with `..` where it leads out of the root.
        """
        if source.text is None:
            return ""
        record = self.paths["source", source.id]
        return posixpath.normpath(posixpath.join(posixpath.dirname(record), source.text))

    @cached_property
    def specified_by(self) -> Mapping[str, tuple[str, ...]]:
        """For each claim, the claims that are a part or an instance of it."""
        return self._inverse("specifies")

    @cached_property
    def raised_by(self) -> Mapping[str, tuple[str, ...]]:
        """For each question, the claims that raise it."""
        return self._inverse("raises")

    @cached_property
    def answered_by(self) -> Mapping[str, tuple[str, ...]]:
        """For each question, the claims that answer it."""
        return self._inverse("answers")

    def _inverse(self, field: str) -> Mapping[str, tuple[str, ...]]:
        return _grouped(
            (self.resolve(target), claim.id)
            for claim in self.claims.values()
            for target in getattr(claim, field)
        )

    @cached_property
    def theses(self) -> tuple[str, ...]:
        """The theses of all debates that exist as claims."""
        return tuple(
            dict.fromkeys(
                resolved
                for debate in self.debates.values()
                for thesis in debate.theses
                if (resolved := self.resolve(thesis)) in self.claims
            )
        )

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

    @cached_property
    def grounds(self) -> Mapping[str, Ground]:
        """What every claim has of itself."""
        analysed = {folder: frozenset(debate.sources) for folder, debate in self.debates.items()}
        everything = frozenset(chain.from_iterable(analysed.values()))
        return grounds_of(
            self.claims,
            self.sources,
            self.links.values(),
            {claim: analysed.get(self.folders[claim], everything) for claim in self.claims},
            self.tree.grades,
        )

    @cached_property
    def framework(self) -> Framework:
        """The argument as the semantics see it. Questions are asked, not weighed, and take no
        links."""
        return Framework(
            grounds={claim: ground.value for claim, ground in self.grounds.items()},
            links=tuple(
                FrameworkLink(
                    link.id,
                    link.premises,
                    link.target,
                    _KINDS[link.type.polarity],
                    link.record.relevance,
                )
                for link in self.links.values()
            ),
        )

    @cached_property
    def assessment(self) -> Assessment:
        """Balances, standings and labels of everything."""
        return assess(
            self.framework, {claim: ground.kind for claim, ground in self.grounds.items()}
        )

    @cached_property
    def reweighing(self) -> Reweighing:
        """The argument, to be weighed again as far as a question needs it."""
        return Reweighing(self.assessment)

    def changes(self, claim: str) -> Mapping[str, Change] | None:
        """What rejecting a claim changes elsewhere, by claim, the largest change first.

        None where that is too much to be worked out for every claim. Raises KeyError for an
        unknown claim.
        """
        if claim not in self._changes:
            after = self._without(claim, None)
            found: Mapping[str, Change] | None = None
            if after is not None:
                changes = changes_of(self.assessment, after)
                found = {each.id: each for each in changes if each.id != claim}
            _remember(self._changes, claim, found, _CHANGES)
        return self._changes[claim]

    def without(self, rejected: str, claim: str) -> Shift | None:
        """What rejecting one claim does to another, if only that it stays as it is.

        None where that is too much to be worked out. Raises KeyError for an unknown claim.
        """
        goal = self.framework.incidence.claim_numbers[claim]
        after = self._without(rejected, goal)
        return None if after is None else shift_at(self.assessment, goal, after)

    def _without(self, rejected: str, goal: int | None) -> Mapping[int, Band] | None:
        fixed = {self.framework.incidence.claim_numbers[rejected]: Band(-1.0, -1.0)}
        try:
            return self.reweighing.after(fixed, goal, most=self.share)
        except TooMuchWorkError:
            return None

    @property
    def share(self) -> int:
        """The values that may be computed for one claim where something is asked about each, so
        that the work grows with the number of claims and not with its square."""
        return max(_WORK // (len(self.claims) or 1), _LEAST_WORK)

    def effect(self, claim: str, thesis: str) -> float | None:
        """What a claim does to the balance of a thesis: its middle with the claim accepted less
        that with it rejected, in [-2, 2]. Above 0 the claim is on the side of the thesis.

        None where that is too much to be worked out. Raises KeyError for an unknown claim.
        """
        node, turning = self.framework.incidence.claim_numbers[claim], self.turning(thesis)
        if claim == thesis:
            return 2.0
        if node not in turning.upstream:
            return 0.0
        crux = turning.crux(node)
        return None if crux is None else crux.effect

    def turning(self, thesis: str) -> Turning:
        """What each claim does to a thesis, worked out when first asked for.

        Raises KeyError for an unknown claim.
        """
        if thesis not in self._turning:
            found = Turning(self.reweighing, thesis, most=self.share)
            _remember(self._turning, thesis, found, _TURNING)
        return self._turning[thesis]

    def is_question(self, claim: str) -> bool:
        """Whether the claim is an open question."""
        return self.claims[claim].kind is Kind.QUESTION


def _remember(found: dict[str, V], key: str, value: V, most: int) -> None:
    """Keep a value, and forget the oldest one where there are so many."""
    if len(found) >= most:
        del found[next(iter(found))]
    found[key] = value


def _grouped(pairs: Iterable[tuple[str, V]]) -> dict[str, tuple[V, ...]]:
    groups: dict[str, list[V]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}
