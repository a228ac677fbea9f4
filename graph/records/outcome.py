"""What became of a prediction: how it was judged, as of which day, and by what."""

from enum import StrEnum

from graph.records.scalars import Day, Record, RecordId
from graph.records.text import Localized


class State(StrEnum):
    """How a prediction has turned out so far."""

    CAME_TRUE = "came-true"
    PARTLY = "partly"
    FAILED = "failed"
    OPEN = "open"


class Outcome(Record):
    """How a prediction was judged, on the day that it was."""

    state: State
    """How it has turned out so far."""
    on: Day
    """The day as of which it was judged."""
    because: Localized
    """What is seen, as of when: one sentence per language."""
    claims: tuple[RecordId, ...] = ()
    """The claims that decide it; none only while it is open."""
