"""A source as its readers are led through it, with the claims that are read in each paragraph."""

from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from graph.base import Citation
from graph.pages.views.passage import PassageView, place_in_words
from graph.pages.views.reader import ClaimView, Reader
from graph.pages.views.source_text import Piece
from graph.records import Paragraph, Passage, Source

SHOWN = 6
"""Claims of a paragraph that are shown at once; one or two more are, too."""

_FAR = 10_000
"""More links than any route has: claims that reach no thesis come last."""


@dataclass(frozen=True)
class Reading:
    """A claim as read from one passage; `number` is that of the mark in the text, if there is
    one."""

    claim: ClaimView
    passage: PassageView
    number: int | None


@dataclass(frozen=True)
class GuideParagraph:
    """A paragraph: what it says and does, where it stands, its text, and the claims in it.

    Without `number` it holds the claims of which the paragraph is not recorded. `where` has
    its first and last words; `pieces` and `headings` are empty where the source's text may not
    be shown.
    """

    number: int | None
    place: str
    gist: Markup
    move: Markup
    where: PassageView | None
    headings: tuple[str, ...]
    pieces: tuple[Piece, ...]
    readings: tuple[Reading, ...]

    @property
    def first(self) -> tuple[Reading, ...]:
        """The readings that are shown at once."""
        return self.readings[: len(self.readings) - len(self.rest)]

    @property
    def rest(self) -> tuple[Reading, ...]:
        """The readings that are folded away, where there are many."""
        return self.readings[SHOWN:] if len(self.readings) > SHOWN + 2 else ()


class ReadingGuide:
    """The paragraphs of one source, in one language of the site."""

    def __init__(self, reader: Reader, source: Source) -> None:
        self._reader = reader
        self._source = source
        self._text = reader.marked(source.id)
        self.claims = len({citation.claim for citation in reader.kb.cited.get(source.id, ())})

    @property
    def has_text(self) -> bool:
        """Whether the source's own text is shown."""
        return self._text is not None

    @property
    def is_led(self) -> bool:
        """Whether it is said what the paragraphs say."""
        return bool(self._source.paragraphs)

    @property
    def is_unplaced(self) -> bool:
        """Whether nothing is known of its paragraphs, only what is read from it."""
        return [each.number for each in self.paragraphs] == [None]

    def number(self, citation: Citation) -> int | None:
        """The number under which a passage is marked in the text, None where it is not."""
        return self._text.numbers.get(citation) if self._text is not None else None

    @cached_property
    def paragraphs(self) -> tuple[GuideParagraph, ...]:
        """All paragraphs of which anything is known, in the source's order."""
        readings: dict[int | None, list[Reading]] = {}
        for citation in self._reader.kb.cited.get(self._source.id, ()):
            readings.setdefault(citation.passage.paragraph, []).append(self._reading(citation))
        recorded = {paragraph.number: paragraph for paragraph in self._source.paragraphs}
        numbers = {each for each in readings if each is not None} | set(recorded)
        if self._text is not None:
            numbers |= set(range(len(self._text.text.paragraphs)))
        ordered: list[int | None] = [*sorted(numbers), *([None] if None in readings else [])]
        return tuple(
            self._paragraph(
                number,
                recorded.get(number) if number is not None else None,
                readings.get(number, []),
            )
            for number in ordered
        )

    def _paragraph(
        self, number: int | None, record: Paragraph | None, readings: list[Reading]
    ) -> GuideParagraph:
        reader, text = self._reader, self._text
        in_text = text is not None and number is not None and number < len(text.text.paragraphs)
        where = None
        if record is not None:
            passage = Passage(
                source=self._source.id, paragraph=number, start=record.start, end=record.end
            )
            shown = text.text if text is not None else None
            where = PassageView(reader.language, passage, self._source, text=shown)
        return GuideParagraph(
            number,
            place_in_words(reader.language, number),
            reader.say(record.gist if record else None),
            reader.say(record.move if record else None),
            where,
            text.headings(number) if text and number is not None else (),
            text.pieces(number) if text and in_text and number is not None else (),
            tuple(sorted(readings, key=_reading_order)),
        )

    def _reading(self, citation: Citation) -> Reading:
        passage = self._reader.passage(citation)
        return Reading(self._reader.claim(citation.claim), passage, self.number(citation))


def _reading_order(reading: Reading) -> tuple[int, int, str]:
    """In the order of the text where that is known, else the claims nearest a thesis first."""
    distance = reading.claim.distance
    return (reading.number or 0, _FAR if distance is None else distance, reading.claim.id)
