"""The comments of a YAML text and the fields they belong to."""

from bisect import bisect
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import yaml

from graph.store.front_matter import Unfenced, fields_and_body
from graph.store.problem import KEY, FieldPath, Span
from graph.store.yaml_nodes import without_old_breaks


class Comment(NamedTuple):
    """A comment as it stands, its place (line and column from 1) and whether it has the line
    to itself."""

    line: int
    column: int
    text: str
    alone: bool


@dataclass(frozen=True)
class Anchored:
    """Comments by what they are about.

    `head` stands above the first field, `above` has the comments on lines of their own above
    a field, `behind` those at the end of a field's line, `foot` those below the last field.
    """

    head: tuple[str, ...]
    above: Mapping[FieldPath, tuple[str, ...]]
    behind: Mapping[FieldPath, tuple[str, ...]]
    foot: tuple[str, ...]


def comments(text: str) -> Iterator[Comment]:
    """Every comment of a YAML text, in order, as it is read: with no old line breaks in it.

    Comments are what the gaps between tokens hold besides white space, so a # within a text is
    never taken for one.

    Raises:
        yaml.YAMLError: the text has the sign of a comment, and cannot be told into tokens.
    """
    if "#" not in text:
        return
    text = without_old_breaks(text)
    lines = text.split("\n")
    here = (0, 0)
    for token in yaml.scan(text, Loader=yaml.CLoader):
        start = (token.start_mark.line, token.start_mark.column)
        if start > here:
            yield from _in_gap(lines, here, start)
        if isinstance(token, yaml.ScalarToken) and token.style in ("|", ">"):
            yield from _behind_block_mark(lines, start)
        here = max(here, (token.end_mark.line, token.end_mark.column))
    yield from _in_gap(lines, here, (len(lines), 0))


def remarks(path: str, text: str) -> list[str] | None:
    """The comments of a record's file in order; None where they cannot be told from the rest."""
    parts = fields_and_body(path, text)
    if isinstance(parts, Unfenced):
        return None
    try:
        return [each.text for each in comments(parts.yaml)]
    except yaml.YAMLError:
        return None


def _in_gap(lines: list[str], start: tuple[int, int], end: tuple[int, int]) -> Iterator[Comment]:
    for number in range(start[0], min(end[0] + 1, len(lines))):
        first = start[1] if number == start[0] else 0
        last = end[1] if number == end[0] else len(lines[number])
        column = lines[number].find("#", first, last)
        if column >= 0:
            alone = not lines[number][:column].strip()
            yield Comment(number + 1, column + 1, lines[number][column:].rstrip(), alone)


def _behind_block_mark(lines: list[str], start: tuple[int, int]) -> Iterator[Comment]:
    number, first = start
    column = lines[number].find(" #", first)
    if column >= 0:
        yield Comment(number + 1, column + 2, lines[number][column + 1 :].rstrip(), False)


def anchored(text: str, places: Mapping[FieldPath, Span]) -> Anchored:
    """The comments of a text with the fields they belong to, given the places of its fields.

    A comment alone on its line belongs to the field below it, one behind a field to the field
    that begins last before it on its line. `places` counts lines as `text` does.
    """
    first: dict[FieldPath, tuple[int, int]] = {}
    for path, span in places.items():
        if path:
            plain = path[:-1] if path[-1] == KEY else path
            first[plain] = min(first.get(plain, span[:2]), span[:2])
    starts = sorted((*where, path) for path, where in first.items())
    head: list[str] = []
    foot: list[str] = []
    above: dict[FieldPath, list[str]] = {}
    behind: dict[FieldPath, list[str]] = {}
    for comment in comments(text):
        # No field begins where a comment does.
        place = bisect(starts, (comment.line, comment.column), key=lambda each: each[:2])
        if not place and comment.alone:
            head.append(comment.text)
        elif comment.alone:
            if place == len(starts):
                foot.append(comment.text)
            else:
                above.setdefault(starts[place][2], []).append(comment.text)
        elif place:
            behind.setdefault(starts[place - 1][2], []).append(comment.text)
        else:
            head.append(comment.text)
    return Anchored(
        tuple(head),
        {path: tuple(texts) for path, texts in above.items()},
        {path: tuple(texts) for path, texts in behind.items()},
        tuple(foot),
    )
