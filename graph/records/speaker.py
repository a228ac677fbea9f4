"""A speaker: who says a claim."""

from graph.records.scalars import Record, RecordId, Url
from graph.records.text import NameText


class Speaker(Record):
    """A person, a group or a general view that claims are attributed to."""

    id: RecordId
    """The file name without its ending."""
    name: NameText
    """The name; a text per language only where it differs."""
    role: NameText | None = None
    """What they are, as far as it matters here."""
    url: Url | None = None
    """A page about them."""
    aliases: tuple[RecordId, ...] = ()
    """Ids they had before, which go on working."""
