"""An argumentation scheme with its critical questions (Walton, Reed & Macagno 2008)."""

from graph.records.scalars import Line, Record, RecordId
from graph.records.text import Localized


class Scheme(Record):
    """A common form of argument and the questions that test an argument of that form."""

    id: RecordId
    name: Localized
    description: Localized
    questions: tuple[Localized, ...] = ()
    literature: Line | None = None
