"""Why a claim stands where it stands, and what would change that.

An explanation is data: which sentences, about which claims and numbers. It is read off the
weighing itself, so nothing is said that the numbers do not say.
"""

from collections.abc import Iterable

from graph.base import KnowledgeBase
from graph.records import Claim
from graph.words.language import Language
from graph.words.sentence import Piece, Sentence, told_plainly

OPEN = 0.005
"""The least width of a band that a reader is told of."""


def explained(kb: KnowledgeBase, claim: str) -> tuple[Sentence, ...]:
    """The sentences that explain the standing of a claim, the cause of it first.

    Raises KeyError for an unknown claim.
    """
    if kb.is_question(claim):
        return (_answers(kb, claim),)
    return ()


def explained_plainly(kb: KnowledgeBase, claim: str, language: Language) -> tuple[str, ...]:
    """The same sentences in the words of a language, as plain text."""
    return tuple(
        told_plainly(each, language, lambda other: named(kb.claims[other], language.code))
        for each in explained(kb, claim)
    )


def named(claim: Claim, language: str) -> Piece:
    """How a sentence in this language names a claim: by its label, or the first of its words."""
    own = (claim.label or claim.claim).wording(language).language
    return Piece(claim.label_in(language).removesuffix("."), lang="" if own == language else own)


def _answers(kb: KnowledgeBase, claim: str) -> Sentence:
    strengths = kb.assessment.strengths
    answers = sorted(
        dict.fromkeys(each for each in kb.answered_by.get(claim, ()) if each in kb.claims),
        key=lambda each: (-round(strengths[each].midpoint, 9), each),
    )
    form = {0: "none", 1: "one", 2: "two"}.get(len(answers), "more")
    return Sentence(f"explain.question.{form}", _names(answers), count=len(answers))


def _names(claims: Iterable[str]) -> dict[str, str]:
    return dict(zip(("first", "second"), claims, strict=False))
