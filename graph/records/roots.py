"""Roots of sources: three reports of one study say what one study says."""

from collections.abc import Mapping

from graph.records.source import Source


def root_of(sources: Mapping[str, Source], source: str) -> str:
    """The id of the first source that this one copies or reports, by way of others or not.

    A source that names no original is its own root. An original without a record is a root all
    the same. In a circle, which is an error of the records, the first id of the alphabet is.
    """
    way = [source]
    while (record := sources.get(way[-1])) is not None and record.original is not None:
        if record.original in way:
            return min(way[way.index(record.original) :])
        way.append(record.original)
    return way[-1]
