"""Who says what: claims by speaker."""

from dataclasses import dataclass

from graph.argument import attribution
from graph.pages.views.reader import ClaimView, Reader


@dataclass(frozen=True)
class Disagreement:
    """A claim that contradicts a claim of somebody else."""

    claim: ClaimView
    target: ClaimView


def said_by(reader: Reader) -> dict[str, list[ClaimView]]:
    """For each speaker, the claims attributed to them."""
    return {
        speaker: [reader.claim(claim) for claim in claims]
        for speaker, claims in attribution.said_by(reader.kb).items()
    }


def disagreements(views: list[ClaimView]) -> list[Disagreement]:
    """Contradictions between these claims and those of other speakers, each once."""
    if not views:
        return []
    reader = views[0].reader
    found = attribution.disagreements(reader.kb, [view.id for view in views])
    return [Disagreement(reader.claim(claim), reader.claim(target)) for claim, target in found]
