"""Claims that contradict each other with nothing to decide between them."""

from collections import deque
from collections.abc import Iterator

from graph.argument.pull import FELT
from graph.base import KnowledgeBase
from graph.semantics import is_open
from graph.words.sentence import Sentence


def undecided(kb: KnowledgeBase, claim: str) -> Sentence:
    """That it is not settled on which side a claim is, and for want of what."""
    found = _rivals(kb, claim)
    if found is None:
        return Sentence(f"explain.open.{'further' if _is_opposed(kb, claim) else 'circle'}")
    one, other = found
    if claim in found:
        return Sentence("explain.open.pair", {"other": other if claim == one else one})
    return Sentence("explain.open.between", {"one": one, "other": other})


def _rivals(kb: KnowledgeBase, claim: str) -> tuple[str, str] | None:
    """The nearest two claims, at or below this one, that contradict each other and are open."""
    balances = kb.assessment.balances
    for here in _open_below(kb, claim):
        for link in kb.by_force(kb.objections(here)):
            mutual = any(back.claim == here for back in kb.objections(link.claim))
            if mutual and is_open(balances[here]) and is_open(balances[link.claim]):
                return here, link.claim
    return None


def _is_opposed(kb: KnowledgeBase, claim: str) -> bool:
    """Whether open claims argue against this one or one that it rests on, and that is open, or
    against a step between them: a circle may be open by a condition alone."""
    balances = kb.assessment.balances
    for here in _open_below(kb, claim):
        steps = (*kb.reasons(here), *kb.conditions(here))
        doubts = (doubt for link in steps for doubt in kb.undercuts(link.id))
        against = (*kb.objections(here), *doubts)
        if any(is_open(balances[each]) for link in against for each in link.premises):
            return True
    return False


def _open_below(kb: KnowledgeBase, claim: str) -> Iterator[str]:
    """A claim, then those below it that are open, the nearest first."""
    waiting, seen = deque((claim,)), {claim}
    while waiting:
        here = waiting.popleft()
        yield here
        for below in _below(kb, here):
            if below not in seen and kb.assessment.balances[below].width >= FELT:
                seen.add(below)
                waiting.append(below)


def _below(kb: KnowledgeBase, claim: str) -> Iterator[str]:
    """The premises of the links to a claim, and of the doubts about those."""
    waiting = [*kb.reasons(claim), *kb.conditions(claim), *kb.objections(claim)]
    seen = {link.id for link in waiting}
    while waiting:
        link = waiting.pop(0)
        yield from link.premises
        doubts = [each for each in kb.undercuts(link.id) if each.id not in seen]
        seen.update(each.id for each in doubts)
        waiting.extend(doubts)
