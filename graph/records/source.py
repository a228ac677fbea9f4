"""A source: a bibliographic record in the fields of the Citation Style Language (CSL 1.0.2)."""

from enum import StrEnum

from pydantic import Field

from graph.records.scalars import (
    Count,
    Date,
    Fingerprint,
    Flag,
    Language,
    Line,
    Record,
    RecordId,
    Url,
)
from graph.records.text import Localized


class SourceType(StrEnum):
    """The CSL item types that occur in argument: texts, talks and data."""

    ARTICLE = "article"
    ARTICLE_JOURNAL = "article-journal"
    ARTICLE_MAGAZINE = "article-magazine"
    ARTICLE_NEWSPAPER = "article-newspaper"
    BILL = "bill"
    BOOK = "book"
    BROADCAST = "broadcast"
    CHAPTER = "chapter"
    DATASET = "dataset"
    INTERVIEW = "interview"
    LEGISLATION = "legislation"
    PAPER_CONFERENCE = "paper-conference"
    POST = "post"
    POST_WEBLOG = "post-weblog"
    REGULATION = "regulation"
    REPORT = "report"
    SOFTWARE = "software"
    SPEECH = "speech"
    THESIS = "thesis"
    WEBPAGE = "webpage"


class Level(StrEnum):
    """How near what was seen is to whoever says it.

    A primary source is the body's own document; a copy repeats it elsewhere; a secondary
    source reports it in its own words.
    """

    PRIMARY = "primary"
    COPY = "copy"
    SECONDARY = "secondary"


class Quality(Record):
    """What a reader should know before leaning on a source. It does not change strengths.

    `interested`: the source has a stake in what it says, as a maker has in its product.
    """

    level: Level
    peer_reviewed: Flag = False
    interested: Flag = False


class Name(Record):
    """Who wrote a source: a person by family and given name, or a body by its literal name."""

    family: Line | None = None
    given: Line | None = None
    literal: Line | None = None

    @property
    def full(self) -> str:
        """The name as it is read: given name first."""
        return self.literal or " ".join(part for part in (self.given, self.family) if part)

    @property
    def short(self) -> str:
        """The name in a short reference: the family name, or the body's name."""
        return self.literal or self.family or self.given or ""


class Paragraph(Record):
    """A paragraph of a source, as a reader is told of it without repeating it.

    `number` counts as the `paragraph` of a passage does: from 1, with 0 for the headline.
    `start` and `end` are the paragraph's own first and last words; without `end`, `start` is
    all of it. `gist` says in our words what it says; `move` what it does after the paragraph
    before it, such as giving an example or drawing the conclusion.
    """

    number: Count
    start: Line
    end: Line | None = None
    gist: Localized
    move: Localized | None = None


class Source(Record):
    """A bibliographic record. Fields are CSL variables, with CSL's names in the file.

    `fingerprint` is that of the whole text as last seen, `accessed` when that was. Where
    what was seen is a copy or a report, `reports` names the original. `paragraphs` guide a
    reader through it. `text` names the file, from the folder of the record, that holds the
    source's own text where its `licence` allows us to publish that: an SPDX id, the licence's
    address or its name.
    """

    id: RecordId
    type: SourceType
    title: Line
    author: tuple[Name, ...] = ()
    issued: Date | None = None
    container_title: Line | None = Field(default=None, alias="container-title")
    publisher: Line | None = None
    volume: Line | None = None
    issue: Line | None = None
    page: Line | None = None
    language: Language | None = None
    url: Url | None = Field(default=None, alias="URL")
    doi: Line | None = Field(default=None, alias="DOI")
    accessed: Date | None = None
    fingerprint: Fingerprint | None = None
    quality: Quality | None = None
    reports: Line | None = None
    note: Line | None = None
    licence: Line | None = None
    text: Line | None = None
    paragraphs: tuple[Paragraph, ...] = ()

    @property
    def by(self) -> str:
        """Who it is by, in a few words: up to two names, or whoever published it."""
        names = [each.short for each in self.author]
        if len(names) > 2:
            return f"{names[0]} et al."
        return " & ".join(names) or self.publisher or self.container_title or self.title
