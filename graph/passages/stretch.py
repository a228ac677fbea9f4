"""Where a passage stands in a paragraph as readers see it, for marking it there."""

import unicodedata
from dataclasses import dataclass

from graph.passages.fingerprint import normalise, places_in_shown, shown
from graph.passages.locate import Located, locate
from graph.passages.paragraphs import SourceText


@dataclass(frozen=True)
class Stretch:
    """A stretch of the shown text of a paragraph, from character `begin` up to `end`."""

    paragraph: int
    begin: int
    end: int


def stretch(
    source: SourceText, paragraph: int | None, start: str, end: str | None
) -> Stretch | None:
    """Where the passage from `start` to `end` stands; None unless its words are there literally.

    Without `paragraph` it must be the only one of its kind.
    """
    if not normalise(start) or (end is not None and not normalise(end)):
        return None
    place = locate(source, paragraph, start, end)
    if not isinstance(place, Located):
        return None
    text = source.paragraphs[place.paragraph]
    places, seen = places_in_shown(text), shown(text)
    after = places[place.begin + len(place.passage) - 1] + 1
    # A mark on the last letter belongs to it.
    while after < len(seen) and unicodedata.combining(seen[after]):
        after += 1
    return Stretch(place.paragraph, places[place.begin], after)
