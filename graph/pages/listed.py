"""The list of a site's files: what is known of a file before it is made, and where it stands."""

from collections.abc import Iterable
from typing import NamedTuple, TypeAlias


class Place(NamedTuple):
    """Where a file stands in the list: in which run of groups, and where in that."""

    run: int
    at: int


class Listed(NamedTuple):
    """A file as it is listed, with what `SitePage` calls by the same names."""

    file: str
    record: str
    path: str = ""
    language: str = ""
    listed: bool = False


Columns: TypeAlias = tuple[str, str, str, str, bytes]
"""Listed files as they are kept: a column for each of what is known of them."""

_BETWEEN = "\0"
"""What no file is called by, nor any language."""


def in_columns(files: Iterable[Listed]) -> Columns:
    """Files in columns, in the same order."""
    rows = tuple(files)
    return (
        _BETWEEN.join([each.file for each in rows]),
        _BETWEEN.join([each.record for each in rows]),
        _BETWEEN.join([each.path for each in rows]),
        _BETWEEN.join([each.language for each in rows]),
        bytes(each.listed for each in rows),
    )


def from_columns(columns: Columns) -> tuple[Listed, ...]:
    """The files that are in columns.

    Raises:
        ValueError: these are no columns of files.
    """
    *texts, listed = columns
    if not listed:
        return ()
    # Of names that stand there many times, one is kept.
    one: dict[str, str] = {}
    split = (map(one.setdefault, each, each) for each in (text.split(_BETWEEN) for text in texts))
    return tuple(map(Listed._make, zip(*split, map(bool, listed), strict=True)))
