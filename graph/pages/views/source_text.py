"""A source's own text with the passages that claims are read from marked in it.

Passages may lie within one another or overlap, which elements of HTML cannot. Those that overlap
are cut: a mark that is still open where the one around it ends is closed and opened again.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.base import Citation
from graph.base.reads import remembered
from graph.passages import SourceText, shown, stretch


@dataclass(frozen=True)
class Mark:
    """A stretch of a paragraph, from character `begin` up to `end`, and the passages it is."""

    begin: int
    end: int
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class Piece:
    """What comes next in a marked paragraph.

    It is `text`, or the place where a `mark` opens or closes; `whole` says that the mark does
    so for the first or the last time.
    """

    text: str = ""
    mark: Mark | None = None
    opens: bool = False
    whole: bool = False


class MarkedText:
    """The paragraphs of a source's text as pieces, and where in them each passage is marked.

    Passages that the text does not have are left out.
    """

    def __init__(self, text: SourceText, citations: Iterable[Citation]) -> None:
        self.text = text
        found: dict[int, dict[tuple[int, int], list[Citation]]] = {}
        for citation in citations:
            passage = citation.passage
            place = stretch(text, passage.paragraph, passage.start, passage.end)
            if place is not None:
                stretches = found.setdefault(place.paragraph, {})
                stretches.setdefault((place.begin, -place.end), []).append(citation)
        self.marks: Mapping[int, tuple[Mark, ...]] = {
            number: tuple(
                Mark(begin, -end, tuple(stretches[begin, end])) for begin, end in sorted(stretches)
            )
            for number, stretches in found.items()
        }

    def pieces(self, number: int) -> tuple[Piece, ...]:
        """The paragraph of this number, from its first character to its last."""
        return tuple(_pieces(self.text.paragraphs[number], self.marks.get(number, ())))

    def headings(self, number: int) -> tuple[str, ...]:
        """The section headings above a paragraph."""
        return self.text.headings.get(number, ())

    @remembered
    def numbers(self) -> Mapping[Citation, int]:
        """The marked passages, numbered from 1 in the order in which they end."""
        found = (
            citation
            for number in sorted(self.marks)
            for piece in self.pieces(number)
            if piece.mark is not None and piece.whole and not piece.opens
            for citation in piece.mark.citations
        )
        return {citation: number for number, citation in enumerate(found, 1)}

    def anchor(self, citation: Citation) -> str:
        """The name of the place where a passage is marked; empty where it is not."""
        return anchor(citation) if citation in self.numbers else ""


def anchor(citation: Citation) -> str:
    """The name of a passage on its source's page; a claim's second passage there has a number."""
    later = f".{citation.position + 1}" if citation.position else ""
    return f"passage-{citation.claim}{later}"


def _pieces(text: str, marks: tuple[Mark, ...]) -> Iterator[Piece]:
    places = sorted({0, len(text)} | {at for mark in marks for at in (mark.begin, mark.end)})
    opened: list[Mark] = []
    before = 0
    for at in places:
        if at > before:
            yield Piece(shown(text[before:at]))
        before = at
        lowest = next((depth for depth, mark in enumerate(opened) if mark.end == at), len(opened))
        cut = []
        for mark in reversed(opened[lowest:]):
            yield Piece(mark=mark, whole=mark.end == at)
            if mark.end > at:
                cut.append(mark)
        del opened[lowest:]
        for mark in reversed(cut):
            yield Piece(mark=mark, opens=True)
            opened.append(mark)
        # Sorted so that of those which begin here the longest comes first, around the others.
        for mark in marks:
            if mark.begin == at:
                yield Piece(mark=mark, opens=True, whole=True)
                opened.append(mark)
