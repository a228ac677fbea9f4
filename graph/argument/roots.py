"""How many independent sources stand behind a claim and behind what speaks against it."""

from graph.base import KnowledgeBase


def roots_for(kb: KnowledgeBase, claim: str) -> frozenset[str]:
    """The roots of the sources that document a claim, or anything that reasons lead up from.

    Three reports of one study are one root. Raises KeyError for an unknown claim.
    """
    return _behind(kb, [claim])


def roots_against(kb: KnowledgeBase, claim: str) -> frozenset[str]:
    """The roots of the sources behind the objections to a claim."""
    return _behind(kb, [premise for link in kb.objections(claim) for premise in link.premises])


def _behind(kb: KnowledgeBase, claims: list[str]) -> frozenset[str]:
    waiting, seen, roots = list(claims), set(claims), set[str]()
    while waiting:
        claim = waiting.pop()
        roots.update(kb.grounds[claim].roots)
        new = {premise for link in kb.reasons(claim) for premise in link.premises} - seen
        seen |= new
        waiting.extend(new)
    return frozenset(roots)
