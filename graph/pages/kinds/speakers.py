"""The pages of speakers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from graph.pages.edition import Edition
from graph.pages.frame import SitePage
from graph.pages.kinds.page_kind import PageKind
from graph.pages.template import Template
from graph.pages.views.attribution import Disagreement, disagreements, said_by
from graph.pages.views.reader import ClaimView
from graph.pages.views.weak_spots import SHOWN
from graph.records import Speaker


@dataclass(frozen=True)
class SpeakerRow:
    """A speaker in the list: the record, and how many claims they make."""

    speaker: Speaker
    count: int


@dataclass(frozen=True)
class SpeakersContext:
    """The list of speakers."""

    speakers: Sequence[SpeakerRow]
    """The speakers."""


@dataclass(frozen=True)
class SpeakerContext:
    """A speaker, what they say and who says otherwise."""

    speaker: Speaker
    """The record."""
    claims: Sequence[ClaimView]
    """What they say, no more than a page can bear."""
    more: int
    """How many of their claims are not shown."""
    count: int
    """How many claims they make."""
    list_path: str
    """Where all of them are listed, below `base`."""
    disagreements: Sequence[Disagreement]
    """Contradictions between their claims and those of others."""


LIST_TEMPLATE = Template("speakers.html", SpeakersContext)
TEMPLATE = Template("speaker.html", SpeakerContext)


def speakers_pages(edition: Edition) -> Iterator[SitePage]:
    """The list of speakers."""
    said = said_by(edition.reader)
    rows = [SpeakerRow(each, len(said.get(each.id, ()))) for each in edition.kb.speakers.values()]
    title = edition.lang.t("site.speakers")
    yield edition.page(LIST_TEMPLATE, "speakers/", title, lambda: SpeakersContext(rows))


def speaker_pages(edition: Edition) -> Iterator[SitePage]:
    """A page for each speaker."""
    said = said_by(edition.reader)
    for speaker in edition.kb.speakers.values():
        yield edition.page(
            TEMPLATE,
            f"speakers/{speaker.id}/",
            edition.text(speaker.name),
            partial(_context, speaker, said.get(speaker.id, [])),
            record=edition.kb.paths["speaker", speaker.id],
        )


def _context(speaker: Speaker, views: list[ClaimView]) -> SpeakerContext:
    return SpeakerContext(
        speaker=speaker,
        claims=views[:SHOWN],
        more=max(len(views) - SHOWN, 0),
        count=len(views),
        list_path=f"lists/speaker/{speaker.id}/",
        disagreements=disagreements(views),
    )


SPEAKERS = PageKind(LIST_TEMPLATE, speakers_pages)
SPEAKER = PageKind(TEMPLATE, speaker_pages)
