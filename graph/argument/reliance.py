"""What rests on a source: what would change elsewhere without the claims read from it."""

from dataclasses import dataclass

from graph.base import KnowledgeBase
from graph.semantics import Change


@dataclass(frozen=True)
class SourceRejection:
    """What changes elsewhere when no claim of a source is accepted.

    `turned` are changes of standing, `shifted` those that leave a standing as it is, and `theses`
    what happens to theses that are read elsewhere, largest change first.
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
    turned = tuple(each for each in changes if each.standing[0] is not each.standing[1])
    shifted = tuple(each for each in changes if each.standing[0] is each.standing[1])
    theses = tuple(each for each in changes if each.id in kb.theses)
    return SourceRejection(turned, shifted, theses)
