"""Finding a passage in a source by its paragraph and its first and last words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from graph.passages.folding import Folded, caseless, plain
from graph.passages.paragraphs import SourceText
from graph.passages.similar import Comparing, TooLongToCompareError, similar_words

# Letter case decides before it is left aside.
_WITHOUT_CASE = (False, True)


@dataclass(frozen=True)
class Located:
    """The passage stands where it should: its paragraph's number and its text as it stands there.

    `opening` and `closing` say where in the paragraph its first and its last words begin and end;
    without last words they are the same.
    """

    paragraph: int
    passage: str
    opening: tuple[int, int] = field(default=(0, 0), compare=False)
    closing: tuple[int, int] = field(default=(0, 0), compare=False)

    @property
    def begin(self) -> int:
        """Where it begins in the paragraph."""
        return self.opening[0]

    @property
    def end(self) -> int:
        """Where it ends in the paragraph."""
        return self.closing[1]


@dataclass(frozen=True)
class Moved:
    """The words that open and close the passage stand in another paragraph than they should.

    It is the nearest such paragraph.
    """

    paragraph: int
    passage: str


@dataclass(frozen=True)
class Alike:
    """The words are nowhere as recorded; this is the place of the words most like them.

    `similarity`, from 0 to 100, is that of the first and the last words there, whichever is less.
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
    """Neither these words nor, where it was `compared`, words much like them are in the source.

    `opened` is the paragraph that has the first words, without the last behind them; None where
    none has or nothing was compared.
    """

    opened: int | None = None
    compared: bool = True


def locate(
    source: SourceText,
    paragraph: int | None,
    start: str,
    end: str | None,
    comparing: Comparing | None = None,
) -> Located | Moved | Alike | Ambiguous | Missing:
    """Find the passage from `start` to `end`, both inclusive, in one paragraph of the source.

    It begins at the first `start` of the paragraph and is the shortest that closes with `end`
    (`end` None: it is `start` itself). Whole words are compared as `plain` has them, and then
    without letter case. Without `paragraph`, every paragraph is searched. What is nowhere is
    compared with all of the source, as far as there is anything left for `comparing`.

    Raises:
        ValueError: when `start` is empty, or `end` is given but empty.
    """
    _require_words(start, end)
    if paragraph is not None and 0 <= paragraph < len(source.paragraphs):
        for without_case in _WITHOUT_CASE:
            for place in _places(source, start, end, without_case, (paragraph,)):
                return place
    for without_case in _WITHOUT_CASE:
        every = _places(source, start, end, without_case)
        found = tuple({place.paragraph: place for place in reversed(list(every))}.values())[::-1]
        if not found:
            continue
        if paragraph is not None:
            near = nearest(found, paragraph)
            return Moved(near.paragraph, near.passage)
        return found[0] if len(found) == 1 else Ambiguous(found)
    if comparing is None:
        return Missing(compared=False)
    return _alike(source, paragraph, start, end, comparing)


def places(source: SourceText, start: str, end: str | None) -> tuple[Located, ...]:
    """Every place that the words may stand for, in each paragraph the likelier first.

    Raises:
        ValueError: when `start` is empty, or `end` is given but empty.
    """
    return tuple(sorted(_apart(source, start, end), key=lambda place: place.paragraph))


def stands_once(source: SourceText, start: str, end: str | None) -> bool:
    """Whether there is just one place that the words may stand for.

    Raises:
        ValueError: when `start` is empty, or `end` is given but empty.
    """
    return len(list(islice(_apart(source, start, end), 2))) == 1


def _apart(source: SourceText, start: str, end: str | None) -> Iterator[Located]:
    _require_words(start, end)
    told: set[tuple[int, int, int]] = set()
    for without_case in _WITHOUT_CASE:
        for place in _places(source, start, end, without_case):
            where = (place.paragraph, place.begin, place.end)
            if where not in told:
                told.add(where)
                yield place


def nearest(found: tuple[Located, ...], paragraph: int | None) -> Located:
    """The place closest to a paragraph; of two as close, the earlier one.

    Raises:
        ValueError: when there are no places.
    """
    return min(found, key=lambda place: abs(place.paragraph - (paragraph or 0)))


def has_words(start: str, end: str | None) -> bool:
    """Whether there is anything to locate a passage by: no text given is empty or unseen."""
    return bool(plain(start)) and (end is None or bool(plain(end)))


def _require_words(start: str, end: str | None) -> None:
    if not has_words(start, end):
        raise ValueError("a passage is located by words, not by an empty text")


def _places(
    source: SourceText,
    start: str,
    end: str | None,
    without_case: bool,
    paragraphs: Iterable[int] | None = None,
) -> Iterator[Located]:
    """The places in some paragraphs, or in all."""
    fold = caseless if without_case else plain
    texts = source.caseless if without_case else source.folded
    first, last = fold(start), None if end is None else fold(end)
    for number in texts.having(first, last or "") if paragraphs is None else paragraphs:
        text = texts[number]
        opening = next(text.whole_words(first), None)
        if opening is None:
            continue
        for begin, end_ in _closings(text, last, opening):
            opens, closes = text.as_it_stands(*opening), text.as_it_stands(begin, end_)
            passage = source.paragraphs[number][opens[0] : closes[1]]
            yield Located(number, passage, opens, closes)


def _closings(
    text: Folded, last: str | None, opening: tuple[int, int]
) -> Iterator[tuple[int, int]]:
    """Where a passage may close: next, and behind its first words where next is among these."""
    if last is None:
        yield opening
        return
    begin, end = opening
    for closing in text.whole_words(last, begin):
        # `start` and `end` may share words, in a passage hardly longer than they are.
        if closing[1] >= end:
            yield closing
            if closing[0] >= end:
                return


def _alike(
    source: SourceText, paragraph: int | None, start: str, end: str | None, comparing: Comparing
) -> Alike | Missing:
    best: Alike | None = None
    opened: int | None = None
    first, last = caseless(start), None if end is None else caseless(end)
    try:
        comparing.take(source.caseless, first, *([] if last is None else [last]))
    except TooLongToCompareError:
        return Missing(compared=False)
    expected = paragraph or 0
    # From near to far, so that of two places as similar the nearer one stays.
    for number in sorted(range(len(source.paragraphs)), key=lambda n: abs(n - expected)):
        text = source.caseless[number]
        opening = similar_words(first, text)
        if opening is None:
            continue
        if opened is None and next(text.whole_words(first), None):
            opened = number
        closing = opening if last is None else similar_words(last, text, opening.begin, opening.end)
        if closing is None:
            continue
        similarity = min(opening.similarity, closing.similarity)
        if best is None or similarity > best.similarity:
            begin, _ = text.as_it_stands(opening.begin, opening.end)
            _, stop = text.as_it_stands(closing.begin, closing.end)
            best = Alike(number, source.paragraphs[number][begin:stop], similarity)
    return best or Missing(opened)
