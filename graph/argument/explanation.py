"""Why a claim stands where it stands: what carries it, what is against it, and what has failed.

An explanation is data: which sentences, about which claims. It is read off the weighing itself,
so nothing is said that the weighing does not say.
"""

from collections.abc import Iterator

from graph.argument.failing import failed, failing_condition, held_back
from graph.argument.grounding import grounded
from graph.argument.pull import FELT
from graph.argument.scales import Scales
from graph.argument.undecided import undecided
from graph.base import KnowledgeBase
from graph.records import Claim
from graph.semantics import Standing
from graph.text.one_line import without_stop
from graph.words.language import Language
from graph.words.sentence import Piece, Sentence, told_plainly


def explained(kb: KnowledgeBase, claim: str) -> tuple[Sentence, ...]:
    """The sentences that explain the standing of a claim, the cause of it first.

    Raises KeyError for an unknown claim.
    """
    if kb.is_question(claim):
        return (_answers(kb, claim),)
    return (*_why(Scales(kb, claim)), *_close(kb, claim))


def ground_apart(kb: KnowledgeBase, claim: str) -> Sentence | None:
    """What a claim has of itself, where its explanation does not say so already.

    None for a question, which has nothing to be weighed.
    """
    ground = grounded(kb, claim)
    return None if kb.is_question(claim) or ground in explained(kb, claim) else ground


def explained_plainly(kb: KnowledgeBase, claim: str, language: Language) -> tuple[str, ...]:
    """The same sentences in the words of a language, as plain text."""
    return tuple(plainly(kb, each, language) for each in explained(kb, claim))


def plainly(kb: KnowledgeBase, sentence: Sentence, language: Language) -> str:
    """A sentence about claims of a knowledge base, as plain text."""
    return told_plainly(sentence, language, lambda other: named(kb.claims[other], language.code))


def named(claim: Claim, language: str) -> Piece:
    """How a sentence in this language names a claim: by its label, or the first of its words."""
    own = (claim.label or claim.claim).wording(language).language
    return Piece(without_stop(claim.label_in(language)), lang="" if own == language else own)


def _answers(kb: KnowledgeBase, claim: str) -> Sentence:
    balances = kb.assessment.balances
    answers = sorted(
        dict.fromkeys(each for each in kb.answered_by.get(claim, ()) if each in kb.claims),
        key=lambda each: (-round(balances[each].midpoint, 9), each),
    )
    count = len(answers)
    if count > 2:
        first, second = (balances[each].midpoint for each in answers[:2])
        if first - second >= FELT:
            return Sentence("explain.question.led", {"first": answers[0]}, count=count)
        return Sentence("explain.question.many", count=count)
    names = dict(zip(("first", "second"), answers, strict=False))
    return Sentence(f"explain.question.{('none', 'one', 'two')[count]}", names)


def _why(scales: Scales) -> Iterator[Sentence]:
    """What decides the standing, what is against it, and what has failed."""
    condition = failing_condition(scales.kb, scales.claim)
    against = scales.against(beside=condition is not None)
    open_ = undecided(scales.kb, scales.claim) if scales.open else None
    if open_ is not None and open_.claims.get("other") == scales.sole_objection:
        # That sentence says itself what is against it.
        against = None
    hindered = tuple(each for each in (condition, against) if each is not None)
    if scales.standing is Standing.BARE:
        yield from _bare(scales)
        yield from hindered
        return
    if scales.standing is Standing.OPPOSED:
        yield from hindered
        if scales.reasons:
            yield scales.told("still", scales.reasons)
    else:
        if scales.carried.upper >= FELT:
            yield scales.speaking_for()
        yield from hindered
    if open_ is not None:
        yield open_
        return
    rest = failed(scales.kb, scales.claim, scales.reasons)
    if not rest:
        found = held_back(scales.kb, scales.reasons)
        if found is None and not hindered:
            found = scales.unopposed()
        rest = () if found is None else (found,)
    yield from rest
    if scales.band.width >= FELT:
        yield Sentence("explain.open.shade")
    elif not rest and (turning := scales.turning()) is not None:
        yield turning


def _bare(scales: Scales) -> Iterator[Sentence]:
    """Why nothing carries a claim."""
    if scales.reasons:
        yield scales.weak()
        held = held_back(scales.kb, scales.reasons)
        if held is not None:
            yield held
        return
    rest = failed(scales.kb, scales.claim, scales.reasons)
    yield from rest
    if scales.carried.upper >= FELT:
        yield Sentence("explain.bare.hardly")
    else:
        yield Sentence(f"explain.bare.{'so' if rest else 'none'}")


def _close(kb: KnowledgeBase, claim: str) -> Iterator[Sentence]:
    """What the side of a claim turns on besides the argument."""
    turns = kb.assessment.turns_on(claim)
    if turns:
        yield Sentence(f"explain.close.{'_and_'.join(turns)}")
