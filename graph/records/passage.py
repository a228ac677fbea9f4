"""Where a source says something: a W3C Web Annotation target with a range selector."""

from enum import StrEnum

from graph.records.scalars import Count, Day, Fingerprint, Line, Record, RecordId, WordingMark


class Bears(StrEnum):
    """How near a passage comes to what a claim says."""

    DIRECTLY = "directly"
    PARTLY = "partly"
    BACKGROUND = "background"


class Fit(Record):
    """What a person found who read a passage beside the claim that it is to show."""

    bears: Bears
    """Whether it shows the claim, a part of it, or what stands around it."""
    read: Day
    """The day on which the two were read beside each other."""
    wording: WordingMark | None = None
    """The mark of the claim's words as they were then; written by `betoog confirm`."""


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
    fit: Fit | None = None
    """How well it bears on the claim, where it is the claim's evidence and no text that is
    analysed."""
