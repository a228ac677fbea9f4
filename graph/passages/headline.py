"""Texts that begin with their first paragraph, and not with a headline."""

from collections.abc import Iterable
from types import MappingProxyType

from graph.passages.locate import has_words, places
from graph.passages.paragraphs import SourceText, looks_like_heading
from graph.passages.verify import verify_paragraph
from graph.records import Paragraph, Passage


def as_numbered(
    source: SourceText, passages: Iterable[Passage], guide: Iterable[Paragraph] = ()
) -> SourceText:
    """The text with its paragraphs numbered as those are that were recorded of it.

    The first block of a text is its headline. It is paragraph 1 where it looks like none, nothing
    that was recorded is in the paragraph named, and what was recorded of two paragraphs at least
    is one earlier.
    """
    if not source.paragraphs or looks_like_heading(source.paragraphs[0]):
        return source
    earlier: set[int] = set()
    for number, found in (*_passages(source, passages), *_guide(source, guide)):
        if number in found:
            return source
        if number - 1 in found:
            earlier.add(number)
    if len(earlier) < 2:
        return source
    headings = {number + 1: above for number, above in source.headings.items()}
    return SourceText(("", *source.paragraphs), MappingProxyType(headings))


def _passages(
    source: SourceText, passages: Iterable[Passage]
) -> Iterable[tuple[int, frozenset[int]]]:
    """Of each passage the paragraph that is recorded, and those that have its words."""
    for each in passages:
        if each.paragraph is not None and has_words(each.start, each.end):
            found = places(source, each.start, each.end)
            yield each.paragraph, frozenset(place.paragraph for place in found)


def _guide(source: SourceText, guide: Iterable[Paragraph]) -> Iterable[tuple[int, frozenset[int]]]:
    for each in guide:
        found = verify_paragraph(source, each.number, each.start, each.end)
        where = found.paragraph if found.similarity == 100.0 else None
        yield each.number, frozenset() if where is None else frozenset([where])
