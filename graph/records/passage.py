"""Where a source says something: a W3C Web Annotation target with a range selector."""

from graph.records.scalars import Count, Fingerprint, Line, Record, RecordId


class Passage(Record):
    """A stretch of a source's text, located without repeating it."""

    source: RecordId
    """The source, by its id."""
    paragraph: Count | None = None
    """Its paragraph, counted from 1; 0 is the headline, section headings do not count."""
    start: Line
    """Its first words."""
    end: Line | None = None
    """Its last words; when absent, `start` is the whole passage."""
    fingerprint: Fingerprint | None = None
    """SHA-256 of its normalised text, which `betoog verify --update` writes."""
