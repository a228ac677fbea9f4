"""What a reviewer is told of a change, apart from how it is written down.

What comes from records is kept apart from our own words, since whoever proposes a change writes
the records, and a report must not be moved by them. A report can be handed on as JSON to
whoever shows it. They take it for untrusted text: it may have been made by the change itself.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, partial
from typing import Annotated, NamedTuple

from pydantic import Field, TypeAdapter, ValidationError

from graph.errors import BetoogError
from graph.records.link_types import LinkType

_MORE = 1_000_000
"""Things that are left out of a section at most."""


class Role(StrEnum):
    """What a stretch of a report is: our own words, or something out of a record."""

    WORDS = "words"
    STRONG = "strong"
    QUOTE = "quote"
    ID = "id"
    REMOVED = "removed"
    ADDED = "added"


class Part(NamedTuple):
    """A stretch of a line."""

    role: Role
    text: str


strong, quoted, named = (partial(Part, role) for role in (Role.STRONG, Role.QUOTE, Role.ID))
"""Words of ours that matter most in their line, what a record says, and an id."""


@dataclass(frozen=True)
class Line:
    """One thing that is reported, with what belongs to it below it."""

    parts: tuple[Part, ...]
    below: tuple["Line", ...] = ()


@dataclass(frozen=True)
class Section:
    """Things of one kind under a heading; `more` are left out of those there were."""

    title: str
    lines: tuple[Line, ...]
    more: Annotated[int, Field(ge=0, le=_MORE)] = 0

    @property
    def number(self) -> int:
        """How many things there are, with those left out."""
        return len(self.lines) + self.more


class Node(NamedTuple):
    """A claim in a drawing: a few words, whether it is a thesis, whether it is new."""

    label: str
    thesis: bool
    new: bool


class Arrow(NamedTuple):
    """A link in a drawing, from one node to another, by their numbers from 0."""

    start: int
    end: int
    type: LinkType
    new: bool


@dataclass(frozen=True)
class Drawing:
    """What a change reaches, as claims and links."""

    nodes: tuple[Node, ...] = ()
    arrows: tuple[Arrow, ...] = ()


class Topic(StrEnum):
    """What a change is about, as its labels on the hosting site say."""

    NEW_CLAIM = "new claim"
    STANDING = "changes a standing"
    THESIS = "touches a thesis"
    UNVERIFIED = "unverified passage"
    TRANSLATION = "translation"


@dataclass(frozen=True)
class Report:
    """A review in sentences: what it is about, the gist, and the sections that hold something."""

    names: tuple[str, str]
    gist: tuple[str, ...]
    sections: tuple[Section, ...]
    drawing: Drawing = Drawing()
    topics: tuple[Topic, ...] = ()


class ReportError(BetoogError):
    """What was handed on is no report; the message says why, in our own words alone."""


LARGEST = 1_000_000
"""Bytes of a report that is handed on, at most."""
_LINES, _BELOW, _PARTS, _CHARACTERS = 200, 8, 40, 400
"""What of a report is handed on: more is never shown in a comment."""
_DEEPEST = 3


@cache
def _reports() -> TypeAdapter[Report]:
    # Not made on import: most reports are only shown where they are made.
    return TypeAdapter(Report)


def report_json(report: Report) -> bytes:
    """A report to hand on, shortened so that it is read without trouble, below `LARGEST`."""
    before, after = report.names
    names = (before[:_CHARACTERS], after[:_CHARACTERS])
    lines = _LINES
    while True:
        sections = tuple(_shortened(each, lines) for each in report.sections)
        data = _reports().dump_json(replace(report, names=names, sections=sections), indent=1)
        if len(data) <= LARGEST or lines == 1:
            return data
        lines //= 2


def _shortened(section: Section, lines: int) -> Section:
    kept = tuple(_short_line(each) for each in section.lines[:lines])
    return Section(section.title, kept, section.number - len(kept))


def _short_line(line: Line, depth: int = 1) -> Line:
    parts = tuple(Part(role, text[:_CHARACTERS]) for role, text in line.parts[:_PARTS])
    if len(line.parts) > _PARTS:
        parts += (Part(Role.WORDS, " …"),)
    below = line.below[:_BELOW] if depth < _DEEPEST else ()
    left = len(line.below) - len(below)
    kept = tuple(_short_line(each, depth + 1) for each in below)
    if left > 0:
        kept += (Line((Part(Role.WORDS, f"… and {left} more"),)),)
    return Line(parts, kept)


def read_report(data: bytes) -> Report:
    """A report that was handed on.

    Raises:
        ReportError: it is too large, or no report.
    """
    if len(data) > LARGEST:
        raise ReportError(f"the report is larger than {LARGEST:,} bytes")
    try:
        report = _reports().validate_json(data)
    except (ValidationError, RecursionError):
        # What exactly is wrong would quote it.
        raise ReportError("the report is not in the form in which reports are handed on") from None
    nodes = range(len(report.drawing.nodes))
    for arrow in report.drawing.arrows:
        if arrow.start not in nodes or arrow.end not in nodes:
            raise ReportError("the report has a drawing with arrows that lead nowhere")
    return report
