"""A debate: what is argued about, its theses and its themes."""

from pydantic import Field

from graph.records.scalars import Record, RecordId
from graph.records.text import Localized


class Theme(Record):
    """A named strand of a debate with the claims at its root."""

    id: RecordId
    title: Localized
    question: Localized | None = None
    summary: Localized | None = None
    roots: tuple[RecordId, ...] = Field(min_length=1)


class Debate(Record):
    """A question, the theses that answer it and the themes in which it is argued.

    `source` is the text the debate starts from, where there is one.
    """

    id: RecordId
    title: Localized
    question: Localized
    summary: Localized | None = None
    source: RecordId | None = None
    theses: tuple[RecordId, ...] = Field(min_length=1)
    themes: tuple[Theme, ...] = ()
