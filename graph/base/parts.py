"""The parts of an argument that hang together by links: nothing in one bears on another."""

from collections.abc import Mapping
from functools import cached_property

from graph.base.fingerprint import combined, fingerprint
from graph.base.joined import Joined
from graph.base.knowledge_base import KnowledgeBase


class Parts:
    """The parts of a knowledge base, and for each a fingerprint of all that is weighed in it."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self._kb = kb

    def of(self, claim: str) -> str:
        """The name of the part that a claim is in: one of its claims."""
        return self._names.get(claim, claim)

    def fingerprint(self, claim: str) -> bytes:
        """That of the part that a claim is in; another where any ground, link or relevance in it is
        another."""
        return self._fingerprints.get(self.of(claim), b"")

    @cached_property
    def _names(self) -> Mapping[str, str]:
        joined = Joined()
        for link in self._kb.links.values():
            joined.join((*link.premises, self._kb.final_target(link)))
        return {claim: joined.top(claim) for claim in self._kb.claims}

    @cached_property
    def _fingerprints(self) -> Mapping[str, bytes]:
        found: dict[str, list[bytes]] = {}
        for claim, ground in self._kb.grounds.items():
            row = (claim, ground.value, ground.kind, self._kb.is_question(claim))
            found.setdefault(self.of(claim), []).append(fingerprint(row))
        for link in self._kb.framework.links:
            found[self.of(link.premises[0])].append(fingerprint(link))
        return {part: combined(rows) for part, rows in found.items()}
