"""Finding a passage in a source by its paragraph and its first and last words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from graph.passages.fingerprint import normalise
from graph.passages.paragraphs import SourceText

# Below this, unrelated Dutch or English phrases of three or four words begin to match.
_LEAST_SIMILARITY = 70.0
# A word with the punctuation inside it, without the punctuation around it.
_WORD = re.compile(r"\w(?:[\w.&'-]*\w)?")


@dataclass(frozen=True)
class Located:
    """The passage stands where it should: its paragraph's number and its normalised text.

    `begin` is its first character's place in the normalised paragraph.
    """

    paragraph: int
    passage: str
    begin: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Moved:
    """The passage does not stand where it should; this is the nearest place for it.

    `similarity`, 0 to 100, is that of its first and last words there: 100 when these were
    found literally, less when they were only found changed.
    """

    paragraph: int
    passage: str
    similarity: float


@dataclass(frozen=True)
class Ambiguous:
    """No paragraph was named and several fit; the first fitting passage of each."""

    places: tuple[Located, ...]


@dataclass(frozen=True)
class Missing:
    """Neither these words nor words much like them are in the source."""


def locate(
    source: SourceText, paragraph: int | None, start: str, end: str | None
) -> Located | Moved | Ambiguous | Missing:
    """Find the passage from `start` to `end`, both inclusive, in one paragraph of the source.

    It begins at the first `start` of the paragraph and is the shortest that closes with `end`
    (`end` None: it is `start` itself). Whole words are compared, normalised, first with letter
    case and then without. Without `paragraph`, every paragraph is searched.

    Raises:
        ValueError: when `start` is empty, or `end` is given but empty.
    """
    _require_words(start, end)
    for ignore_case in (False, True):
        found = list(_places(source, start, end, ignore_case))
        if paragraph is None and len(found) > 1:
            return Ambiguous(tuple(found))
        for place in found:
            if paragraph is None or place.paragraph == paragraph:
                return place
        if found and paragraph is not None:
            near = nearest(tuple(found), paragraph)
            return Moved(near.paragraph, near.passage, 100.0)
    return _most_similar(source, paragraph, start, end) or Missing()


def places(source: SourceText, start: str, end: str | None) -> tuple[Located, ...]:
    """The first fitting passage of every paragraph that has one, letter case heeded.

    Raises:
        ValueError: when `start` is empty, or `end` is given but empty.
    """
    _require_words(start, end)
    return tuple(_places(source, start, end, ignore_case=False))


def nearest(found: tuple[Located, ...], paragraph: int | None) -> Located:
    """The place closest to a paragraph; of two as close, the earlier one.

    Raises:
        ValueError: when there are no places.
    """
    return min(found, key=lambda place: abs(place.paragraph - (paragraph or 0)))


def _require_words(start: str, end: str | None) -> None:
    if not normalise(start) or (end is not None and not normalise(end)):
        raise ValueError("a passage is located by words, not by an empty text")


def _places(
    source: SourceText, start: str, end: str | None, ignore_case: bool
) -> Iterator[Located]:
    first = _whole_words(start, ignore_case)
    last = _whole_words(end, ignore_case) if end is not None else None
    for number, text in enumerate(source.normalised):
        opening = first.search(text)
        if opening is None:
            continue
        if last is None:
            yield Located(number, opening.group(), opening.start())
            continue
        for closing in last.finditer(text, opening.start()):
            # `start` and `end` may share words, in a passage hardly longer than they are.
            if closing.end() >= opening.end():
                passage = text[opening.start() : closing.end()]
                yield Located(number, passage, opening.start())
                break


def _whole_words(words: str, ignore_case: bool) -> re.Pattern[str]:
    words = normalise(words)
    before = r"(?<!\w)" if re.match(r"\w", words) else ""
    after = r"(?!\w)" if re.search(r"\w\Z", words) else ""
    return re.compile(before + re.escape(words) + after, re.IGNORECASE if ignore_case else 0)


def _most_similar(
    source: SourceText, paragraph: int | None, start: str, end: str | None
) -> Moved | None:
    best: Moved | None = None
    expected = paragraph or 0
    # From near to far, so that of two places as similar the nearer one stays.
    for number in sorted(range(len(source.normalised)), key=lambda n: abs(n - expected)):
        text = source.normalised[number]
        opening = _similar_words(start, text, 0)
        if opening is None:
            continue
        closing = _similar_words(end, text, opening[0]) if end is not None else opening
        if closing is None:
            continue
        similarity = round(min(opening[2], closing[2]), 1)
        if best is None or similarity > best.similarity:
            passage = text[opening[0] : max(opening[1], closing[1])]
            best = Moved(number, passage, similarity)
    return best


def _similar_words(words: str, text: str, begin: int) -> tuple[int, int, float] | None:
    """Where in the text, from `begin`, a run of words most like these starts and ends."""
    words = normalise(words)
    spans = [match.span() for match in _WORD.finditer(text, begin)]
    length = len(_WORD.findall(words))
    runs = [
        (first[0], spans[place + count - 1][1])
        for place, first in enumerate(spans)
        for count in range(max(1, length - 1), length + 2)
        if place + count <= len(spans)
    ]
    hit = process.extractOne(
        words,
        [text[first:last] for first, last in runs],
        scorer=fuzz.ratio,
        processor=str.casefold,
        score_cutoff=_LEAST_SIMILARITY,
    )
    return None if hit is None else (*runs[hit[2]], hit[1])
