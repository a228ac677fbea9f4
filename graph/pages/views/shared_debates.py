"""What debates and themes have in common in every language, each worked out once."""

from collections import Counter
from collections.abc import Mapping
from itertools import chain

from graph.argument.cruxes import Cruxes, cruxes_of, effect
from graph.argument.debated import Numbers, debate_claims, debate_numbers, theme_claims
from graph.argument.downfall import Downfall, brought_down_by
from graph.argument.kept import around_debate, kept_for
from graph.argument.lines import Line, lines_of
from graph.argument.outcomes import predictions
from graph.argument.theme_bearing import ThemeBearing, theme_bearing
from graph.argument.unanswered import unanswered
from graph.base import KnowledgeBase, Link
from graph.records import State
from graph.semantics import Side
from graph.words.sentence import Sentence

_numbers = kept_for(around_debate(debate_numbers))
_bearing = kept_for(around_debate(theme_bearing))
_unanswered = kept_for(around_debate(unanswered))
_cruxes = kept_for(cruxes_of)


class SharedDebates:
    """What debates and themes have in common in every language, worked out when first asked
    for."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self._kb = kb

    @property
    def members(self) -> Mapping[tuple[str, str], frozenset[str]]:
        """The claims of each theme, by its debate's id and its own."""
        return theme_claims(self._kb)

    @property
    def belonging(self) -> Mapping[str, frozenset[str]]:
        """The claims of each debate."""
        return debate_claims(self._kb)

    def numbers(self, debate: str) -> Numbers:
        """How large a debate is."""
        return _numbers(self._kb, debate)

    def bearing(self, debate: str, theme: str) -> ThemeBearing:
        """How a theme bears on the theses of its debate."""
        return _bearing(self._kb, debate, theme)

    def told_effect(self, claim: str, debate: str) -> Sentence | None:
        """What becomes of the first thesis of a debate that a claim moves, without the claim; where
        nothing is lost with it, if it is accepted. Of several theses it is named."""
        theses = self._kb.theses_of[debate]
        several = len(theses) > 1
        shifts = chain(
            ((self._kb.without(claim, thesis), False) for thesis in theses),
            ((self._kb.accepting(claim, thesis), True) for thesis in theses),
        )
        told = (
            effect(shift, shift.id if several else None, accepted)
            for shift, accepted in shifts
            if shift is not None
        )
        return next(filter(None, told), None)

    def unanswered(self, debate: str) -> tuple[Link, ...]:
        """What speaks against the theses of a debate and has no reply."""
        return _unanswered(self._kb, debate)[Side.AGAINST]

    def outcomes(self, debate: str) -> Counter[State | None]:
        """How many predictions of a debate turned out in each way."""
        return Counter(each.state for each in predictions(self._kb, self.belonging[debate]))

    def lines(self, claim: str) -> tuple[tuple[Line, ...], Downfall]:
        """The lines of argument of a claim, and the sets of claims that would bring it down."""
        return lines_of(self._kb, claim), brought_down_by(self._kb, claim)

    def cruxes(self, claim: str, thesis: bool = False) -> Cruxes:
        """What a claim turns on."""
        return _cruxes(self._kb, claim, thesis)
