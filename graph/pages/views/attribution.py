"""Who says what: claims by speaker."""

from dataclasses import dataclass

from graph.pages.views.reader import ClaimView, Reader
from graph.records.link_types import Polarity


@dataclass(frozen=True)
class Disagreement:
    """A claim that contradicts a claim of somebody else."""

    claim: ClaimView
    target: ClaimView


def said_by(reader: Reader) -> dict[str, list[ClaimView]]:
    """For each speaker, the claims attributed to them."""
    said: dict[str, list[ClaimView]] = {}
    for claim in reader.kb.claims.values():
        if claim.speaker in reader.kb.speakers:
            said.setdefault(claim.speaker or "", []).append(reader.claim(claim.id))
    return said


def disagreements(views: list[ClaimView]) -> list[Disagreement]:
    """Contradictions between these claims and those of other speakers, each once."""
    found: dict[tuple[str, str], Disagreement] = {}
    for view in views:
        pairs = [
            (view, link.target)
            for link in view.used_in
            if link.link.type.polarity is Polarity.HINDERS
        ]
        pairs += [(link.claim, view) for link in view.objections]
        for claim, target in pairs:
            if claim.record.speaker != target.record.speaker:
                found[claim.id, target.id] = Disagreement(claim, target)
    return list(found.values())
