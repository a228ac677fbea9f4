"""The positions of a debate as a reader meets them: who says what, and where any two part."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypedDict

from graph.argument.answered import Answered
from graph.argument.lines import LineState, line_state
from graph.argument.positions import Difference, Position, differences, positions_of, read_as
from graph.base import KnowledgeBase
from graph.pages.views.reader import ClaimView, Reader
from graph.records import Speaker, Stance
from graph.semantics import Standing

PAIRS, POINTS, LINES = 8, 4, 8
"""Pairs of speakers that a page shows at most, points on which each parts, and lines that a speaker
reads otherwise."""
FILE = "positions.json"
"""The file of all positions, below the root of a site."""


class PositionData(TypedDict):
    """A position for scripts: the speaker's name in each language, and their claims."""

    name: dict[str, str]
    accept: list[str]
    reject: list[str]


@dataclass(frozen=True)
class ReadingView:
    """A thesis as read by a speaker: what they say of it themselves, how it stands with all else
    they say, how it stands without, and its lines with their states."""

    thesis: ClaimView
    own: Stance | None
    standing: Standing
    before: Standing
    lines: tuple[tuple[ClaimView, LineState], ...]
    """Those of which the state is another than the records have it, as far as they are shown."""
    more: int
    """How many more there are."""

    @property
    def same(self) -> bool:
        """Whether all stands as without."""
        return self.standing is self.before and not self.lines


@dataclass(frozen=True)
class PositionView:
    """A speaker and how the theses stand for them."""

    speaker: Speaker
    position: Position
    readings: tuple[ReadingView, ...]
    caveats: tuple[ClaimView, ...]
    """What they say against what they hold themselves; the readings leave it as it is weighed."""


@dataclass(frozen=True)
class PointView:
    """A point on which two part: who holds the claim, who what against it; None for a claim that
    the opponent disputes without more. `relation` is the type of the link between them."""

    holder: Speaker
    claim: ClaimView
    opponent: Speaker
    against: ClaimView | None
    relation: str


@dataclass(frozen=True)
class PairView:
    """Two speakers who part, with the points that do most, and how many more there are."""

    speakers: tuple[Speaker, Speaker]
    points: tuple[PointView, ...]
    more: int

    @property
    def anchor(self) -> str:
        """Its place on the page."""
        return "--".join(each.id for each in self.speakers)


@dataclass(frozen=True)
class PositionsView:
    """The positions of a debate, those with the most claims first; `more` pairs are not shown."""

    positions: tuple[PositionView, ...]
    pairs: tuple[PairView, ...]
    more: int


def positions_path(debate: str) -> str:
    """Where the positions of a debate stand below its language's folder."""
    return f"positions/{debate}/"


def positions_view(reader: Reader, debate: str) -> PositionsView:
    """The positions of a debate."""
    # Who changes nothing is read last, and the pair that parts on most for the thesis first.
    found = sorted(
        differences(reader.kb, debate).items(), key=lambda each: -round(each[1][0].effect, 9)
    )
    positions = [_position(reader, debate, each) for each in positions_of(reader.kb, debate)]
    positions.sort(key=lambda each: all(reading.same for reading in each.readings))
    return PositionsView(
        tuple(positions),
        tuple(_pair(reader, pair, points) for pair, points in found[:PAIRS]),
        max(len(found) - PAIRS, 0),
    )


def _position(reader: Reader, debate: str, position: Position) -> PositionView:
    kb = reader.kb
    return PositionView(
        kb.speakers[position.speaker],
        position,
        tuple(_reading(reader, position, each) for each in kb.theses_of[debate]),
        tuple(map(reader.claim, position.caveats)),
    )


def _reading(reader: Reader, position: Position, thesis: str) -> ReadingView:
    kb = reader.kb
    after = read_as(kb, position, thesis)
    moved = list(_moved(kb, after))
    return ReadingView(
        reader.claim(thesis),
        position.own(thesis),
        after.standing,
        kb.assessment.standings[thesis],
        tuple((reader.claim(each), state) for each, state in moved[:LINES]),
        max(len(moved) - LINES, 0),
    )


def _moved(kb: KnowledgeBase, after: Answered) -> Iterator[tuple[str, LineState]]:
    for link, state in after.lines.items():
        if state is not line_state(kb.assessment.forces[link]):
            yield kb.links[link].claim, state


def _pair(reader: Reader, pair: tuple[str, str], points: tuple[Difference, ...]) -> PairView:
    one, other = (reader.kb.speakers[each] for each in pair)
    shown = tuple(_point(reader, each) for each in points[:POINTS])
    return PairView((one, other), shown, max(len(points) - POINTS, 0))


def _point(reader: Reader, point: Difference) -> PointView:
    speakers = reader.kb.speakers
    return PointView(
        speakers[point.holder],
        reader.claim(point.claim),
        speakers[point.opponent],
        None if point.claim == point.against else reader.claim(point.against),
        "undercuts" if point.step else "contradicts",
    )


def position_data(reader: Reader, position: Position, languages: tuple[str, ...]) -> PositionData:
    """A position for scripts, its speaker named in these languages."""
    name = reader.kb.speakers[position.speaker].name
    return {
        "name": {code: name.wording(code).text for code in languages},
        "accept": list(position.taken_on),
        "reject": list(position.disputes),
    }
