"""A speaker: who says a claim."""

from graph.records.scalars import Record, RecordId, Url
from graph.records.text import NameText


class Speaker(Record):
    """A person, a group or a general view that claims are attributed to."""

    id: RecordId
    name: NameText
    role: NameText | None = None
    url: Url | None = None
