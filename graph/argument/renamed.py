"""Claims whose files were renamed by hand: known by the words that links to them were made for."""

from collections.abc import Mapping
from types import MappingProxyType

from graph.argument.kept import kept
from graph.base import KnowledgeBase
from graph.passages import wording_mark


@kept
def renamed_by_hand(kb: KnowledgeBase) -> Mapping[str, str]:
    """For each id that leads nowhere, the claim that has the very words for which the links to
    that id were made; none where several claims have them, or the links were made for others."""
    meant: dict[str, set[str]] = {}
    for link in kb.all_links:
        if not link.type.at_link and link.record.wording and link.target not in kb.known_ids:
            meant.setdefault(link.target, set()).add(link.record.wording)
    if not meant:
        return MappingProxyType({})
    by_mark: dict[str, list[str]] = {}
    for claim in kb.claims.values():
        by_mark.setdefault(wording_mark(claim.claim.original.text), []).append(claim.id)
    found: dict[str, str] = {}
    for missing, marks in meant.items():
        claims = {claim for mark in marks for claim in by_mark.get(mark, ())}
        if len(claims) == 1:
            found[missing] = claims.pop()
    return MappingProxyType(found)
