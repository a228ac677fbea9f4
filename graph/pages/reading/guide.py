"""A source as its readers are led through it, with the claims that are read in each paragraph."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from graph.argument.margins import Trouble, margins
from graph.base import Citation
from graph.base.reads import remembered
from graph.pages.views.passage import PassageView, place_in_words
from graph.pages.views.reader import ClaimView, LinkView, Reader
from graph.pages.views.source_text import Piece, anchor
from graph.records import Paragraph, Passage, Source


@dataclass(frozen=True)
class Reading:
    """A claim as read from a paragraph, once for all its passages there.

    `anchors` name its place on the page, `below` says that it is a reason for a claim before it;
    `numbers` are those of its marks in the text, if there are any, and `passage` is the first.
    """

    claim: ClaimView
    passage: PassageView
    anchors: tuple[str, ...]
    numbers: tuple[int, ...]
    depth: int


@dataclass(frozen=True)
class Again:
    """A claim that stands at an earlier paragraph and is read from this one, too."""

    claim: ClaimView
    anchors: tuple[str, ...]
    place: str
    leads_to: str


@dataclass(frozen=True)
class MarginView:
    """What stands beside a paragraph (see `graph.argument.margins`)."""

    readings: tuple[Reading, ...] = ()
    again: tuple[Again, ...] = ()
    granted: tuple[ClaimView, ...] = ()
    challenges: tuple[LinkView, ...] = ()
    more: int = 0
    outcomes: tuple[tuple[ClaimView, str], ...] = ()
    trouble: str = Trouble.NONE.value


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
    margin: MarginView


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
    def is_wide(self) -> bool:
        """Whether there is something to read beside the margin."""
        return self.is_led or self.has_text

    @property
    def names(self) -> Mapping[int, str]:
        """The names of the passages that are marked in the text, by their numbers."""
        found = {} if self._text is None else self._text.numbers
        return {number: anchor(citation) for citation, number in found.items()}

    @property
    def is_unplaced(self) -> bool:
        """Whether nothing is known of its paragraphs, only what is read from it."""
        return [each.number for each in self.paragraphs] == [None]

    def number(self, citation: Citation) -> int | None:
        """The number under which a passage is marked in the text, None where it is not."""
        return self._text.numbers.get(citation) if self._text is not None else None

    @remembered
    def is_troubled(self) -> bool:
        """Whether anything in any of its paragraphs fares badly."""
        return any(each.margin.trouble != Trouble.NONE.value for each in self.paragraphs)

    @remembered
    def paragraphs(self) -> tuple[GuideParagraph, ...]:
        """All paragraphs of which anything is known, in the source's order."""
        margins = self._margins
        recorded = {paragraph.number: paragraph for paragraph in self._source.paragraphs}
        numbers = {each for each in margins if each is not None} | set(recorded)
        if self._text is not None:
            numbers |= set(range(len(self._text.text.paragraphs)))
        ordered: list[int | None] = [*sorted(numbers), *([None] if None in margins else [])]
        return tuple(
            self._paragraph(
                number,
                recorded.get(number) if number is not None else None,
                margins.get(number, MarginView()),
            )
            for number in ordered
        )

    @property
    def passages(self) -> list[dict[str, object]]:
        """Its passages as `site/assets/js/copy.js` reads them: where each stands on the page, its
        first and last words, and what proves it."""
        return [
            {
                "at": anchor(citation),
                "paragraph": citation.passage.paragraph,
                "start": citation.passage.start,
                "end": citation.passage.end,
                "fingerprint": citation.passage.fingerprint,
            }
            for citation in self._citations
        ]

    @property
    def openings(self) -> list[tuple[int, str]]:
        """The paragraphs that are led through: their numbers and first words."""
        return [(each.number, each.start) for each in self._source.paragraphs]

    @property
    def _citations(self) -> tuple[Citation, ...]:
        return tuple(self._reader.kb.cited.get(self._source.id, ()))

    @remembered
    def _margins(self) -> dict[int | None, MarginView]:
        reader, found = self._reader, margins(self._reader.kb, self._source.id, self._reader.ways)
        cited: dict[tuple[str, int | None], list[Citation]] = {}
        for each in self._citations:
            cited.setdefault((each.claim, each.passage.paragraph), []).append(each)
        stands = {
            each.claim: (number, anchor(cited[each.claim, number][0]))
            for number, margin in found.items()
            for each in margin.claims
        }
        return {
            number: MarginView(
                tuple(
                    self._reading(cited[each.claim, number], each.depth) for each in margin.claims
                ),
                tuple(
                    Again(
                        reader.claim(claim),
                        self._anchors(cited[claim, number]),
                        place_in_words(reader.language, stands[claim][0]),
                        stands[claim][1],
                    )
                    for claim in margin.again
                ),
                tuple(reader.claim(each) for each in margin.granted),
                tuple(reader.link(each) for each in margin.challenges),
                margin.more,
                tuple((reader.claim(each), stands[each][1]) for each in margin.outcomes),
                margin.trouble.value,
            )
            for number, margin in found.items()
        }

    def _paragraph(
        self, number: int | None, record: Paragraph | None, margin: MarginView
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
            margin,
        )

    def _anchors(self, citations: list[Citation]) -> tuple[str, ...]:
        """The names of the passages that are marked in no text, which has them otherwise."""
        return tuple(anchor(each) for each in citations if not self._reader.anchor(each))

    def _reading(self, citations: list[Citation], depth: int) -> Reading:
        return Reading(
            self._reader.claim(citations[0].claim),
            self._reader.passage(citations[0]),
            self._anchors(citations),
            tuple(number for each in citations if (number := self.number(each)) is not None),
            depth,
        )
