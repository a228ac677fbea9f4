"""Why a claim stands where it stands: what carries it, what is against it, and what has failed.

An explanation is data: which sentences, about which claims. It is read off the weighing itself,
so nothing is said that the weighing does not say.
"""

from collections.abc import Iterator

from graph.argument.grounding import grounded
from graph.argument.objections import doubts_about
from graph.argument.pull import FELT, Pull, pull_of
from graph.base import KnowledgeBase, Link
from graph.records import Claim
from graph.semantics import MARGIN, GroundKind, Standing, is_open
from graph.words.language import Language
from graph.words.sentence import Piece, Sentence, told_plainly

_CARRIED = frozenset((Standing.SUPPORTED, Standing.DOCUMENTED, Standing.GRANTED))


def explained(kb: KnowledgeBase, claim: str) -> tuple[Sentence, ...]:
    """The sentences that explain the standing of a claim, the cause of it first.

    Raises KeyError for an unknown claim.
    """
    if kb.is_question(claim):
        return (_answers(kb, claim),)
    scales = Scales(kb, claim)
    return (*scales.why(), *scales.close())


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
    return Piece(claim.label_in(language).removesuffix("."), lang="" if own == language else own)


def _answers(kb: KnowledgeBase, claim: str) -> Sentence:
    balances = kb.assessment.balances
    answers = sorted(
        dict.fromkeys(each for each in kb.answered_by.get(claim, ()) if each in kb.claims),
        key=lambda each: (-round(balances[each].midpoint, 9), each),
    )
    names = dict(zip(("first", "second"), answers, strict=False))
    form = {0: "none", 1: "one", 2: "two"}.get(len(answers), "many")
    if form == "many":
        first, second = (balances[each].midpoint for each in answers[:2])
        if first - second >= FELT:
            return Sentence("explain.question.led", {"first": answers[0]}, count=len(answers))
        return Sentence("explain.question.many", count=len(answers))
    return Sentence(f"explain.question.{form}", names)


