"""Roots of sources: three reports of one study say what one study says."""

from collections.abc import Mapping

from graph.records.source import Source


def way_back(sources: Mapping[str, Source], source: str) -> tuple[str, ...]:
    """A source, what it copies or reports, what that does in turn, and so on to the first.

    An original without a record ends it. In a circle, which is an error of the records, each
    source is named once.
    """
    way, last = {source: None}, source
    while (record := sources.get(last)) is not None and record.original is not None:
        if record.original in way:
            break
        last = record.original
        way[last] = None
    return tuple(way)


def root_of(sources: Mapping[str, Source], source: str) -> str:
    """The id of the first source that this one copies or reports, by way of others or not.

    A source that names no original is its own root. An original without a record is a root all
    the same. In a circle, which is an error of the records, the first id of the alphabet is.
    """
    way = way_back(sources, source)
    last = sources.get(way[-1])
    if last is not None and last.original is not None:
        return min(way[way.index(last.original) :])
    return way[-1]
