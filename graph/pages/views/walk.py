"""A walk along the lines of a thesis as a reader meets it: lines, stops, and what scripts need."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypedDict

from graph.argument.lines import LineState
from graph.argument.position_sentences import alone_told
from graph.argument.walk import Held, Ride, Stop, Walk, walk_of
from graph.base.reads import remembered
from graph.pages.views.reader import ClaimView, LinkView, Reader
from graph.records import Speaker


class StopData(TypedDict):
    """A stop for scripts; `line` is the place of its line among those of the walk, -1 for a
    condition, and `breaks` are those of the lines that a no by itself breaks."""

    claim: str
    older: list[str]
    label: str
    held: Held
    cost: float
    line: int
    breaks: list[int]


class LineData(TypedDict):
    """A line for scripts: its link to the thesis and its name."""

    link: str
    label: str


class WalkData(TypedDict):
    """What scripts work out answers from. They know the same shape by the name `WalkFile`."""

    thesis: str
    framework: str
    standing: str
    lines: list[LineData]
    more: int
    stops: list[StopData]


@dataclass(frozen=True)
class StopView:
    """A question: its number, the claim, the strongest links on either side, and what either
    answer does by itself, in sentences."""

    number: int
    claim: ClaimView
    reason: LinkView | None
    objection: LinkView | None
    unspoken: bool
    alone: tuple[str, ...]


@dataclass(frozen=True)
class RideView:
    """A line with its stops. `number` counts lines, 0 for a condition; `state` is what becomes of
    the line as the records have it."""

    number: int
    link: LinkView
    state: LineState | None
    stops: tuple[StopView, ...]

    @property
    def condition(self) -> bool:
        """Whether it is a condition of the thesis, and no line."""
        return not self.number


class WalkView:
    """The walk along the lines of a thesis."""

    def __init__(self, reader: Reader, walk: Walk) -> None:
        self.reader = reader
        self.walk = walk
        self.thesis = reader.claim(walk.thesis)
        self.path = walk_path(walk.thesis)

    @remembered
    def rides(self) -> tuple[RideView, ...]:
        """The lines, conditions first."""
        return tuple(self._rides())

    def _rides(self) -> Iterator[RideView]:
        lines = stops = 0
        for ride in self.walk.rides:
            lines += not ride.condition
            views = tuple(
                self._stop(stop, stops + place) for place, stop in enumerate(ride.stops, 1)
            )
            stops += len(views)
            yield RideView(
                0 if ride.condition else lines,
                self.reader.link(ride.link),
                self.walk.standing.lines.get(ride.link.id),
                views,
            )

    def _stop(self, stop: Stop, number: int) -> StopView:
        reader = self.reader
        return StopView(
            number,
            reader.claim(stop.claim),
            None if stop.reason is None else reader.link(stop.reason),
            None if stop.objection is None else reader.link(stop.objection),
            stop.held is Held.UNSPOKEN,
            alone_told(reader.kb, self.walk, stop, reader.language),
        )

    @property
    def lines(self) -> tuple[RideView, ...]:
        """The lines without the conditions."""
        return tuple(ride for ride in self.rides if not ride.condition)

    @property
    def more(self) -> int:
        """How many lines of the thesis are not walked."""
        return self.walk.more

    @property
    def author(self) -> Speaker | None:
        """Who puts the thesis forward, where that is on record."""
        return self.thesis.speaker

    def data(self, framework: str) -> WalkData:
        """What scripts need; `framework` is the name of the part of the argument it is in."""
        places = {link: place for place, link in enumerate(self.walk.lines)}
        return {
            "thesis": self.walk.thesis,
            "framework": framework,
            "standing": self.walk.standing.standing.value,
            "lines": [
                {"link": ride.link.link.id, "label": ride.link.claim.label} for ride in self.lines
            ],
            "more": self.walk.more,
            "stops": [
                {
                    "claim": stop.claim,
                    "older": list(self.reader.kb.claims[stop.claim].aliases),
                    "label": self.reader.claim(stop.claim).label,
                    "held": stop.held,
                    "cost": round(stop.cost, 9),
                    "line": _place(ride, places),
                    "breaks": [places[each] for each in _broken_by(self.walk, stop)],
                }
                for ride in self.walk.rides
                for stop in ride.stops
            ],
        }


def _broken_by(walk: Walk, stop: Stop) -> tuple[str, ...]:
    """The lines that a no to a question by itself breaks, as far as that is worked out."""
    return () if stop.no is None else walk.become(stop.no, LineState.BROKEN)


def _place(ride: Ride, places: dict[str, int]) -> int:
    return -1 if ride.condition else places[ride.link.id]


def walk_path(thesis: str) -> str:
    """Where the walk of a thesis stands below its language's folder."""
    return f"walk/{thesis}/"


def walk_view(reader: Reader, thesis: str) -> WalkView | None:
    """The walk along the lines of a thesis; None where there is none."""
    walk = walk_of(reader.kb, thesis)
    return None if walk is None else WalkView(reader, walk)
