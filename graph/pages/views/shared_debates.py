"""What debates and themes have in common in every language, each worked out once."""

from collections import Counter

from graph.argument.cruxes import Cruxes, cruxes_of, effect
from graph.argument.debated import Numbers, debate_claims, debate_numbers, theme_claims
from graph.argument.downfall import Downfall, brought_down_by
from graph.argument.lines import Line, lines_of
from graph.argument.outcomes import predictions
from graph.argument.theme_bearing import ThemeBearing, theme_bearing
from graph.argument.unanswered import unanswered
from graph.base import KnowledgeBase, Link
from graph.records import State
from graph.semantics import Side
from graph.words.sentence import Sentence


class SharedDebates:
    """What debates and themes have in common in every language."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self._kb = kb
        self._cruxes: dict[tuple[str, bool], Cruxes] = {}
        self._lines: dict[str, tuple[tuple[Line, ...], Downfall]] = {}
        self.members = theme_claims(kb)
        self.belonging = debate_claims(kb)
        self._numbers: dict[str, Numbers] = {}
        self._bearings: dict[tuple[str, str], ThemeBearing] = {}
        self._unanswered: dict[str, tuple[Link, ...]] = {}

    def numbers(self, debate: str) -> Numbers:
        """How large a debate is; worked out when first asked for."""
        if debate not in self._numbers:
            self._numbers[debate] = debate_numbers(self._kb, debate)
        return self._numbers[debate]

    def bearing(self, debate: str, theme: str) -> ThemeBearing:
        """How a theme bears on the theses of its debate; worked out when first asked for."""
        if (debate, theme) not in self._bearings:
            self._bearings[debate, theme] = theme_bearing(self._kb, debate, theme)
        return self._bearings[debate, theme]

    def told_without(self, claim: str, debate: str) -> Sentence | None:
        """What becomes of the first thesis of a debate that a claim moves, without the claim."""
        for thesis in self._kb.theses_of[debate]:
            without = self._kb.without(claim, thesis)
            told = None if without is None else effect(without)
            if told is not None:
                return told
        return None

    def unanswered(self, debate: str) -> tuple[Link, ...]:
        """What speaks against the theses of a debate and has no reply; worked out when first asked
        for."""
        if debate not in self._unanswered:
            self._unanswered[debate] = unanswered(self._kb, debate)[Side.AGAINST]
        return self._unanswered[debate]

    def outcomes(self, debate: str) -> Counter[State | None]:
        """How many predictions of a debate turned out in each way."""
        return Counter(each.state for each in predictions(self._kb, self.belonging[debate]))

    def lines(self, claim: str) -> tuple[tuple[Line, ...], Downfall]:
        """The lines of argument of a claim, and the sets of claims that would bring it down."""
        if claim not in self._lines:
            self._lines[claim] = lines_of(self._kb, claim), brought_down_by(self._kb, claim)
        return self._lines[claim]

    def cruxes(self, claim: str, thesis: bool = False) -> Cruxes:
        """What a claim turns on; worked out when first asked for."""
        key = claim, thesis
        if key not in self._cruxes:
            self._cruxes[key] = cruxes_of(self._kb, claim, thesis)
        return self._cruxes[key]
