"""Where a passage stands in a paragraph, for marking it there."""

from dataclasses import dataclass

from graph.passages.locate import Located, has_words, locate
from graph.passages.paragraphs import SourceText


@dataclass(frozen=True)
class Stretch:
    """A stretch of a paragraph, from character `begin` up to `end`."""

    paragraph: int
    begin: int
    end: int


def stretch(
    source: SourceText, paragraph: int | None, start: str, end: str | None
) -> Stretch | None:
    """Where the passage from `start` to `end` stands; None unless its words are there literally.

    Without `paragraph` it must be the only one of its kind.
    """
    if not has_words(start, end):
        return None
    place = locate(source, paragraph, start, end)
    if not isinstance(place, Located):
        return None
    return Stretch(place.paragraph, place.begin, place.end)
