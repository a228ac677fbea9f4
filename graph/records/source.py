"""A source: a bibliographic record in the fields of the Citation Style Language (CSL 1.0.2)."""

from enum import StrEnum

from pydantic import Field

from graph.records.doi import Doi
from graph.records.keywords import Keywords
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


ON_THE_WEB = frozenset((SourceType.WEBPAGE, SourceType.POST, SourceType.POST_WEBLOG))
"""What is nowhere else than at its address."""


class Level(StrEnum):
    """How near what was seen is to whoever says it.

    A primary source is the body's own document; a copy repeats it elsewhere; a secondary
    source reports it in its own words.
    """

    PRIMARY = "primary"
    COPY = "copy"
    SECONDARY = "secondary"


class Quality(Record):
    """What a reader should know before leaning on a source. Its grade follows from it."""

    level: Level
    """How near what was seen is to whoever says it."""
    peer_reviewed: Flag = False
    """Whether peers reviewed it before it was published."""
    interested: Flag = False
    """Whether the source has a stake in what it says, as a maker has in its product."""


class Name(Record):
    """Who wrote a source: a person by family and given name, or a body by its literal name."""

    family: Line | None = None
    """Family name."""
    given: Line | None = None
    """Given name."""
    literal: Line | None = None
    """A body's name, as it is."""

    @property
    def full(self) -> str:
        """The name as it is read: given name first."""
        return self.literal or " ".join(part for part in (self.given, self.family) if part)

    @property
    def short(self) -> str:
        """The name in a short reference: the family name, or the body's name."""
        return self.literal or self.family or self.given or ""


class Paragraph(Record):
    """A paragraph of a source, as a reader is told of it without repeating it."""

    number: Count
    """Counted from 1; 0 is the headline."""
    start: Line
    """Its first words."""
    end: Line | None = None
    """Its last words; when absent, `start` is all of it."""
    gist: Localized
    """What it says, in our words."""
    move: Localized | None = None
    """What it does after the paragraph before it, such as giving an example or concluding."""


class Source(Record):
    """A bibliographic record. Fields are CSL variables, with CSL's names in the file."""

    id: RecordId
    """The file name without its ending."""
    type: SourceType
    """The CSL item type."""
    title: Line
    """Its title."""
    author: tuple[Name, ...] = ()
    """Who wrote it."""
    issued: Date | None = None
    """When it was published: a year, a month or a day."""
    container_title: Line | None = Field(default=None, alias="container-title")
    """What it appeared in."""
    publisher: Line | None = None
    """Who published it."""
    volume: Line | None = None
    """Volume."""
    issue: Line | None = None
    """Issue."""
    page: Line | None = None
    """Pages."""
    language: Language | None = None
    """The language it is in."""
    url: Url | None = Field(default=None, alias="URL")
    """Its canonical address: the publisher's own page."""
    seen_at: Url | None = None
    """Where its text was read, when that is another place: a mirror, an archive, a repost."""
    doi: Doi | None = Field(default=None, alias="DOI")
    """Its DOI, without what resolves it."""
    accessed: Date | None = None
    """When it was last seen."""
    fingerprint: Fingerprint | None = None
    """SHA-256 of its whole text as last seen."""
    quality: Quality | None = None
    """What to know before leaning on it; its grade follows from it."""
    original: RecordId | None = None
    """What it copies or reports, by the id of that source: both count as one."""
    reports: Line | None = None
    """What it copies or reports, in words, where no record of that says more."""
    seen: Flag = True
    """False for an original that nobody here has seen, known from what others say of it."""
    note: Line | None = None
    """Anything else a reader should know."""
    keywords: Keywords | None = None
    """Words that readers will type and that its title does not have, per language."""
    licence: Line | None = None
    """The licence its text is published under: an SPDX id, an address or a name."""
    text: Line | None = None
    """The file with its own text, where the licence allows publishing that."""
    aliases: tuple[RecordId, ...] = ()
    """Ids it had before, which go on working."""
    paragraphs: tuple[Paragraph, ...] = ()
    """A guide to it, paragraph by paragraph."""

    @property
    def by(self) -> str:
        """Who it is by, in a few words: up to two names, or whoever published it."""
        names = [each.short for each in self.author]
        if len(names) > 2:
            return f"{names[0]} et al."
        return " & ".join(names) or self.publisher or self.container_title or self.title

    @property
    def level(self) -> Level:
        """How near what was seen is to whoever says it; primary where nothing is said of that."""
        return Level.PRIMARY if self.quality is None else self.quality.level

    @property
    def read_at(self) -> str | None:
        """The address of the text that passages and fingerprints are of."""
        return self.seen_at or self.url
