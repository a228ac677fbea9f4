"""The pages of speakers."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from graph.pages.edition import Edition
from graph.pages.frame import SitePage
from graph.pages.views.attribution import disagreements, said_by
from graph.pages.views.reader import ClaimView
from graph.pages.views.weak_spots import SHOWN
from graph.records import Speaker


def speaker_pages(edition: Edition) -> Iterator[SitePage]:
    """The list of speakers and a page for each."""
    said = said_by(edition.reader)
    speakers = edition.kb.speakers.values()
    rows = [{"speaker": each, "count": len(said.get(each.id, ()))} for each in speakers]
    title = edition.lang.t("site.speakers")
    yield edition.page("speakers/", "speakers.html", title, lambda: {"speakers": rows})
    for speaker in speakers:
        yield edition.page(
            f"speakers/{speaker.id}/",
            "speaker.html",
            edition.text(speaker.name),
            partial(_context, speaker, said.get(speaker.id, [])),
        )


def _context(speaker: Speaker, views: list[ClaimView]) -> dict[str, Any]:
    return {
        "speaker": speaker,
        "claims": views[:SHOWN],
        "more": max(len(views) - SHOWN, 0),
        "count": len(views),
        "list_path": f"lists/speaker/{speaker.id}/",
        "disagreements": disagreements(views),
    }
