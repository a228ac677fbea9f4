"""Claims found by their words."""

from dataclasses import dataclass

from rich.console import Group, RenderableType
from rich.text import Text
from typing_extensions import TypedDict

from graph.answers.printed import claim_line, standing_word
from graph.argument.likeness import alike, matching
from graph.base import KnowledgeBase
from graph.semantics import Standing


class FoundClaim(TypedDict):
    """A claim that was found; a question has no standing."""

    id: str
    claim: dict[str, str]
    """Its sentence per language."""
    standing: Standing | None


class FindAnswer(TypedDict):
    """Claims, the most fitting first."""

    claims: list[FoundClaim]
    near: bool
    """Whether they only resemble what was asked for."""


@dataclass(frozen=True)
class Found:
    """Claims by id, the most fitting first; `near` where they only resemble what was asked."""

    claims: tuple[str, ...]
    near: bool


def found_claims(kb: KnowledgeBase, words: str, limit: int) -> Found:
    """The claims in which all words occur or, where there are none, those nearest to them."""
    claims = matching(kb, words, limit)
    if claims:
        return Found(claims, False)
    languages = {language for claim in kb.claims.values() for language in claim.claim.root}
    near = alike(kb, dict.fromkeys(sorted(languages), words), limit=min(limit, 3))
    return Found(tuple(each.claim for each in near), True)


def find_answer(kb: KnowledgeBase, found: Found) -> FindAnswer:
    """The claims as data, with their sentences and standings."""
    return {
        "claims": [
            {
                "id": claim,
                "claim": dict(kb.claims[claim].claim.root),
                "standing": None if kb.is_question(claim) else kb.assessment.standings[claim],
            }
            for claim in found.claims
        ],
        "near": found.near,
    }


def find_text(kb: KnowledgeBase, found: Found) -> RenderableType:
    """The claims in words."""
    if not found.claims:
        return Text("No claim has these words, and none comes near.")
    lines: list[RenderableType] = []
    if found.near:
        lines.append(Text("No claim has these words; nearest are:"))
    for claim in found.claims:
        standing: str | Text = "open question"
        if not kb.is_question(claim):
            standing = standing_word(kb.assessment.standings[claim])
        lines.append(Text.assemble(claim_line(kb, claim), " · ", standing))
    return Group(*lines)
