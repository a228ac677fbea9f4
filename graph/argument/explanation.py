"""Why a claim stands where it stands, and what would change that.

An explanation is data: which sentences, about which claims and numbers. It is read off the
weighing itself, so nothing is said that the numbers do not say.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from graph.argument.objections import Reply, reply
from graph.base import KnowledgeBase, Link
from graph.records import Claim
from graph.records.link_types import Polarity
from graph.semantics import MARGIN, METHODS, Band, Change, Standing, standing
from graph.words.language import Language
from graph.words.sentence import Piece, Sentence, told_plainly

OPEN = 0.005
"""The least width of a band that a reader is told of."""
_MIXED = ("for_against", "against_for")
_SIDES = {Polarity.HELPS: "for", Polarity.HINDERS: "against"}


def explained(kb: KnowledgeBase, claim: str) -> tuple[Sentence, ...]:
    """The sentences that explain the standing of a claim, the cause of it first.

    Claims are ranked by the force of their links, so those named first are the strongest.
    Raises KeyError for an unknown claim.
    """
    if kb.is_question(claim):
        return (_answers(kb, claim),)
    argued = kb.reasons(claim) or kb.objections(claim)
    if not argued or kb.assessment.standings[claim] is Standing.UNARGUED:
        return _unargued(kb, claim)
    scales = Scales(kb, claim)
    marks = [each for each in (scales.open_band(), *scales.other_methods()) if each]
    # Three sentences are as many as anybody reads above the argument itself.
    held = None if marks else scales.held_back() or scales.answered()
    why = scales.why()
    sentences = (why, held, scales.what_would_change(held or why), *marks)
    return tuple(each for each in sentences if each)


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


def _unargued(kb: KnowledgeBase, claim: str) -> tuple[Sentence, ...]:
    band = kb.assessment.strengths[claim]
    form = "implicit" if kb.claims[claim].implicit else "stated"
    why = Sentence(f"explain.unargued.{form}", strengths={"strength": band})
    # A claim is felt further up only where no other premise of the step is as weak.
    felt = [
        link
        for link in kb.used_in(claim)
        if all(
            band.upper < kb.assessment.strengths[other].lower
            for other in link.premises
            if other != claim
        )
        and abs(_delta(kb, claim, kb.final_target(link))) >= OPEN
    ]
    if not felt:
        return (why, Sentence("explain.unargued.first"))
    target = kb.final_target(kb.by_force(felt)[0])
    return (why, Sentence("explain.unargued.first_moves", {"target": target}))


def _delta(kb: KnowledgeBase, rejected: str, claim: str) -> float:
    change = kb.changes(rejected).get(claim)
    return change.delta if change else 0.0


def _names(claims: Iterable[str]) -> dict[str, str]:
    return dict(zip(("first", "second"), claims, strict=False))


class Scales:
    """A claim that is argued about, with what lies in either scale."""

    def __init__(self, kb: KnowledgeBase, claim: str) -> None:
        self.kb = kb
        self.claim = claim
        self.band = kb.assessment.strengths[claim]
        self.base = kb.framework.base_scores[claim]
        self.standing = kb.assessment.standings[claim]
        self.reasons = kb.by_force(kb.reasons(claim))
        self.objections = kb.by_force(kb.objections(claim))
        self.links = kb.by_force((*self.reasons, *self.objections))

    @cached_property
    def strongest(self) -> tuple[Link, ...]:
        """The two strongest links, the second by another claim or for the other side."""
        first = self.links[0]
        rest = (link for link in self.links if (link.claim, link.type) != (first.claim, first.type))
        return (first, *rest)[:2]

    @cached_property
    def all_answered(self) -> bool:
        """Whether there are objections and none of them holds out."""
        return bool(self.objections) and all(
            reply(self.kb, link.id) is Reply.ANSWERED for link in self.objections
        )

    def why(self) -> Sentence:
        """What decides the standing."""
        word = self.standing.value
        names = _names(link.claim for link in self.strongest)
        if self._ends_differ():
            return self._open(names)
        if self.standing is Standing.UNDECIDED:
            return self._undecided(names)
        if not self.reasons or not self.objections:
            side = "reasons" if self.reasons else "objections"
            return Sentence(f"explain.{word}.{side}.{self._form()}", names, count=len(self.links))
        supported = self.standing is Standing.SUPPORTED
        answered = ".answered" if supported and self.all_answered else ""
        return self._both_sides(f"explain.{word}{answered}", names)

    def _form(self) -> str:
        if len(self.links) == 1:
            return "one"
        if len(self.strongest) == 1:
            return "same"
        return "two" if len(self.links) == 2 else "more"

    def _tops(self) -> str:
        sides = [_SIDES[link.type.polarity] for link in self.strongest]
        return "_".join(sides * (2 // len(sides)))

    def _both_sides(self, group: str, names: dict[str, str]) -> Sentence:
        """A sentence that sets the reasons against the objections."""
        tops = self._tops()
        if tops in _MIXED:
            tops = "pair" if len(self.links) == 2 else tops
            return Sentence(f"{group}.{tops}", self._sides(), count=len(self.links))
        # Two on one side are named, so those on the other are counted.
        counted = self.objections if tops == "for_for" else self.reasons
        return Sentence(f"{group}.{tops}", names, count=len(counted))

    def _sides(self) -> dict[str, str]:
        return {"reason": self.reasons[0].claim, "objection": self.objections[0].claim}

    def _undecided(self, names: dict[str, str]) -> Sentence:
        if not self.reasons or not self.objections:
            side = "reasons" if self.reasons else "objections"
            return Sentence(
                f"explain.undecided.weak.{side}.{self._form()}", names, count=len(self.links)
            )
        return self._both_sides(f"explain.undecided.{self.verdict}", names)

    @cached_property
    def verdict(self) -> str:
        """How an undecided claim with reasons and objections comes to be undecided.

        It is "even" when either side alone would decide it, "held" when only the reasons
        would, "checked" when only the objections would, and "weak" when neither would. It is
        "open" when that depends on which end of the band holds.
        """
        if self._ends_differ():
            return "open"
        primary = self.kb.assessment.primary
        gradual, forces = METHODS[primary.method].semantics, primary.forces
        helping, hindering = (
            [forces[link.id].midpoint for link in links]
            for links in (self.reasons, self.objections)
        )
        alone = (
            gradual.strength(self.base, helping, ()),
            gradual.strength(self.base, (), hindering),
        )
        carries, defeats = (self._word(each) is not Standing.UNDECIDED for each in alone)
        if carries:
            return "even" if defeats else "held"
        return "checked" if defeats else "weak"

    def _word(self, strength: float) -> Standing:
        return standing(Band(strength, strength), self.base, argued=True)

    def _ends_differ(self) -> bool:
        return self.band.width > OPEN and self._word(self.band.lower) is not self._word(
            self.band.upper
        )

    def _ends(self) -> dict[str, Band]:
        return {
            name: Band(each, each) for name, each in zip(("low", "high"), self.band, strict=True)
        }

    def _open(self, names: dict[str, str]) -> Sentence:
        """What is said of a claim that no side has won."""
        tops = self._tops()
        if len(self.strongest) == 1:
            tops = f"single_{_SIDES[self.links[0].type.polarity]}"
        elif tops in _MIXED:
            tops, names = _MIXED[0], self._sides()
        return Sentence(f"explain.open.{tops}", names, self._ends())

    def open_band(self) -> Sentence | None:
        """That the strength lies between two bounds, where its standing does not show it."""
        if self.band.width <= OPEN or self._ends_differ():
            return None
        return Sentence("explain.open.range", strengths=self._ends())

    def other_methods(self) -> Iterator[Sentence]:
        """What other methods make of it, where that differs."""
        for other in self.kb.assessment.differing(self.claim):
            yield Sentence(
                f"explain.method.{other.standings[self.claim].value}",
                strengths={"other": other.strengths[self.claim]},
                names={"method": METHODS[other.method].name},
            )

    def held_back(self) -> Sentence | None:
        """What keeps the strongest reason from weighing as much as its claim.

        That is the weakest of its linked premises or an undercut, whichever takes more, when
        it takes more than the margin of a standing.
        """
        if not self.reasons or self.standing is Standing.OPPOSED:
            return None
        weighed, link = self.kb.assessment, self.reasons[0]
        own = weighed.strengths[link.claim].midpoint
        premise = min(link.premises, key=lambda each: (weighed.strengths[each].midpoint, each))
        lost = own - weighed.strengths[premise].midpoint
        undercuts = self.kb.by_force(self.kb.undercuts(link.id))
        gone = 0.0
        if undercuts:
            whole = link.record.relevance * (own - lost)
            gone = whole - weighed.forces[link.id].midpoint
        if max(lost, gone) <= MARGIN:
            return None
        which = "only" if len(self.reasons) == 1 else "strongest"
        if gone > lost:
            return Sentence(f"explain.held.{which}.undercut", {"undercut": undercuts[0].claim})
        form = "implicit" if self.kb.claims[premise].implicit else "premise"
        if weighed.standings[premise] is Standing.UNARGUED:
            form += "_unargued"
        return Sentence(f"explain.held.{which}.{form}", {"premise": premise})

    def answered(self) -> Sentence | None:
        """That the objections are answered and weigh all the same."""
        if not self.all_answered or self.standing is Standing.SUPPORTED:
            return None
        if self.kb.assessment.forces[self.objections[0].id].midpoint < OPEN:
            return None
        return Sentence("explain.answered", count=len(self.objections))

    @cached_property
    def direct_cruxes(self) -> dict[str, Change]:
        """What rejecting a direct premise does to the claim, where that changes its standing.

        The weakest premise comes first: rejecting it gives up least.
        """
        strengths = self.kb.assessment.strengths
        found: dict[str, Change] = {}
        for premise in dict.fromkeys(each for link in self.links for each in link.premises):
            change = self.kb.changes(premise).get(self.claim)
            if change is not None and change.standing[0] is not change.standing[1]:
                found[premise] = change
        order = sorted(found, key=lambda each: (round(strengths[each].midpoint, 9), each))
        return {each: found[each] for each in order}

    def what_would_change(self, before: Sentence) -> Sentence:
        """The smallest thing that would change the standing; `before` is said before it."""
        found = self.direct_cruxes
        if not found:
            weak = self.standing is Standing.UNDECIDED and self.verdict == "weak"
            return Sentence("explain.missing" if weak else f"explain.firm.{self.standing.value}")
        after = {each: change.standing[1] for each, change in found.items()}
        least = next(iter(found))
        word = after[least].value
        same = len(set(after.values())) == 1
        if not same and (self.standing is Standing.UNDECIDED or len(found) == 2):
            return self._either_way(after, before)
        if before.claims.get("premise") == least:
            return Sentence(f"explain.without.that_premise.{word}")
        if (len(self.links) == 1 or len(found) == 1) and (side := self._alone(least)):
            return Sentence(f"explain.without.that_{side}.{word}")
        if len(found) == 1:
            return Sentence(f"explain.without.one.{word}", {"first": least})
        if len(found) == 2 and set(found) == set(before.claims.values()):
            return Sentence(f"explain.without.one_of_both.{word}")
        if len(found) == 2:
            return Sentence(f"explain.without.either.{word}", _names(found))
        return Sentence(f"explain.without.any.{word}", {"first": least}, count=len(found))

    def _alone(self, claim: str) -> str:
        """What a claim is that argues alone on its side, as every sentence has it by name."""
        if len(self.links) > len(self.strongest):
            return ""
        for side, links in (("reason", self.reasons), ("objection", self.objections)):
            if len(links) == 1 and links[0].claim == claim:
                return side
        return ""

    def _either_way(self, after: Mapping[str, Standing], before: Sentence) -> Sentence:
        """What would change the standing this way, and what that way."""
        if self.standing is not Standing.UNDECIDED:
            mild = next(each for each in after if after[each] is Standing.UNDECIDED)
            far = next(each for each in after if after[each] is not Standing.UNDECIDED)
            names = _names((mild, far))
            return Sentence(f"explain.without.undecided_or.{after[far].value}", names)
        up = next(each for each in after if after[each] is Standing.SUPPORTED)
        down = next(each for each in after if after[each] is Standing.OPPOSED)
        if before.claims == {"reason": down, "objection": up}:
            last = before.pattern.rpartition(".")[2]
            order = "objection_first" if last == "against_for" else "reason_first"
            return Sentence(f"explain.without.tips.{order}")
        return Sentence("explain.without.tips.named", {"up": up, "down": down})
