"""Who says what, how sure, who agrees, and who disagrees with whom."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from graph.argument.kept import kept
from graph.base import KnowledgeBase
from graph.records import Certainty, Claim, Kind, Source, Stance
from graph.records.link_types import LinkType


class OwnStance(NamedTuple):
    """Whose stance to a claim it is, by name, and which."""

    by: str
    stance: Stance


def own_stance(kb: KnowledgeBase, claim: str) -> OwnStance | None:
    """How whoever wrote the text under analysis stands to a claim that is read in it.

    None for what is read elsewhere, for a question, for a premise that nobody states, and where
    the author speaks and agrees, which goes without saying.
    """
    record = kb.claims[claim]
    if record.implicit or record.kind is Kind.QUESTION:
        return None
    debate = kb.debates.get(kb.folders[claim])
    cited = {passage.source for passage in record.passages}
    for name in debate.sources if debate is not None else ():
        if name in cited and name in kb.sources:
            source = kb.sources[name]
            if _speaks(kb, record, source) and record.stance is Stance.ENDORSES:
                return None
            return OwnStance(source.by, record.stance)
    return None


def _speaks(kb: KnowledgeBase, record: Claim, source: Source) -> bool:
    """Whether the author of a source is the speaker of the claim, or nobody else is."""
    speaker = kb.speakers.get(record.speaker or "")
    if speaker is None:
        return True
    names = set(speaker.name.root.values())
    return any(author.full in names for author in source.author)


def own_certainty(kb: KnowledgeBase, claim: str) -> Certainty | None:
    """How sure a claim is worded; None for what nobody words, and for a question."""
    record = kb.claims[claim]
    return None if record.implicit or record.kind is Kind.QUESTION else record.certainty


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
            # A premise beside another claim contradicts nothing: who argues with it does.
            if link.type is LinkType.CONTRADICTION and link.claim == claim
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
