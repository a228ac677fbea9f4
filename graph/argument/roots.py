"""How many independent sources stand behind a claim and behind what speaks against it, and which
sources go back to one."""

from collections import deque
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from graph.argument.kept import around_claim, kept
from graph.base import KnowledgeBase
from graph.base.collected import grouped
from graph.records.roots import root_of
from graph.semantics.incidence import strongly_connected_components


def roots_for(kb: KnowledgeBase, claim: str) -> frozenset[str]:
    """The roots of the sources that document a claim, or anything that reasons lead up from.

    Three reports of one study are one root. Raises KeyError for an unknown claim.
    """
    return _behind(kb)[claim]


def roots_against(kb: KnowledgeBase, claim: str) -> frozenset[str]:
    """The roots of the sources behind the objections to a claim."""
    behind = _behind(kb)
    premises = {premise for link in kb.objections(claim) for premise in link.premises}
    return frozenset().union(*(behind[each] for each in premises))


class Descendant(NamedTuple):
    """A source that copies or reports another, by way of what it names as its original."""

    source: str
    by: str


def descendants(kb: KnowledgeBase, source: str) -> Iterator[Descendant]:
    """The sources that go back to one, those that name it themselves first."""
    met, queue = {source}, deque([source])
    while queue:
        original = queue.popleft()
        for each in _named_by(kb).get(original, ()):
            if each not in met:
                met.add(each)
                queue.append(each)
                yield Descendant(each, original)


@kept
def _named_by(kb: KnowledgeBase) -> Mapping[str, tuple[str, ...]]:
    """For each original, the sources that name it."""
    return grouped((each.original, each.id) for each in kb.sources.values() if each.original)


@kept
def source_roots(kb: KnowledgeBase) -> frozenset[str]:
    """What all sources go back to; one that names no original is its own root."""
    return frozenset(root_of(kb.sources, each) for each in kb.sources)


@around_claim
@kept
def _behind(kb: KnowledgeBase) -> Mapping[str, frozenset[str]]:
    """The roots behind every claim, in one pass: those of its own, and those behind its reasons.

    Claims that lead up from each other have the same, and so have, as one set in memory, a claim
    and a reason that adds all there is.
    """
    claims = list(kb.claims)
    numbers = {claim: number for number, claim in enumerate(claims)}
    reasons = [
        [numbers[premise] for link in kb.reasons(claim) for premise in link.premises]
        for claim in claims
    ]
    found: dict[str, frozenset[str]] = {}
    for component in strongly_connected_components(reasons):
        reached = {each for node in component for each in reasons[node]}.difference(component)
        below = {found[claims[each]] for each in reached}
        own = frozenset(root for node in component for root in kb.grounds[claims[node]].roots)
        largest = max(below, key=len, default=own)
        everything = own.union(*below)
        behind = largest if len(largest) == len(everything) else everything
        found.update((claims[node], behind) for node in component)
    return found
