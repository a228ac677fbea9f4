"""Frameworks: claims with their grounds, and the links between them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from graph.semantics.incidence import Incidence, incidence_of
from graph.semantics.link import FrameworkLink, LinkKind

if TYPE_CHECKING:
    from graph.semantics.columns import Columns

LARGE = 50_000
"""The links from which on a framework is weighed in columns."""


@dataclass(frozen=True)
class Framework:
    """A quantitative bipolar argumentation framework, with linked premises, undercuts, conditions.

    `grounds` gives each claim what it has of itself, in [0, 1]. The order of claims and of links
    carries no meaning: whatever is computed from a framework is exactly the same in any order.

    Without undercuts and conditions, and with one premise to a link, this is the QBAF of Baroni,
    Rago & Toni (2019), "From fine-grained properties to broad principles for gradual
    argumentation"; what is called a ground here is a base score there.

    Raises ValueError for a ground out of range, for two links with one id, and for a premise
    or target that does not exist.
    """

    grounds: Mapping[str, float]
    links: tuple[FrameworkLink, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "grounds", dict(self.grounds))
        object.__setattr__(self, "links", tuple(self.links))
        for claim, ground in self.grounds.items():
            if not 0.0 <= ground <= 1.0:
                raise ValueError(f"claim {claim!r} has ground {ground}, outside [0, 1]")
        if self.is_large and self._has_columns():
            return
        ids = {link.id for link in self.links}
        if len(ids) < len(self.links):
            counts = Counter(link.id for link in self.links)
            twice = min(link for link, count in counts.items() if count > 1)
            raise ValueError(f"more than one link has the id {twice!r}")
        named = set(chain.from_iterable([link.premises for link in self.links]))
        undercut: set[str] = set()
        for link in self.links:
            (undercut if link.kind is LinkKind.UNDERCUT else named).add(link.target)
        if named <= self.grounds.keys() and undercut <= ids:
            return
        for link in self.links:
            for premise in link.premises:
                if premise not in self.grounds:
                    raise ValueError(f"link {link.id!r} has an unknown premise {premise!r}")
            at_link = link.kind is LinkKind.UNDERCUT
            if link.target not in (ids if at_link else self.grounds):
                what = "link" if at_link else "claim"
                raise ValueError(f"link {link.id!r} targets an unknown {what} {link.target!r}")

    @property
    def is_large(self) -> bool:
        """Whether it is weighed in columns: that has to pay for loading numpy."""
        return len(self.links) >= LARGE

    @cached_property
    def columns(self) -> "Columns":
        """The framework in columns, with numpy.

        Raises KeyError where a premise or target does not exist, or a link is there twice.
        """
        from graph.semantics.columns import columns_of

        return columns_of(self.grounds, self.links)

    def _has_columns(self) -> bool:
        # In making columns everything named is looked up, and so need not be before.
        try:
            return bool(self.columns.claims)
        except KeyError:
            return False

    @classmethod
    def from_edges(
        cls,
        base_scores: Mapping[str, float],
        supports: Iterable[tuple[str, str]] = (),
        attacks: Iterable[tuple[str, str]] = (),
    ) -> "Framework":
        """A plain QBAF from two relations, each a set of (source, target) pairs of claims.

        The links are called "source supports target" and "source contradicts target". Raises
        ValueError for a claim without a base score, as the constructor does.
        """
        relations = (
            (supports, LinkKind.SUPPORT, "supports"),
            (attacks, LinkKind.CONTRADICTION, "contradicts"),
        )
        links = [
            FrameworkLink(f"{source} {verb} {target}", (source,), target, kind)
            for edges, kind, verb in relations
            for source, target in sorted({(source, target) for source, target in edges})
        ]
        return cls(base_scores, tuple(links))

    def like(self, other: "Framework") -> None:
        """Take the graph of another framework where that has the same claims and links, whatever
        the grounds."""
        if self.grounds.keys() == other.grounds.keys() and self.links == other.links:
            graph = other.incidence
            grounds = [float(self.grounds[claim]) for claim in graph.claims]
            vars(self)["incidence"] = graph.with_grounds(grounds)

    @cached_property
    def incidence(self) -> Incidence:
        """The framework as a numbered graph, built on first use and kept."""
        return incidence_of(self.grounds, self.links)
