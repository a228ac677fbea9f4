"""Which way a claim is pulled, and by what: the links on one side of it that carry anything."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.base import KnowledgeBase, Link

FELT = 0.005
"""The least force, or difference between forces, that a reader is told of."""
_COUNTS = ((0.35, "little"), (0.65, "half"), (0.95, "most"))
"""Relevances up to which a step counts for as much as the word says."""


def counts_for(link: Link) -> str:
    """In a word how much a step counts for, empty where it counts in full."""
    relevance = link.record.relevance
    return next((word for most, word in _COUNTS if relevance <= most), "")


@dataclass(frozen=True)
class Pull:
    """The links on one side of a claim that have force, the most forceful first.

    `top` is the greatest of their forces, in [0, 1], and `most` how great any of them may be.
    """

    links: tuple[Link, ...]
    top: float
    most: float
    led: bool
    """Whether one of them is stronger than all others, as far as can be seen."""

    def __bool__(self) -> bool:
        return bool(self.links)

    @property
    def form(self) -> str:
        """How they are named: one, two, the same claim several times, or many."""
        if len(self.links) == 1:
            return "one"
        if len(self.names) == 1:
            return "same"
        if len(self.links) == 2:
            return "two"
        return "led" if self.led else "tied"

    @property
    def names(self) -> dict[str, str]:
        """The first two claims among them, each once."""
        claims = dict.fromkeys(link.claim for link in self.links)
        return dict(zip(("first", "second"), claims, strict=False))


def pull_of(kb: KnowledgeBase, links: Iterable[Link], least: float = FELT) -> Pull:
    """The links among these that have at least so much force."""
    forces = kb.assessment.forces
    felt = tuple(each for each in kb.by_force(links) if forces[each.id].upper >= least)
    sizes = [forces[each.id].midpoint for each in felt]
    led = bool(sizes) and all(sizes[0] - other >= FELT for other in sizes[1:])
    most = max((forces[each.id].upper for each in felt), default=0.0)
    return Pull(felt, sizes[0] if sizes else 0.0, most, led)
