"""Proving that a recorded passage is in its source, word for word."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from graph.passages.fingerprint import fingerprint as fingerprint_of
from graph.passages.fingerprint import is_fingerprint
from graph.passages.folding import Folded, caseless
from graph.passages.locate import (
    Alike,
    Ambiguous,
    Located,
    Missing,
    Moved,
    has_words,
    locate,
    nearest,
    places,
)
from graph.passages.opening import Words, opens, words_to_record
from graph.passages.paragraphs import SourceText
from graph.passages.similar import Comparing
from graph.records import Passage
from graph.text.unspaced import FOLLOWING

# A text without the signs around it.
_WORDS = re.compile(rf"\w(?:.*\w)?[{FOLLOWING}]*", re.DOTALL)
_UPDATE = "`betoog verify --texts DIR --update`"


OF_HEADINGS = (
    "Take the passage from a paragraph; or, if this is one, end it in the text with a full stop or "
    "another closing sign, which makes the numbers of those behind it one more."
)
"""The way out where words stand in a heading."""


class Status(StrEnum):
    """How a recorded passage compares with its source."""

    VERIFIED = "verified"
    UNFINGERPRINTED = "unfingerprinted"
    CHANGED = "changed"
    MOVED = "moved"
    AMBIGUOUS = "ambiguous"
    MISSING = "missing"


@dataclass(frozen=True)
class Verdict:
    """What a verification found.

    `fingerprint` is that of the text found, in `paragraph`, None when none was; `similarity`,
    0 to 100, is that of the passage's first and last words there. `message` says what is the
    case, `help` how to put it right (None when nothing is wrong). `words` are first and last words
    to record instead, where the passage is found by those recorded and a link does not open at it;
    `number` the paragraph to record, where that is certain and another is recorded, or none.
    """

    status: Status
    message: str
    help: str | None = None
    fingerprint: str | None = None
    paragraph: int | None = None
    similarity: float = 0.0
    words: Words | None = None
    number: int | None = None

    @property
    def nowhere(self) -> bool:
        """Whether its words are nowhere in the text as they are recorded."""
        return self.similarity < 100.0 and self.status is not Status.AMBIGUOUS


def verify_passage(
    source: SourceText,
    paragraph: int | None,
    start: str,
    end: str | None,
    fingerprint: str | None,
    comparing: Comparing | None = None,
) -> Verdict:
    """Find a passage in its source's text and compare it with its recorded fingerprint.

    Where it is nowhere, the words likest to its own are told, as far as there is anything left
    for `comparing`: without it, as much as for one passage.
    """
    if not has_words(start, end):
        message = "Its first or last words are signs that nothing can be found by."
        return Verdict(Status.MISSING, message, "Record its first and its last few words.")
    place = locate(source, paragraph, start, end, comparing or Comparing())
    if isinstance(place, Missing | Alike):
        some = isinstance(place, Missing)
        if heading := _heading(source, start, end, some):
            return Verdict(Status.MISSING, heading, OF_HEADINGS)
    if isinstance(place, Missing):
        return _missing(source, paragraph, place)
    same = tuple(
        found
        for found in places(source, start, end)
        if fingerprint is not None and is_fingerprint(fingerprint, found.passage)
    )
    here = [found for found in same if paragraph in (None, found.paragraph)]
    certain = len({found.paragraph for found in same}) == 1
    if here:
        verdict = _found(here[0], fingerprint)
        if paragraph is None and certain:
            verdict = replace(verdict, number=here[0].paragraph)
        return _opened(verdict, source, here[0], start, end)
    if same:
        return _moved(nearest(same, paragraph), paragraph, certain)
    if isinstance(place, Ambiguous):
        return _ambiguous(place)
    if isinstance(place, Moved):
        return _elsewhere(place, paragraph, fingerprint)
    if isinstance(place, Alike):
        return _alike(place, paragraph)
    verdict = _found(place, fingerprint)
    if paragraph is None and verdict.status is Status.UNFINGERPRINTED:
        verdict = replace(verdict, number=place.paragraph)
    return _opened(verdict, source, place, start, end)


def _heading(source: SourceText, start: str, end: str | None, some: bool) -> str | None:
    """What is said of a passage that stands in a section heading, or has its first or its last
    words there, where `some` will do; None where that is not so."""
    ways = {"Its words stand": (start, end)}
    if some and end is not None:
        ways |= {"Its first words stand": (start, None), "Its last words stand": (end, None)}
    for said, words in ways.items():
        if found := places(source.only_headings, *words):
            heading = _ends(source.only_headings.paragraphs[found[0].paragraph])
            return (
                f"{said} in what is taken for a section heading, which is no paragraph: {heading}."
            )
    return None


class PassageVerifier:
    """Compares the passages of one source with its text, one after the other.

    Looking for words like those that are nowhere takes as long as the text is, and is done for
    the first of them only: more are no slips, but of another text. It is also done only as far as
    there is anything left for `comparing`, which several verifiers may share.
    """

    MOST_LIKEST = 20

    def __init__(self, source: SourceText, comparing: Comparing) -> None:
        self._source = source
        self._comparing = comparing
        self._nowhere = 0

    def verdict(self, passage: Passage) -> Verdict:
        """What comes of the next passage."""
        words = passage.paragraph, passage.start, passage.end
        comparing = self._comparing if self._nowhere < self.MOST_LIKEST else Comparing(0)
        found = verify_passage(self._source, *words, passage.fingerprint, comparing)
        self._nowhere += found.nowhere
        return found


def verify_paragraph(source: SourceText, number: int, start: str, end: str | None) -> Verdict:
    """Whether a paragraph opens with `start` and closes with `end`.

    Letter case and the punctuation around the paragraph do not count; without `end`, `start`
    is all of it. Round a headline other words may stand, such as the date or the site's name.
    """
    fitting = [
        each
        for each, text in enumerate(source.caseless)
        if _spans(text, start, end, whole=each > 0)
    ]
    if number in fitting:
        message = f"{_named(number).capitalize()} opens and closes with these words."
        return Verdict(Status.VERIFIED, message, None, None, number, 100.0)
    if fitting:
        near = min(fitting, key=lambda each: abs(each - number))
        return Verdict(
            Status.MOVED,
            f"Not {_named(number)} opens and closes with these words, but {_named(near)}.",
            f"Record `number: {near}`.",
            None,
            near,
            100.0,
        )
    if number >= len(source.paragraphs):
        last = len(source.paragraphs) - 1
        message = f"The source has no paragraph {number}: its last is {last}."
        return Verdict(Status.MISSING, message, "Count its paragraphs without its headings.")
    return Verdict(
        Status.CHANGED,
        f"{_named(number).capitalize()} does not open and close with these words.",
        "Record the first and the last few words of the paragraph.",
        None,
        number,
    )


def _spans(text: Folded, start: str, end: str | None, whole: bool) -> bool:
    """Whether these words open and close the `whole` text, or else some of it."""
    words = _WORDS.search(text.text)
    if words is None:
        return False
    first = _around(caseless(start))
    last = first if end is None else _around(caseless(end))
    opening = next(text.whole_words(first), None)
    closing = text.last_words(last)
    if opening is None or closing is None or closing[1] < opening[1]:
        return False
    # The first and the last words may share some, in a paragraph hardly longer than they are.
    if end is None and whole:
        return opening == words.span()
    return not whole or (opening[0], closing[1]) == words.span()


def _around(words: str) -> str:
    found = _WORDS.search(words)
    return words if found is None else found.group()


def _found(place: Located, expected: str | None) -> Verdict:
    actual = fingerprint_of(place.passage)
    where = _named(place.paragraph)
    if expected is None:
        status = Status.UNFINGERPRINTED
        message = f"The passage is in {where}, but has no fingerprint to compare it with."
        way_out = f"Record `fingerprint: {actual}`, or let {_UPDATE} do it."
    elif is_fingerprint(expected, place.passage):
        status, message, way_out = Status.VERIFIED, f"The passage is in {where}, unchanged.", None
        actual = expected
    else:
        status = Status.CHANGED
        message = f"The words that open and close the passage are in {where}, but its text differs."
        way_out = (
            "Reread the passage: does it still say what the claim says? If so, record "
            f"`fingerprint: {actual}`; otherwise correct the claim or the passage's words."
        )
    return Verdict(status, message, way_out, actual, place.paragraph, 100.0)


def _opened(
    verdict: Verdict, source: SourceText, place: Located, start: str, end: str | None
) -> Verdict:
    """The verdict on a passage that was found, with what keeps a link from opening at it."""
    if verdict.status is Status.CHANGED or opens(source, place, start, end):
        return verdict
    words = words_to_record(source, place)
    if words is None:
        reason = "A link does not open at it: no words of the passage lead a browser there first."
        return replace(verdict, message=f"{verdict.message} {reason}")
    named = [f"`{name}: {text}`" for name, text in words._asdict().items() if text is not None]
    without = "" if end is None or words.end is not None else " without an `end`"
    way_out = f"Record {' and '.join(named)}{without}, or let {_UPDATE} do it."
    reason = "A link does not open at it by these words."
    help_ = way_out if verdict.help is None else f"{verdict.help} {way_out}"
    return replace(verdict, message=f"{verdict.message} {reason}", help=help_, words=words)


def _moved(place: Located, paragraph: int | None, certain: bool) -> Verdict:
    way_out = f", or let {_UPDATE} do it" if certain else ""
    return Verdict(
        Status.MOVED,
        f"The passage is not in {_named(paragraph)}; it now stands, unchanged, "
        f"in {_named(place.paragraph)}.",
        f"Record `paragraph: {place.paragraph}`{way_out}.",
        fingerprint_of(place.passage),
        place.paragraph,
        100.0,
        number=place.paragraph if certain else None,
    )


def _elsewhere(place: Moved, paragraph: int | None, expected: str | None) -> Verdict:
    actual = fingerprint_of(place.passage)
    differs = "" if expected is None else ", and the text between them differs"
    return Verdict(
        Status.MOVED,
        f"The words that open and close the passage are not in {_named(paragraph)} but "
        f"in {_named(place.paragraph)}{differs}.",
        f"If that is the passage, record `paragraph: {place.paragraph}` "
        f"and `fingerprint: {actual}`.",
        actual,
        place.paragraph,
        100.0,
    )


def _alike(place: Alike, paragraph: int | None) -> Verdict:
    actual = fingerprint_of(place.passage)
    here = paragraph is None or place.paragraph == paragraph
    return Verdict(
        Status.CHANGED if here else Status.MOVED,
        "The words that open and close the passage are not in the source as recorded; the nearest "
        f"are {int(place.similarity)}% alike, in {_named(place.paragraph)}: "
        f"{_ends(place.passage)}.",
        f"If that is the passage, record its first and last words, `paragraph: {place.paragraph}` "
        f"and `fingerprint: {actual}`.",
        actual,
        place.paragraph,
        int(place.similarity * 10) / 10,
    )


def _ambiguous(place: Ambiguous) -> Verdict:
    numbers = [str(found.paragraph) for found in place.places]
    return Verdict(
        Status.AMBIGUOUS,
        "The words that open and close the passage are in several paragraphs: "
        f"{', '.join(numbers[:-1])} and {numbers[-1]}.",
        "Record the passage's `paragraph`, or more of its first and last words.",
    )


def _missing(source: SourceText, paragraph: int | None, place: Missing) -> Verdict:
    if not source.paragraphs:
        return Verdict(Status.MISSING, "The text of the source is empty.", "Put its text there.")
    last = len(source.paragraphs) - 1
    beyond = paragraph is not None and not 0 <= paragraph <= last
    if place.opened is not None:
        where = _named(place.opened).capitalize()
        message = (
            f"{where} has the words that open the passage, but those that close it, or words "
            "like them, do not stand behind them."
        )
    else:
        message = (
            "The words that open and close the passage are not in the source"
            f"{', nor are words like them' if place.compared else ''}"
            f"{f', whose last paragraph is {last}, not {paragraph}' if beyond else ''}"
            f"{'' if place.compared else '; no words like them were looked for'}."
        )
    return Verdict(
        Status.MISSING,
        message,
        "Check that this is the text of the right source, and that the passage's first and last "
        "words are copied from one paragraph of it.",
    )


def _named(paragraph: int | None) -> str:
    if paragraph == 0:
        return "the headline"
    return "the source" if paragraph is None else f"paragraph {paragraph}"


def _ends(passage: str) -> str:
    words = passage.split()
    if len(words) <= 6:
        return f"“{' '.join(words)}”"
    return f"“{' '.join(words[:3])} … {' '.join(words[-3:])}”"
