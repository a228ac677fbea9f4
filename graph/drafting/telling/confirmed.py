"""What was confirmed, as data and in words."""

from rich.console import Group, RenderableType
from rich.text import Text
from typing_extensions import TypedDict

from graph.argument.phrases import count
from graph.drafting.confirmation import Confirming
from graph.text.visible import visible


class ConfirmedAnswer(TypedDict):
    """The links, and the claims whose translations or fits, got another mark."""

    links: list[str]
    translations: list[str]
    """The claims whose translations were confirmed."""
    fits: list[str]
    """The claims of whose passages it was confirmed how they bear on them."""
    files: list[str]
    """The records that changed, from the root."""
    refused: list[str]
    """Why others could not be written."""
    written: bool


def confirmed_answer(outcome: Confirming, written: bool) -> ConfirmedAnswer:
    """The outcome as data."""
    return {
        "links": list(outcome.links),
        "translations": list(outcome.translations),
        "fits": list(outcome.fits),
        "files": [each.path for each in outcome.files],
        "refused": list(outcome.refused),
        "written": written,
    }


def confirmed_text(outcome: Confirming, written: bool) -> RenderableType:
    """The outcome in words."""
    verb = "Confirmed" if written else "Would confirm"
    lines = [Text(f"{verb} the link {visible(each)}") for each in outcome.links]
    lines += [Text(f"{verb} the translation of {visible(each)}") for each in outcome.translations]
    lines += [
        Text(f"{verb} how the passages of {visible(each)} bear on it") for each in outcome.fits
    ]
    lines += [Text(f"Left alone: {visible(each)}") for each in outcome.refused]
    left = [
        Text(f"Read {visible(each)} again, then: betoog confirm '{visible(each)}'")
        for each in outcome.left
    ]
    if not lines and left:
        return Group(
            Text("Nothing to confirm but links to it, each of which is to be read."), *left
        )
    if not lines:
        return Text("Nothing to confirm: every mark is that of the words as they are.")
    lines += left
    return Group(*lines, Text(f"{count(len(outcome.files), 'file')} in all."))
