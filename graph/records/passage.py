"""Where a source says something: a W3C Web Annotation target with a range selector."""

from graph.records.scalars import Count, Fingerprint, Line, Record, RecordId


class Passage(Record):
    """A stretch of a source's text, located without repeating it.

    `paragraph` counts body paragraphs from 1 (0 is the headline; section headings do not
    count). `start` and `end` are its first and last words; without `end`, `start` is the
    whole passage. `fingerprint` is the SHA-256 of the normalised text.
    """

    source: RecordId
    paragraph: Count | None = None
    start: Line
    end: Line | None = None
    fingerprint: Fingerprint | None = None
