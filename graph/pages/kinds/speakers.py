"""The pages of speakers."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from graph.argument import attribution
from graph.argument.positions import positions_of
from graph.pages.edition import Edition
from graph.pages.frame import SitePage
from graph.pages.kinds.page_kind import PageKind
from graph.pages.template import Template
from graph.pages.views.attribution import Disagreement, disagreements, said_by
from graph.pages.views.debates import DebateView
from graph.pages.views.reader import ClaimView
from graph.pages.views.themes import ThemeView
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
    """The speakers, those who say most first; no more than a page can bear."""
    more: int
    """How many of them are not shown."""


@dataclass(frozen=True)
class Said:
    """What a speaker says on one theme; without a theme, what belongs to none."""

    theme: ThemeView | None
    claims: Sequence[ClaimView]


@dataclass(frozen=True)
class SpeakerContext:
    """A speaker, what they say and who says otherwise."""

    speaker: Speaker
    """The record."""
    said: Sequence[Said]
    """What they say by theme, each claim once and no more than a page can bear."""
    more: int
    """How many of their claims are not shown."""
    count: int
    """How many claims they make."""
    list_path: str
    """Where all of them are listed, below `base`."""
    disagreements: Sequence[Disagreement]
    """Contradictions between their claims and those of others."""
    debates: Sequence[DebateView]
    """The debates in which they have a position."""


LISTED = 600
"""Speakers in the list."""
LIST_TEMPLATE = Template("speakers.html", SpeakersContext)
TEMPLATE = Template("speaker.html", SpeakerContext)


def speakers_pages(edition: Edition) -> Iterator[SitePage]:
    """The list of speakers."""
    title = edition.lang.t("site.speakers")
    yield edition.page(LIST_TEMPLATE, "speakers/", title, partial(_listed, edition))


def _listed(edition: Edition) -> SpeakersContext:
    said = attribution.said_by(edition.kb)
    rows = [SpeakerRow(each, len(said.get(each.id, ()))) for each in edition.kb.speakers.values()]
    rows.sort(key=lambda row: (-row.count, edition.text(row.speaker.name).casefold()))
    return SpeakersContext(rows[:LISTED], max(len(rows) - LISTED, 0))


def speaker_pages(edition: Edition) -> Iterator[SitePage]:
    """A page for each speaker."""
    said = said_by(edition.reader)
    for speaker in edition.kb.speakers.values():
        yield edition.page(
            TEMPLATE,
            f"speakers/{speaker.id}/",
            edition.text(speaker.name),
            partial(_context, edition, speaker, said.get(speaker.id, [])),
            record=edition.kb.paths["speaker", speaker.id],
        )


def _context(edition: Edition, speaker: Speaker, views: list[ClaimView]) -> SpeakerContext:
    return SpeakerContext(
        speaker=speaker,
        said=_by_theme(edition, views[:SHOWN]),
        more=max(len(views) - SHOWN, 0),
        count=len(views),
        list_path=f"lists/speaker/{speaker.id}/",
        disagreements=disagreements(views),
        debates=[
            view
            for view in edition.debates
            if any(each.speaker == speaker.id for each in positions_of(edition.kb, view.debate.id))
        ],
    )


def _by_theme(edition: Edition, views: list[ClaimView]) -> list[Said]:
    """Claims by the first theme that each belongs to, in the order of the themes."""
    first: dict[str, ThemeView] = {}
    parts: dict[str, list[ClaimView]] = {}
    for view in views:
        key = ""
        for theme in edition.debates.themes_of(view.id)[:1]:
            key = theme.key
            first.setdefault(key, theme)
        parts.setdefault(key, []).append(view)
    themes = edition.debates.in_order(first.values())
    others = [Said(None, parts[""])] if "" in parts else []
    return [*(Said(theme, parts[theme.key]) for theme in themes), *others]


def _near(edition: Edition, path: str) -> Iterable[SitePage]:
    return speaker_pages(edition) if path.startswith("speakers/") else ()


SPEAKERS = PageKind(LIST_TEMPLATE, speakers_pages)
SPEAKER = PageKind(TEMPLATE, speaker_pages, _near)
