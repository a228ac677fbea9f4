"""The sources from which most claims are read."""

from collections import Counter
from typing import NamedTuple

from graph.argument.kept import kept
from graph.base import KnowledgeBase


class Cited(NamedTuple):
    """A source, the claims that are read from it, and how many other sources copy or report it."""

    source: str
    claims: frozenset[str]
    copies: int


@kept
def cited_most(kb: KnowledgeBase) -> tuple[Cited, ...]:
    """All sources, those from which most claims are read first and of equals by title."""
    copies = Counter(each.original for each in kb.sources.values())
    found = (
        Cited(each, frozenset(cited.claim for cited in kb.cited.get(each, ())), copies[each])
        for each in kb.sources
    )
    return tuple(
        sorted(
            found,
            key=lambda each: (-len(each.claims), kb.sources[each.source].title.casefold()),
        )
    )
