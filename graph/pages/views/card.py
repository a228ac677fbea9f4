"""A claim as a card: what a page of another site has room for."""

from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import east_asian_width

from graph.pages.views.reader import ClaimView, LinkView
from graph.words.sentence import Piece

_SENTENCE, _LONGEST = 90, 140
"""The characters of a sentence that goes on a line as it is, and of any text there."""
_FRAME, _HEADING, _TEXT, _SMALL = 155, 24, 21, 19
"""The pixels of what is on every card, and of a line of each size of words."""
_IN_HEADING, _IN_TEXT, _IN_SMALL = 25, 33, 38
"""The letters that go on such a line of a card that is 320 pixels wide."""
_HIGHEST = 640


@dataclass(frozen=True)
class CardLine:
    """The first of the reasons for a claim, or of the objections to it."""

    type: str
    """The type of its link."""
    sign: str
    """The sign of that."""
    word: str
    """What it is: the strongest, the only one."""
    text: str
    """What it says, as far as a line or two hold it."""
    lang: str
    """The language of that; empty where it is the card's."""
    path: str
    """Its page, below the language's folder."""
    standing: str
    """How it stands, as a word."""


@dataclass(frozen=True)
class Card:
    """What is on the card of a claim beside its sentence and who says it."""

    title: str
    """What the card is called: the claim in a few words."""
    lines: tuple[CardLine, ...]
    """Its strongest reason and its strongest objection, as far as there are any."""
    gist: tuple[Piece, ...]
    """What is to be said where there is neither; of a question, what it is answered with."""
    height: int
    """The pixels that a frame of 320 pixels takes to show all of it."""


def card_of(claim: ClaimView) -> Card:
    """The card of a claim."""
    lines = () if claim.is_question else tuple(_lines(claim))
    gist = () if lines or not claim.explained else claim.explained[0]
    return Card(_cut(claim.label), lines, gist, _height(claim, lines, gist))


def _lines(claim: ClaimView) -> Iterator[CardLine]:
    t = claim.reader.language.t
    if claim.reasons:
        yield _line(claim.reasons[0], t(f"claim.first_reason.{claim.first_reason}"))
    if claim.objections:
        yield _line(claim.objections[0], t(f"claim.first_objection.{claim.first_objection}"))


def _line(view: LinkView, word: str) -> CardLine:
    claim, language = view.claim, view.reader.language
    text, lang = claim.sentence, claim.lang if claim.untranslated else ""
    if len(text) > _SENTENCE:
        text, lang = claim.named.text, claim.named.lang
    type_ = view.link.type
    return CardLine(
        type_.value,
        view.sign,
        language.begun(word),
        _cut(text),
        lang,
        claim.path,
        claim.standing_short,
    )


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"


def _height(claim: ClaimView, lines: tuple[CardLine, ...], gist: tuple[Piece, ...]) -> int:
    found = _FRAME + _HEADING * _rows(claim.sentence, _IN_HEADING)
    found += _SMALL * (1 + bool(claim.certainty) + (claim.stance is not None))
    if claim.outcome and not claim.outcome.is_open:
        found += _TEXT
    for line in lines:
        # The word for how it stands follows, and its sign takes some room.
        found += 8 + _SMALL + _TEXT * _rows(f"{line.text} {line.standing}..", _IN_TEXT)
    if gist:
        found += 8 + _TEXT * _rows("".join(each.text for each in gist), _IN_TEXT)
    return min(found, _HIGHEST)


def _rows(text: str, letters: int) -> int:
    """The lines that a text takes, with so many letters on each."""
    wide = sum(east_asian_width(each) in "WF" for each in text)
    return -(-(len(text) + wide) // letters)
