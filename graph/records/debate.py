"""A debate: what is argued about, its theses and its themes."""

from typing import Any

from pydantic import Field

from graph.records.scalars import Language, Line, OneOrMoreIds, Record, RecordId, Topic
from graph.records.text import ANY_LANGUAGE, FALLBACK, Localized, LocalizedText


def _of_its_title(fields: dict[str, Any]) -> tuple[str, ...]:
    title: LocalizedText | None = fields.get("title")
    named = () if title is None else tuple(each for each in title.root if each != ANY_LANGUAGE)
    return named or (FALLBACK,)


class Theme(Record):
    """A named strand of a debate with the claims at its root."""

    id: RecordId
    """Its name in addresses."""
    title: Localized
    """Its title per language."""
    question: Localized | None = None
    """What it is about, as a question."""
    summary: Localized | None = None
    """A sentence or two that say what is argued."""
    roots: tuple[RecordId, ...] = Field(min_length=1)
    """The claims it comes down to, by their ids."""
    aliases: tuple[RecordId, ...] = ()
    """Ids it had before, which go on working."""


class DebateFinding(Record):
    """What the analysis of a debate found: a sentence of its editors, and what it rests on."""

    finding: Localized
    """What was found: a sentence or two per language."""
    claims: tuple[RecordId, ...] = Field(min_length=1)
    """The claims that bear it out, by their ids."""


class DebateTopic(Record):
    """How a topic of claims is called where people read it."""

    topic: Topic
    """The word that stands in the `topics` of claims."""
    title: Localized
    """What it is called per language."""


class Debate(Record):
    """A question, the theses that answer it and the themes in which it is argued."""

    id: RecordId
    """The folder's name."""
    title: Localized
    """Its title per language."""
    question: Localized
    """The question that is argued about."""
    summary: Localized | None = None
    """A sentence or two that say what is argued."""
    source: OneOrMoreIds | None = None
    """The text that is analysed, by the id of its source; a list where there are several."""
    languages: tuple[Language, ...] = Field(default_factory=_of_its_title, min_length=1)
    """The languages in which its texts are expected and its pages are made, that of the site’s
    first page first; those of its title when absent."""
    theses: tuple[RecordId, ...] = ()
    """The claims that answer the question, by their ids; a debate that begins has none yet."""
    findings: tuple[DebateFinding, ...] = ()
    """What the analysis found, the most important first; shown at the top of its page."""
    editors: tuple[Line, ...] = ()
    """Who signs the findings: names, as they are."""
    themes: tuple[Theme, ...] = ()
    """The strands of the argument."""
    topics: tuple[DebateTopic, ...] = ()
    """What the topics of its claims are called; one that is not here goes by its own word."""
    aliases: tuple[RecordId, ...] = ()
    """Ids it had before, which go on working."""

    @property
    def sources(self) -> tuple[str, ...]:
        """The texts that are analysed, by the ids of their sources, each once."""
        if self.source is None:
            return ()
        return (self.source,) if isinstance(self.source, str) else tuple(dict.fromkeys(self.source))