class Scales:
    """A claim that is weighed, with what lies in either scale."""

    def __init__(self, kb: KnowledgeBase, claim: str) -> None:
        self.kb = kb
        self.claim = claim
        weighed = kb.assessment
        self.band = weighed.balances[claim]
        self.standing = weighed.standings[claim]
        self.ground = kb.grounds[claim]
        self.reasons = pull_of(kb, kb.reasons(claim))
        self.objections = pull_of(kb, kb.objections(claim))

    def why(self) -> tuple[Sentence, ...]:
        """What decides the standing, what is against it, and what has failed."""
        if is_open(self.band):
            return (*self._either_way(), self._open())
        if self.standing is Standing.BARE:
            return tuple(self._bare())
        hindered = tuple(self._hindered())
        if self.standing is not Standing.OPPOSED:
            first = (self._for(), *hindered)
        elif self.reasons:
            first = (*hindered, self._told("still", self.reasons))
        else:
            first = hindered
        rest = self._failed() or self._held()
        if rest is None and not hindered:
            rest = self._unopposed()
        shade = [Sentence("explain.open.shade")] if self.band.width >= FELT else []
        return (*first, *([rest] if rest else []), *shade)

    def _for(self) -> Sentence:
        """What speaks for the claim: its reasons, or else its ground."""
        if not self.reasons:
            return grounded(self.kb, self.claim)
        group = "carried" if self.standing is Standing.SUPPORTED else "for"
        little = self.reasons.top < self.ground.value - MARGIN
        if self.ground.kind is GroundKind.DOCUMENTED:
            group += ".documented"
        elif little:
            group += ".granted"
        else:
            return self._told(group, self.reasons)
        form = "one" if len(self.reasons.links) == 1 else "many"
        return Sentence(
            f"explain.{group}.{form}", self.reasons.names, count=len(self.reasons.links)
        )

    def _told(self, group: str, pull: Pull) -> Sentence:
        return Sentence(f"explain.{group}.{pull.form}", pull.names, count=len(pull.links))

    def _either_way(self) -> Iterator[Sentence]:
        """What speaks for a claim, and what against it, where nothing is settled."""
        if self.reasons or self.ground.value >= FELT:
            yield self._for()
        yield from self._hindered()

    def _hindered(self) -> Iterator[Sentence]:
        """What takes away from the claim: conditions that fail, and objections."""
        condition = self._failing()
        if condition is not None:
            yield condition
        if not self.objections:
            return
        # A condition and objections take away together: neither by itself is said to decide.
        verdict = self._verdict() if condition is None else "also"
        yield self._told(f"against.{verdict}", self.objections)

    def _verdict(self) -> str:
        """How the objections compare with what carries the claim."""
        if is_open(self.band):
            return "plain"
        if self.standing in _CARRIED:
            return "less"
        if self.standing is Standing.DISPUTED:
            return "even"
        if self.reasons:
            return "plain"
        if self.ground.value < FELT:
            return "alone"
        return "source" if self.ground.kind is GroundKind.DOCUMENTED else "granted"

    def _failing(self) -> Sentence | None:
        """The condition that takes away most, if one takes away anything."""
        links = pull_of(self.kb, self.kb.conditions(self.claim)).links
        if not links:
            return None
        weighed = self.kb.assessment
        worst = min(links[0].premises, key=lambda each: (weighed.balances[each].midpoint, each))
        word = "opposed" if weighed.standings[worst] is Standing.OPPOSED else "disputed"
        return Sentence(f"explain.condition.{word}", {"condition": worst})

    def _bare(self) -> Iterator[Sentence]:
        """Why nothing carries the claim."""
        if self.reasons:
            yield self._told("weak", self.reasons)
            held = self._held()
            if held is not None:
                yield held
            return
        failed = self._failed()
        if failed is not None:
            yield failed
        more = len(self.kb.reasons(self.claim)) > 1
        form = "none" if failed is None else "rest" if more else "so"
        yield Sentence(f"explain.bare.{form}")
        yield from self._hindered()

    def _failed(self) -> Sentence | None:
        """A reason that has no force, and why: the one that would have the most."""
        felt = {link.id for link in self.reasons.links}
        failed = [link for link in self.kb.reasons(self.claim) if link.id not in felt]
        if not failed:
            return None
        link = min(failed, key=lambda each: (-self._worth(each), each.id))
        weighed = self.kb.assessment
        weakest = self._weakest(link)
        if weighed.strengths[weakest].upper >= FELT:
            undercuts = self.kb.by_force(self.kb.undercuts(link.id))
            if not undercuts:
                return None
            claims = {"reason": link.claim, "undercut": undercuts[0].claim}
            return Sentence("explain.failed.doubted", claims)
        word = weighed.standings[weakest].value
        if weakest == link.claim:
            return Sentence(f"explain.failed.itself.{word}", {"reason": link.claim})
        claims = {"reason": link.claim, "premise": weakest}
        return Sentence(f"explain.failed.needs.{word}", claims)

    def _weakest(self, link: Link) -> str:
        balances = self.kb.assessment.balances
        # Of equals the arguing claim is told of, which needs fewest words.
        return min(
            link.premises,
            key=lambda each: (round(balances[each].midpoint, 9), each != link.claim, each),
        )

    def _worth(self, link: Link) -> float:
        """What a link would have as its force if all its premises held and nobody doubted it."""
        return link.record.relevance * float(len(link.premises))

    def _held(self) -> Sentence | None:
        """What keeps the strongest reason from carrying as much as its claim would.

        That is the weakest of its linked premises or an undercut, whichever takes more, when it
        takes more than the margin of a standing.
        """
        if not self.reasons or not self.reasons.led:
            return None
        weighed, link = self.kb.assessment, self.reasons.links[0]
        own = weighed.strengths[link.claim].midpoint
        weakest = self._weakest(link)
        least = weighed.strengths[weakest].midpoint
        lost, gone = own - least, link.record.relevance * least - self.reasons.top
        if max(lost, gone) <= MARGIN:
            return None
        which = "only" if len(self.reasons.links) == 1 else "best"
        if gone > lost:
            doubt = self.kb.by_force(self.kb.undercuts(link.id))[0]
            return Sentence(f"explain.held.{which}.doubted", {"undercut": doubt.claim})
        return Sentence(f"explain.held.{which}.needs", {"premise": weakest})

    def _unopposed(self) -> Sentence | None:
        """That nothing is against the claim, or which doubts there are all the same.

        None for a fact that its source carries and nobody doubts: that is the common case.
        """
        kb, claim = self.kb, self.claim
        if recorded := len(kb.objections(claim)):
            return Sentence("explain.unopposed.forceless", count=recorded)
        if doubts := len(doubts_about(kb, claim)):
            return Sentence("explain.unopposed.doubted", count=doubts)
        if doubts := sum(len(kb.undercuts(link.id)) for link in kb.used_in(claim)):
            return Sentence("explain.unopposed.used", count=doubts)
        if self.standing is Standing.DOCUMENTED:
            return None
        return Sentence("explain.unopposed.none")

    def _open(self) -> Sentence:
        """That it is not settled on which side the claim is, and for want of what."""
        kb, claim = self.kb, self.claim
        for link in kb.by_force(kb.objections(claim)):
            if any(back.claim == claim for back in kb.objections(link.claim)):
                return Sentence("explain.open.pair", {"other": link.claim})
        return Sentence("explain.open.further")

    def close(self) -> Iterator[Sentence]:
        """What the side of the claim turns on besides the argument."""
        turns = self.kb.assessment.turns_on(self.claim)
        if turns:
            yield Sentence(f"explain.close.{'_and_'.join(turns)}")
