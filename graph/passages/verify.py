"""Proving that a recorded passage is in its source, word for word."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from graph.passages.fingerprint import fingerprint as fingerprint_of
from graph.passages.fingerprint import normalise
from graph.passages.locate import Ambiguous, Located, Missing, Moved, locate, nearest, places
from graph.passages.paragraphs import SourceText

_AROUND = re.compile(r"\A\W+|\W+\Z")


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
    case in one sentence, `help` how to put it right (None when nothing is wrong).
    """

    status: Status
    message: str
    help: str | None = None
    fingerprint: str | None = None
    paragraph: int | None = None
    similarity: float = 0.0


def verify_passage(
    source: SourceText,
    paragraph: int | None,
    start: str,
    end: str | None,
    fingerprint: str | None,
) -> Verdict:
    """Find a passage in its source's text and compare it with its recorded fingerprint.

    Raises:
        ValueError: when `start` is empty, or `end` is given but empty.
    """
    place = locate(source, paragraph, start, end)
    if isinstance(place, Missing):
        return _missing(source, paragraph)
    same = tuple(
        found
        for found in places(source, start, end)
        if fingerprint is not None and fingerprint_of(found.passage) == fingerprint
    )
    if isinstance(place, Ambiguous):
        return _found(same[0], fingerprint) if same else _ambiguous(place)
    if isinstance(place, Moved):
        if same:
            return _moved(nearest(same, paragraph), paragraph)
        return _elsewhere(place, paragraph, fingerprint)
    if same and place not in same:
        return _moved(nearest(same, paragraph), paragraph)
    return _found(place, fingerprint)


def verify_paragraph(source: SourceText, number: int, start: str, end: str | None) -> Verdict:
    """Whether a paragraph opens with `start` and closes with `end`.

    Letter case and the punctuation around the paragraph do not count; without `end`, `start`
    is all of it. Round a headline other words may stand, such as the date or the site's name.
    """
    fitting = [
        each
        for each, text in enumerate(source.normalised)
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


def _spans(text: str, start: str, end: str | None, whole: bool) -> bool:
    first = re.escape(_core(start))
    # The first and the last words may share some, in a paragraph hardly longer than they are.
    pattern = first if end is None else rf"(?={first}(?!\w)).*(?<!\w){re.escape(_core(end))}"
    if whole:
        return re.fullmatch(pattern, _core(text)) is not None
    return re.search(rf"(?<!\w)(?:{pattern})(?!\w)", _core(text)) is not None


def _core(text: str) -> str:
    return _AROUND.sub("", normalise(text)).casefold()


def _found(place: Located, expected: str | None) -> Verdict:
    actual = fingerprint_of(place.passage)
    where = _named(place.paragraph)
    if expected is None:
        status = Status.UNFINGERPRINTED
        message = f"The passage is in {where}, but has no fingerprint to compare it with."
        way_out = f"Record `fingerprint: {actual}`, or let `betoog verify --update` do it."
    elif actual == expected:
        status, message, way_out = Status.VERIFIED, f"The passage is in {where}, unchanged.", None
    else:
        status = Status.CHANGED
        message = f"The words that open and close the passage are in {where}, but its text differs."
        way_out = (
            "Reread the passage: does it still say what the claim says? If so, record "
            f"`fingerprint: {actual}`; otherwise correct the claim or the passage's words."
        )
    return Verdict(status, message, way_out, actual, place.paragraph, 100.0)


def _moved(place: Located, paragraph: int | None) -> Verdict:
    return Verdict(
        Status.MOVED,
        f"The passage is not in {_named(paragraph)}; it now stands, unchanged, "
        f"in {_named(place.paragraph)}.",
        f"Record `paragraph: {place.paragraph}`.",
        fingerprint_of(place.passage),
        place.paragraph,
        100.0,
    )


def _elsewhere(place: Moved, paragraph: int | None, expected: str | None) -> Verdict:
    actual = fingerprint_of(place.passage)
    if place.similarity == 100.0:
        differs = "" if expected is None else ", and the text between them differs"
        return Verdict(
            Status.MOVED,
            f"The words that open and close the passage are not in {_named(paragraph)} but "
            f"in {_named(place.paragraph)}{differs}.",
            f"If that is the passage, record `paragraph: {place.paragraph}` "
            f"and `fingerprint: {actual}`.",
            actual,
            place.paragraph,
            place.similarity,
        )
    nearby = Verdict(
        Status.MOVED,
        "The words that open and close the passage are not in the source as recorded; the nearest "
        f"are {place.similarity:.0f}% alike, in {_named(place.paragraph)}: {_ends(place.passage)}.",
        f"If that is the passage, record its first and last words, `paragraph: {place.paragraph}` "
        f"and `fingerprint: {actual}`.",
        actual,
        place.paragraph,
        place.similarity,
    )
    here = paragraph is None or place.paragraph == paragraph
    return replace(nearby, status=Status.CHANGED) if here else nearby


def _ambiguous(place: Ambiguous) -> Verdict:
    numbers = [str(found.paragraph) for found in place.places]
    return Verdict(
        Status.AMBIGUOUS,
        "The words that open and close the passage are in several paragraphs: "
        f"{', '.join(numbers[:-1])} and {numbers[-1]}.",
        "Record the passage's `paragraph`, or more of its first and last words.",
    )


def _missing(source: SourceText, paragraph: int | None) -> Verdict:
    last = len(source.paragraphs) - 1
    beyond = paragraph is not None and not 0 <= paragraph <= last
    size = f", whose last paragraph is {last}, not {paragraph}" if beyond else ""
    return Verdict(
        Status.MISSING,
        "The words that open and close the passage are not in the source, "
        f"nor are words like them{size}.",
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
        return f"“{passage}”"
    return f"“{' '.join(words[:3])} … {' '.join(words[-3:])}”"
