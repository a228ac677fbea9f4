"""Who says what, and who disagrees with whom."""

from collections.abc import Iterable, Mapping

from graph.argument.kept import kept
from graph.base import KnowledgeBase
from graph.records.link_types import LinkType


@kept
def said_by(kb: KnowledgeBase) -> Mapping[str, tuple[str, ...]]:
    """For each speaker on record, the claims attributed to them, in order of id."""
    said: dict[str, list[str]] = {}
    for claim in kb.claims.values():
        if claim.speaker in kb.speakers:
            said.setdefault(claim.speaker or "", []).append(claim.id)
    return {speaker: tuple(claims) for speaker, claims in said.items()}


def disagreements(kb: KnowledgeBase, claims: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Contradictions between these claims and those of other speakers, each once.

    Each is the contradicting claim and its target.
    """
    found: dict[tuple[str, str], None] = {}
    for claim in claims:
        pairs = [
            (claim, link.target)
            for link in kb.used_in(claim)
            if link.type is LinkType.CONTRADICTION
        ]
        pairs += [(link.claim, claim) for link in kb.by_force(kb.objections(claim))]
        found.update(
            dict.fromkeys(
                (one, other)
                for one, other in pairs
                if kb.claims[one].speaker != kb.claims[other].speaker
            )
        )
    return tuple(found)
