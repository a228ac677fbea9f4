"""What rests on a source: what would change elsewhere without the claims read from it."""

from dataclasses import dataclass

from graph.base import KnowledgeBase
from graph.semantics import Change


@dataclass(frozen=True)
class SourceRejection:
    """What changes elsewhere when no claim of a source is accepted.

    `theses` is what happens to theses that are read elsewhere. Of other claims, `turned` are
    changes of standing and `shifted` those that leave a standing as it is. The largest change
    comes first.
    """

    turned: tuple[Change, ...]
    shifted: tuple[Change, ...]
    theses: tuple[Change, ...]


def source_rejection(kb: KnowledgeBase, source: str) -> SourceRejection:
    """What rejecting every claim that is read from a source changes elsewhere."""
    claims = {
        citation.claim
        for citation in kb.cited.get(source, ())
        if not kb.is_question(citation.claim)
    }
    changes = [change for change in kb.rejection(claims) if change.id not in claims]
    theses = tuple(each for each in changes if each.id in kb.theses)
    others = [each for each in changes if each.id not in kb.theses]
    turned = tuple(each for each in others if each.turns)
    shifted = tuple(each for each in others if not each.turns)
    return SourceRejection(turned, shifted, theses)
