"""The stops of a line of argument: claims without which it breaks, whatever else one accepts.

They are found by walking down from the line's reason to what that cannot do without. No two stops
decide the same: where one claim is all that carries another, one of the two is a stop.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.argument.lines import Line, LineState, line_state
from graph.argument.pull import FELT
from graph.base import KnowledgeBase, Link
from graph.semantics import MARGIN, Band, GroundKind
from graph.semantics.reweighing import TooMuchWorkError
from graph.semantics.solving import fixed_bands

_DEEP = 3
"""Steps from a line's reason down to a stop at most: what lies deeper, few connect with it."""
_WIDE = 12
"""Claims that carry one of which it is asked whether it can do without them."""
_ASKED = 200
"""Times that a line is weighed at most to find its stops."""
_ORDER = {LineState.HOLDS: 0, LineState.CONTESTED: 1, LineState.BROKEN: 2}


@dataclass(frozen=True)
class LineStops:
    """The stops that a line has, in the order of the walk and in that of what they decide."""

    link: Link
    claims: list[str]
    ranked: list[str]
    condition: bool = False


def stops_of(kb: KnowledgeBase, thesis: str, line: Line) -> LineStops:
    """The stops of a line of a thesis: none where nothing that a reader accepts could make it
    hold."""
    return _Search(kb, thesis, line).found()


class _Search:
    """The search for the stops of one line."""

    def __init__(self, kb: KnowledgeBase, thesis: str, line: Line) -> None:
        self.kb = kb
        self.thesis = thesis
        self.line = line
        self.graph = kb.framework_of(thesis).incidence
        self.goal = self.graph.claim_numbers[thesis]
        self.upstream = self.graph.upstream(self.goal)
        self.asked = 0

    def found(self) -> LineStops:
        """The stops, none where nothing that a reader accepts could make the line hold."""
        link = self.line.link
        try:
            below = [stop for each in link.premises for stop in self._below(each, (self.thesis,))]
            claims = self._deciding(list(dict.fromkeys(below)))
            claims = claims or self._deciding(list(link.premises))
        except TooMuchWorkError:
            claims = list(link.premises)
        return LineStops(link, claims, sorted(claims, key=self._rank))

    def _below(self, claim: str, above: tuple[str, ...]) -> list[str]:
        """What a claim gives way to: what it cannot do without, or else the claim itself.

        It gives way only to several claims of which at least one moves the line by itself: a
        single one would decide the same, and none that moves nothing is worth a question.
        """
        if len(above) > _DEEP:
            return [claim]
        needed = [each for each in self._needed(claim) if each not in above]
        if not any(self._moves(each) >= FELT for each in needed):
            return [claim]
        found = dict.fromkeys(
            stop for each in needed for stop in self._below(each, (*above, claim))
        )
        return list(found) if len(found) > 1 else [claim]

    def _needed(self, claim: str) -> list[str]:
        """The claims without which nothing carries a claim.

        What stands beside one in the same step is taken as accepted, all else as recorded.
        """
        found: dict[str, None] = {}
        node = self.graph.claim_numbers[claim]
        steps = self.kb.by_force(self.kb.reasons(claim))
        tried = dict.fromkeys(each for step in steps for each in step.premises)
        for each in list(tried)[:_WIDE]:
            beside = {one for step in steps if each in step.premises for one in step.premises}
            after = self._after([each], beside - {each})
            if (after.get(node) or self.kb.assessment.balances[claim]).upper <= MARGIN:
                found[each] = None
        return list(found)

    def _deciding(self, claims: list[str]) -> list[str]:
        """Those of these claims without which the line is worse off than with all of them."""
        if not claims:
            return []
        whole = _ORDER[self._state((), claims)]
        if whole == _ORDER[LineState.BROKEN]:
            return []
        found = []
        for claim in claims:
            others = [each for each in claims if each != claim]
            if _ORDER[self._state([claim], others)] > whole:
                found.append(claim)
        return found

    def _rank(self, claim: str) -> tuple[bool, float, float, str]:
        """The claim that decides most comes first, a documented one last; of equals, the one
        that stands worst."""
        documented = self.kb.grounds[claim].kind is GroundKind.DOCUMENTED
        stands = self.kb.assessment.balances[claim].midpoint
        return documented, -round(self._moves(claim), 9), round(stands, 9), claim

    def _moves(self, claim: str) -> float:
        """How much more of the line arrives with a claim accepted than with it rejected."""
        try:
            ends = [self._force((), [claim]), self._force([claim], ())]
        except TooMuchWorkError:
            return 0.0
        return ends[0].midpoint - ends[1].midpoint

    def _state(self, rejected: Iterable[str], accepted: Iterable[str]) -> LineState:
        return line_state(self._force(rejected, accepted))

    def _force(self, rejected: Iterable[str], accepted: Iterable[str]) -> Band:
        number = self.graph.link_numbers[self.line.link.id]
        return self._after(rejected, accepted).get(number) or self.line.force

    def _after(self, rejected: Iterable[str], accepted: Iterable[str]) -> Mapping[int, Band]:
        self.asked += 1
        if self.asked > _ASKED:
            raise TooMuchWorkError
        fixed = fixed_bands(self.graph, rejected, accepted, -1.0)
        return self.kb.reweighing_of(self.thesis).after(
            fixed, self.goal, self.upstream, self.kb.share
        )
