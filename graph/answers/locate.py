"""Where quoted words stand in the sources, and how a passage of them is recorded."""

from dataclasses import dataclass
from pathlib import Path

from rich.console import Group, RenderableType
from rich.text import Text
from typing_extensions import TypedDict

from graph.answers.verify import as_recorded
from graph.argument.lookup import find_record
from graph.argument.phrases import count
from graph.base import KnowledgeBase
from graph.errors import AnswerError
from graph.passages import SourceText
from graph.passages.quotation import (
    Near,
    Quoted,
    nearest_quoted,
    quoted_heading,
    quoted_over,
    quoted_places,
)
from graph.passages.similar import Comparing, TooLongToCompareError
from graph.passages.source_texts import source_texts, texts_beside
from graph.passages.verify import OF_HEADINGS
from graph.records import Passage
from graph.store.writing import in_line
from graph.text.nearest import listed
from graph.text.visible import visible

LONGEST_QUOTATION = 20_000
"""Characters of words that are looked for at most."""
_MOST_TOLD = 3
_LONGEST = 60


class PlaceAnswer(TypedDict):
    """A place of quoted words, as a record has it."""

    source: str | None
    """The source; null where no source is known to have the text."""
    file: str | None
    """The name of the text's file, where no source is known to have it."""
    paragraph: int
    start: str
    end: str | None
    fingerprint: str
    claims: list[str]
    """The claims that are read from just this passage already."""


class DifferenceAnswer(TypedDict):
    """What was quoted, and what the text has in its place; either may be empty."""

    quoted: str
    stands: str


class NearestAnswer(PlaceAnswer):
    """The place most like words that are nowhere."""

    similarity: float
    """Of 100."""
    differences: list[DifferenceAnswer]


class LocateAnswer(TypedDict):
    """Every place of quoted words or, where there is none, the nearest."""

    places: list[PlaceAnswer]
    nearest: NearestAnswer | None
    over: list[int]
    """The paragraphs over which the words run, where no one has them all."""
    texts: int
    """The texts that were looked into."""


@dataclass(frozen=True)
class TextAtHand:
    """A text to look into: that of a source, or a file of which no source is known."""

    source: str | None
    file: str | None
    text: SourceText

    @property
    def name(self) -> str:
        """What it is called."""
        return self.source or self.file or ""


@dataclass(frozen=True)
class Found:
    """Quoted words in texts: every place, or else the nearest, or the paragraphs they run over."""

    places: tuple[tuple[TextAtHand, Quoted], ...]
    nearest: tuple[TextAtHand, Near] | None
    over: tuple[TextAtHand, tuple[int, ...]] | None
    texts: int
    compared: bool = True
    """Whether the nearest was looked for in all of the texts."""
    heading: tuple[TextAtHand, str] | None = None
    """What is taken for a section heading and has them, where no paragraph has."""


def texts_at_hand(
    kb: KnowledgeBase, folder: Path | None, source: str | None = None
) -> tuple[TextAtHand, ...]:
    """The texts of all sources, or of one, as far as they are published here or in the folder, and
    the folder's other texts.

    Raises:
        AnswerError: there is no such source or folder, or nothing to look into.
    """
    wanted = sorted(kb.sources) if source is None else [find_record(kb, "source", source)]
    read, _ = source_texts(wanted, kb.sources, folder, False, lambda: None, kb.texts)
    found = [TextAtHand(each, None, text) for each, text in as_recorded(kb, read).items()]
    if source is None and folder is not None:
        known = set(read.values())
        found += [each for each in _beside(kb, folder) if each.text not in known]
    if not found:
        of = f" of {visible(source)}" if source is not None else ""
        if folder is None:
            raise AnswerError(f"there is no text{of} here: say with --texts DIR where texts are")
        raise AnswerError(f"there is no text{of} in {folder}: put it there, as SOURCE.txt")
    return tuple(found)


def texts_of_no_source(kb: KnowledgeBase, folder: Path | None) -> tuple[TextAtHand, ...]:
    """The texts in the folder that may be of a source that is not there yet: none is named as
    that of one that is.

    Raises:
        AnswerError: there is no such folder, or no such text in it.
    """
    if folder is None:
        raise AnswerError("say where the new source's text is: --texts DIR")
    if found := _beside(kb, folder):
        return found
    raise AnswerError(f"there is no text of a new source in {folder}: put it there, as NAME.txt")


def _beside(kb: KnowledgeBase, folder: Path) -> tuple[TextAtHand, ...]:
    beside = texts_beside(folder, kb.sources)
    return tuple(TextAtHand(None, name, text) for name, text in beside.items())


