"""Lines of argument as a reader meets them: chains that run into a thesis."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from graph.argument.downfall import Downfall
from graph.argument.failing import ConditionState, condition_state
from graph.argument.line_sentences import longest_told, part_told, weakest_told
from graph.argument.lines import Line, LineState, Part, carried_by, line_state
from graph.argument.thesis_sides import thesis_meant
from graph.base import Link
from graph.pages.views.link import WIDEST
from graph.pages.views.reader import ClaimView, LinkView, Reader
from graph.pages.views.walk import WalkView, walk_view
from graph.records.link_types import Polarity
from graph.semantics import Standing
from graph.words.sentence import Piece, Sentence

LONGEST = 3
"""The most claims of a chain that are drawn."""


@dataclass(frozen=True)
class BoxView:
    """A claim of a chain, and the step from it to the next, by the name of its link.

    `state` tells how much that step passes on. `doubt` is the link that takes most from the
    step or from the claim, where that is what decides the line. `at_step` tells that the step
    is the weakest link, not the claim.
    """

    claim: ClaimView
    link: str
    state: LineState
    weakest: bool
    doubt: LinkView | None = None
    at_step: bool = False


@dataclass(frozen=True)
class LineView:
    """A line of argument: its chain from below up to the thesis, and a sentence on it."""

    line: Line
    boxes: tuple[BoxView, ...]
    sentence: Sentence

    @property
    def state(self) -> LineState:
        """What becomes of the line."""
        return self.line.state


@dataclass(frozen=True)
class ConditionView:
    """A claim without which another cannot hold, its link to that, and whether it is met.

    `claims` are how all claims of the link stand, by their ids.
    """

    claim: ClaimView
    link: str
    state: ConditionState
    claims: tuple[tuple[str, Standing], ...]


@dataclass(frozen=True)
class LinesView:
    """The lines of argument of a claim, the conditions beside them, and what brings it down.

    `more` are not shown; `tally` counts them all, by state, leaving out states without any.
    `conditions` are claims that it can hold only with.
    `sets` are the smallest sets of claims whose rejection leaves it without support; where
    `given_up`, there may be others.
    """

    claim: ClaimView
    lines: tuple[LineView, ...]
    more: int
    tally: tuple[tuple[LineState, int], ...]
    conditions: tuple[ConditionView, ...]
    longest: Sentence | None
    sets: tuple[tuple[ClaimView, ...], ...]
    given_up: bool

    @property
    def walk(self) -> WalkView | None:
        """The walk along them, for the lines of a thesis."""
        reader = self.claim.reader
        return walk_view(reader, self.claim.id) if self.claim.id in reader.theses else None


def lines_view(claim: ClaimView, lines: tuple[Line, ...], downfall: Downfall) -> LinesView:
    """The view of the lines of a claim and of the sets that would bring it down."""
    reader = claim.reader
    kb = reader.kb
    shown, numbers = lines[:WIDEST], Counter(line.state for line in lines)
    return LinesView(
        claim,
        tuple(LineView(each, _boxes(reader, each), weakest_told(kb, each)) for each in shown),
        len(lines) - len(shown),
        tuple((state, numbers[state]) for state in LineState if numbers[state]),
        tuple(
            ConditionView(
                reader.claim(link.claim),
                link.id,
                condition_state(kb, link),
                tuple((each, kb.assessment.standings[each]) for each in link.premises),
            )
            for link in kb.conditions(claim.id)
        ),
        longest_told(kb, lines),
        tuple(tuple(reader.claim(each) for each in claims) for claims in downfall.sets),
        downfall.given_up,
    )


def _boxes(reader: Reader, line: Line) -> tuple[BoxView, ...]:
    kb = reader.kb
    steps = list(zip(line.links, line.claims, strict=False))
    # What carries the weakest link tells a reader where the line comes from.
    steps += carried_by(kb, line.claims[-1])
    struck = kb.links.get(line.struck or "")
    undercut = struck is not None and struck.type.polarity is Polarity.UNDERCUTS
    at_step = undercut or line.weakest.link is not None
    place = len(line.links if at_step else line.claims) - 1
    boxes = [
        BoxView(
            reader.claim(claim),
            link,
            line_state(kb.assessment.forces[link]),
            number == place,
            _doubt(reader, struck) if number == place else None,
            at_step and number == place,
        )
        for number, (link, claim) in enumerate(steps)
    ]
    return tuple(reversed(boxes[: max(LONGEST, place + 1)]))


def _doubt(reader: Reader, struck: Link | None) -> LinkView | None:
    return None if struck is None else reader.link(struck)


def parts_told(claim: ClaimView, parts: tuple[Part, ...]) -> Iterator[tuple[Piece, ...]]:
    """What a claim does in lines of argument, a sentence for each."""
    meant = thesis_meant(claim.reader.kb, claim.id)
    for part in parts:
        yield claim.reader.tell(part_told(part, meant))
