"""A claim that is weighed: what lies in either scale, and what is said of it."""

from graph.argument.failing import weakest_premise
from graph.argument.grounding import grounded
from graph.argument.objections import doubts_about
from graph.argument.pull import FELT, Pull, pull_of
from graph.base import KnowledgeBase
from graph.semantics import FORCELESS, MARGIN, GroundKind, Standing, is_open
from graph.words.sentence import Sentence

_MOST_TRIED = 100
"""The most reasons and objections among which one that decides is looked for."""
_CARRIED = frozenset((Standing.SUPPORTED, Standing.DOCUMENTED, Standing.GRANTED))


class Scales:
    """A claim with the reasons and objections that have force."""

    def __init__(self, kb: KnowledgeBase, claim: str) -> None:
        self.kb = kb
        self.claim = claim
        weighed = kb.assessment
        self.band = weighed.balances[claim]
        self.carried = weighed.carried[claim]
        self.standing = weighed.standings[claim]
        self.ground = kb.grounds[claim]
        self.reasons = pull_of(kb, kb.reasons(claim))
        if self.standing is Standing.SUPPORTED and not self.reasons:
            # The word goes by less than a reader is told of otherwise.
            self.reasons = pull_of(kb, kb.reasons(claim), FORCELESS)
        self.objections = pull_of(kb, kb.objections(claim))

    @property
    def open(self) -> bool:
        """Whether it is open on which side the claim is."""
        return is_open(self.band)

    @property
    def sole_objection(self) -> str | None:
        """The claim that alone objects to it with force; None for none or several."""
        links = self.objections.links
        return links[0].claim if len(links) == 1 else None

    def told(self, group: str, pull: Pull) -> Sentence:
        """A sentence of a group in the form that suits what it names."""
        return Sentence(f"explain.{group}.{pull.form}", pull.names, count=len(pull.links))

    def speaking_for(self) -> Sentence:
        """What speaks for the claim: its reasons, or else its ground."""
        if not self.reasons:
            return grounded(self.kb, self.claim)
        group = "carried" if self.standing is Standing.SUPPORTED else "for"
        if self.ground.kind is GroundKind.DOCUMENTED:
            group += ".documented"
        elif self.reasons.most < self.ground.value - MARGIN:
            group += ".granted"
        else:
            return self.told(group, self.reasons)
        count = len(self.reasons.links)
        form = "one" if count == 1 else "many"
        return Sentence(f"explain.{group}.{form}", self.reasons.names, count=count)

    def against(self, beside: bool) -> Sentence | None:
        """What objections take away; `beside` where a condition that fails is told of as well.

        Then the two take away together, and neither by itself is said to decide.
        """
        if not self.objections:
            return None
        return self.told(f"against.{'also' if beside else self._verdict()}", self.objections)

    def _verdict(self) -> str:
        """How the objections compare with what carries the claim."""
        if self.open:
            return "plain"
        if self.standing in _CARRIED:
            return "less"
        if self.standing is Standing.DISPUTED:
            return "even"
        if self.reasons or self.standing is Standing.BARE:
            return "plain"
        if self.ground.value < FELT:
            return "alone"
        return "source" if self.ground.kind is GroundKind.DOCUMENTED else "granted"

    def weak(self) -> Sentence:
        """That what speaks for the claim is too little."""
        first = self.reasons.links[0]
        word = self.kb.assessment.standings[weakest_premise(self.kb, first)]
        own = weakest_premise(self.kb, first) == first.claim
        if len(self.reasons.links) == 1 and own and word in (Standing.DISPUTED, Standing.BARE):
            return Sentence(f"explain.weak.{word.value}", self.reasons.names)
        return self.told("weak", self.reasons)

    def unopposed(self) -> Sentence | None:
        """That nothing is against the claim, or which doubts there are all the same.

        None for a fact that its source carries and nobody doubts: that is the common case.
        """
        kb, claim = self.kb, self.claim
        if recorded := kb.objections(claim):
            weakest = weakest_premise(kb, recorded[0])
            word = kb.assessment.standings[weakest]
            if len(recorded) == 1 and weakest == recorded[0].claim and word not in _CARRIED:
                return Sentence(f"explain.unopposed.{word.value}", {"first": weakest})
            return Sentence("explain.unopposed.forceless", count=len(recorded))
        if doubts := len(doubts_about(kb, claim)):
            return Sentence("explain.unopposed.doubted", count=doubts)
        if doubts := sum(len(kb.undercuts(link.id)) for link in kb.used_in(claim)):
            return Sentence("explain.unopposed.used", count=doubts)
        if self.standing is Standing.DOCUMENTED:
            return None
        return Sentence("explain.unopposed.none")

    def turning(self) -> Sentence | None:
        """Which single premise decides, where more than one thing is in the scales.

        None where none does, or more than two do, or where there is too much in them to try.
        """
        links = (*self.reasons.links, *self.objections.links)
        if not 2 <= len(links) <= _MOST_TRIED:
            return None
        found: dict[str, Standing] = {}
        for premise in dict.fromkeys(each for link in links for each in link.premises):
            without = self.kb.without(premise, self.claim)
            if without is None:
                return None
            if without.standing[1] is not self.standing:
                found[premise] = without.standing[1]
        if not 0 < len(found) < 3:
            return None
        return self._one(*found.items()) if len(found) == 1 else self._two(found)

    def _one(self, turn: tuple[str, Standing]) -> Sentence:
        premise, after = turn
        form, claims = "one", {"first": premise}
        for name, pull in (("reason", self.reasons), ("objection", self.objections)):
            if len(pull.links) == 1 and pull.links[0].claim == premise:
                form, claims = name, {}
        if after is Standing.BARE:
            return Sentence(f"explain.without.bare.{form}", claims)
        return Sentence(f"explain.without.{form}", claims, {"word": _word(after)})

    def _two(self, found: dict[str, Standing]) -> Sentence | None:
        (first, one), (second, other) = found.items()
        if Standing.BARE in found.values():
            return None
        claims, words = {"first": first, "second": second}, {"word": _word(one)}
        if one is other:
            return Sentence("explain.without.either", claims, words)
        words["other"] = _word(other)
        if len(self.reasons.links) == 1:
            both = (self.reasons.links[0].claim, self.sole_objection)
            if both == (first, second):
                return Sentence("explain.without.pair", {}, words)
        return Sentence("explain.without.tips", claims, words)


def _word(standing: Standing) -> str:
    return f"crux.word.{standing.value}"