def located(
    texts: tuple[TextAtHand, ...],
    quotation: str,
    paragraph: int | None = None,
    comparing: Comparing | None = None,
) -> Found:
    """Where quoted words stand, in one paragraph if that is given.

    What is nowhere is compared with all texts, as far as there is anything left for `comparing`;
    without it, as much as for one quotation.
    """
    places = tuple(
        (each, place)
        for each in texts
        for place in quoted_places(each.text, quotation)
        if paragraph in (None, place.paragraph)
    )
    if places:
        return Found(places, None, None, len(texts))
    over = next(((each, run) for each in texts if (run := quoted_over(each.text, quotation))), None)
    if over is None:
        for each in texts:
            if (heading := quoted_heading(each.text, quotation)) is not None:
                return Found((), None, None, len(texts), heading=(each, heading))
    near: list[tuple[TextAtHand, Near]] = []
    compared, comparing = True, comparing or Comparing()
    for each in texts if over is None else ():
        try:
            place = nearest_quoted(each.text, quotation, comparing)
        except TooLongToCompareError:
            compared = False
            continue
        near += [] if place is None else [(each, place)]
    best = max(near, key=lambda each: each[1].similarity, default=None)
    return Found((), best, over, len(texts), compared)


def record_of(text: TextAtHand, place: Quoted) -> Passage:
    """The passage as it is recorded; of a text without a source, by the name of its file."""
    return Passage(
        source=text.source or text.name.split(".")[0],
        paragraph=place.paragraph,
        start=place.words.start,
        end=place.words.end,
        fingerprint=place.fingerprint,
    )


def the_place(found: Found) -> tuple[TextAtHand, Quoted]:
    """The only place of quoted words.

    Raises:
        AnswerError: there is none, or more than one; the message says what is there instead.
    """
    if len(found.places) == 1:
        return found.places[0]
    raise AnswerError(" ".join(why_no_one_place(found)))


def locate_answer(kb: KnowledgeBase, found: Found) -> LocateAnswer:
    """The places as data."""
    nearest: NearestAnswer | None = None
    if found.nearest is not None:
        text, near = found.nearest
        nearest = {
            **_place(kb, text, near.place),
            "similarity": round(near.similarity, 1),
            "differences": [
                {"quoted": each.quoted, "stands": each.stands} for each in near.differences
            ],
        }
    return {
        "places": [_place(kb, *each) for each in found.places],
        "nearest": nearest,
        "over": list(found.over[1]) if found.over is not None else [],
        "texts": found.texts,
    }


def _place(kb: KnowledgeBase, text: TextAtHand, place: Quoted) -> PlaceAnswer:
    cited = kb.cited.get(text.source or "", ())
    return {
        "source": text.source,
        "file": text.file,
        "paragraph": place.paragraph,
        "start": place.words.start,
        "end": place.words.end,
        "fingerprint": place.fingerprint,
        "claims": [each.claim for each in cited if each.passage.fingerprint == place.fingerprint],
    }


def locate_text(kb: KnowledgeBase, found: Found) -> RenderableType:
    """The places in words, each with the line that records it."""
    lines: list[Text] = []
    for text, place in found.places:
        lines.append(Text(f"In {_where(text, place)}:"))
        lines.append(Text(visible(_line(text, place))))
        if claims := _place(kb, text, place)["claims"]:
            lines.append(Text(f"  recorded already for {listed(claims)}"))
    lines += [Text(each) for each in (why_no_one_place(found) if len(found.places) != 1 else ())]
    if found.nearest is not None:
        text, near = found.nearest
        lines.append(Text(visible(_line(text, near.place))))
    return Group(*lines)


def _line(text: TextAtHand, place: Quoted) -> str:
    fields = record_of(text, place).model_dump(by_alias=True, exclude_none=True)
    return f"  - {in_line(fields)}"


def why_no_one_place(found: Found, ways: str = "with --source or --paragraph") -> tuple[str, str]:
    """Why there is no one place, and what to do; `ways` are those to say which of several."""
    if found.places:
        where = listed(dict.fromkeys(_where(*each) for each in found.places))
        return f"The words stand in {where}.", f"Quote more of them, or say which {ways}."
    if found.over is not None:
        text, numbers = found.over
        run = f"paragraphs {listed(map(str, numbers))} of {visible(text.name)}"
        return (
            f"The words run over {run}.",
            "A passage stands in one: quote from one of them.",
        )
    if found.heading is not None:
        text, heading = found.heading
        return (
            (
                f"The words stand in what is taken for a section heading of {visible(text.name)}, "
                f"which is no paragraph: “{_short(heading)}”."
            ),
            OF_HEADINGS,
        )
    if found.nearest is not None:
        text, near = found.nearest
        said = f"The words are nowhere so; {int(near.similarity)}% like them are those in"
        return f"{said} {_where(text, near.place)}.", _different(near)
    like = ", nor are any much like them" if found.compared else "; none like them were looked for"
    return (
        f"The words are nowhere in {count(found.texts, 'text')}{like}.",
        "Check that the text of the source is there, and that they are copied from it.",
    )


def _different(near: Near) -> str:
    told = [
        f"“{_short(each.stands)}” where “{_short(each.quoted)}” is quoted"
        for each in near.differences[:_MOST_TOLD]
    ]
    more = len(near.differences) - _MOST_TOLD
    if not told:
        return "Copy them from there."
    return f"The text has {listed(told)}{f', and {more} more' if more > 0 else ''}."


def _where(text: TextAtHand, place: Quoted) -> str:
    paragraph = f"paragraph {place.paragraph}" if place.paragraph else "the headline"
    unknown_ = "" if text.source else ", of which there is no source yet"
    return f"{paragraph} of {visible(text.name)}{unknown_}"


def _short(text: str) -> str:
    if not text:
        return "nothing"
    return visible(text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…")
