"""What to ask of the steps to or from a claim, as a page in one language shows it."""

from dataclasses import dataclass

from graph.argument.asking import asked
from graph.pages.views.reader import ClaimView, LinkView
from graph.records import Scheme
from graph.words.sentence import Piece


@dataclass(frozen=True)
class AskedView:
    """A question about one step, the doubts that answer it, and the scheme that it comes from."""

    question: tuple[Piece, ...]
    doubts: tuple[LinkView, ...]
    scheme: Scheme


def asked_of(claim: ClaimView) -> tuple[AskedView, ...]:
    """What to ask of the steps to a claim; of the steps from it, where nothing bears on it."""
    reader = claim.reader
    links = claim.arguments or claim.used_in
    return tuple(
        AskedView(
            reader.tell(each.question),
            tuple(reader.link(doubt) for doubt in each.doubts),
            reader.kb.schemes[each.link.record.scheme or ""],
        )
        for each in asked(reader.kb, (view.link for view in links))
    )
