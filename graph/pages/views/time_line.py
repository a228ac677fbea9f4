"""What came of a debate in time, as a page draws it: how its theses stood from month to month, and
what has been seen of its predictions."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import islice, pairwise

from graph.argument.as_of import Moment, known_from, over_time
from graph.argument.lines import LineState
from graph.argument.outcomes import Prediction, predictions, seen_since
from graph.pages.views.mark import Stand
from graph.pages.views.reader import ClaimView, Reader
from graph.records import State
from graph.semantics import NOTICEABLE, Side

CAME, ROWS, THESES = 4, 60, 3
"""So many claims that came to be known at a moment are named, so many predictions have a row of
their own, and so many theses are drawn."""
HEIGHT, _EDGE = 120, 14
"""The height of the picture of a thesis in pixels, and what is left free above and below."""
_TICKS = 6
"""The years at most that are named on the axis."""


@dataclass(frozen=True)
class Tick:
    """A day on the axis that is named."""

    at: str
    label: str


@dataclass(frozen=True)
class Axis:
    """The days from the first to the last, on a line from 0% to 100%."""

    first: date
    last: date

    def at(self, day: str) -> str:
        """Where a day stands, as an attribute of a picture."""
        days = (date.fromisoformat(day) - self.first).days
        return f"{100 * days / max(1, (self.last - self.first).days):.2f}%"

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """The beginnings of years; of many, some."""
        years = range(self.first.year + 1, self.last.year + 1)
        every = max(1, -(-len(years) // _TICKS))
        return tuple(Tick(self.at(f"{year:04}-01-01"), str(year)) for year in years[::every])

    @property
    def ends(self) -> tuple[str, str]:
        """The months of the first and of the last day, as YYYY-MM."""
        return self.first.isoformat()[:7], self.last.isoformat()[:7]


@dataclass(frozen=True)
class MomentView:
    """How a thesis stood at a moment, and what was new then.

    `x` and `y` are where that is in the picture. `turned` are the lines that were in another state
    the moment before, each with the state that it came into, and at the first moment all;
    `changed` tells that the standing is another word than before. Of what came to be known `came`
    names some, each with its side, and `more` says how many others there are.
    """

    day: str
    date: str
    stand: Stand
    x: str
    y: str
    changed: bool
    turned: tuple[tuple[ClaimView, LineState], ...]
    came: tuple[tuple[ClaimView, Side | None], ...]
    more: int


@dataclass(frozen=True)
class Stroke:
    """A straight line of the picture."""

    x1: str
    y1: str
    x2: str
    y2: str


@dataclass(frozen=True)
class ThesisInTime:
    """A thesis from the day it was put forward until today."""

    claim: ClaimView
    moments: tuple[MomentView, ...]
    strokes: tuple[Stroke, ...]

    @property
    def turns(self) -> tuple[MomentView, ...]:
        """The moments at which its standing became another word, from the first on."""
        return tuple(each for each in self.moments if each.changed)


@dataclass(frozen=True)
class SeenView:
    """A documented claim that shows what comes of a prediction; `at` is its place on the axis."""

    claim: ClaimView
    day: str
    date: str
    at: str
    side: Side


@dataclass(frozen=True)
class LedgerRow:
    """A prediction, with what has been seen of it on the axis."""

    claim: ClaimView
    seen: tuple[SeenView, ...]


@dataclass(frozen=True)
class TimeLine:
    """What came of a debate, or of all, in time. `judged` are the predictions that turned out one
    way or another, `pending` those that are open, as far as something has been seen of them;
    `more` have no row."""

    axis: Axis
    theses: tuple[ThesisInTime, ...]
    judged: tuple[LedgerRow, ...]
    pending: tuple[LedgerRow, ...]
    more: int


def time_line(
    reader: Reader, theses: Iterable[str], among: Container[str] | None = None
) -> TimeLine | None:
    """The time line of these theses and of all predictions, or those among some claims; None where
    nothing on it is dated."""
    kb = reader.kb
    dated = ((each, moments) for each in theses if len(moments := over_time(kb, each)) > 1)
    told = list(islice(dated, THESES))
    found = [(each, seen) for each in predictions(kb, among) if (seen := seen_since(kb, each))]
    begins = [moments[0].day for _, moments in told]
    # What a text foretold shows only after it, so an older one does not stretch the axis.
    begins = begins or [known_from(kb, kb.claims[each.claim]) for each, _ in found]
    ends = [moments[-1].day for _, moments in told]
    ends += [last for each, seen in found for last in (seen[-1].day, each.on)]
    if not begins:
        return None
    axis = Axis(date.fromisoformat(min(begins)), date.fromisoformat(max(ends)))
    shown = found[:ROWS]
    rows = [
        (each, LedgerRow(reader.claim(each.claim), views))
        for each, seen in shown
        if (views := tuple(_seen(reader, axis, *one) for one in seen if one.day >= min(begins)))
    ]
    return TimeLine(
        axis,
        tuple(_in_time(reader, axis, *each) for each in told),
        tuple(row for each, row in rows if _is_judged(each)),
        tuple(row for each, row in rows if not _is_judged(each)),
        len(found) - len(shown),
    )


def _is_judged(each: Prediction) -> bool:
    return each.outcome is not None and each.state is not State.OPEN


def _seen(reader: Reader, axis: Axis, claim: str, day: str, side: Side) -> SeenView:
    return SeenView(reader.claim(claim), day, reader.language.date(day[:7]), axis.at(day), side)


def _in_time(reader: Reader, axis: Axis, thesis: str, moments: tuple[Moment, ...]) -> ThesisInTime:
    views = tuple(
        _moment(reader, axis, thesis, former, moment)
        for former, moment in pairwise((None, *moments))
        if moment is not None
    )
    ends = (*(each.x for each in views[1:]), "100%")
    strokes: list[Stroke] = []
    for view, end in zip(views, ends, strict=True):
        if strokes and strokes[-1].y1 != view.y:
            strokes.append(Stroke(view.x, strokes[-1].y2, view.x, view.y))
        strokes.append(Stroke(view.x, view.y, end, view.y))
    return ThesisInTime(reader.claim(thesis), views, tuple(strokes))


def _moment(
    reader: Reader, axis: Axis, thesis: str, former: Moment | None, moment: Moment
) -> MomentView:
    kb, came = reader.kb, moment.came
    turned = tuple(
        (reader.claim(kb.links[link].claim), state)
        for link, state in moment.lines.items()
        if former is None or former.lines.get(link) is not state
    )
    carried, taken = moment.sides
    balance = carried.midpoint - taken.midpoint
    return MomentView(
        moment.day,
        reader.language.date(moment.day[:7]),
        Stand.of(reader.language, moment.standing, moment.sides),
        axis.at(moment.day),
        f"{HEIGHT / 2 - balance * (HEIGHT / 2 - _EDGE):.1f}",
        former is None or former.standing is not moment.standing,
        turned,
        tuple((reader.claim(each), _side(reader, each, thesis)) for each in came[:CAME]),
        len(came[CAME:]),
    )


def _side(reader: Reader, claim: str, thesis: str) -> Side | None:
    """The side of a thesis on which a claim is; None where it does nothing to it, or where that is
    too much to be worked out."""
    effect = reader.kb.effect(claim, thesis)
    if effect is None or abs(effect) < NOTICEABLE:
        return None
    return Side.FOR if effect > 0 else Side.AGAINST
