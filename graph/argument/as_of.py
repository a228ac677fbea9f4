"""The argument as it was known on a day, and how a thesis stood from the day it was put forward.

Known on a day is what had been published by then: the passages of sources that were, and the
claims that are read from one of them. A claim that is read from nowhere, such as a premise that
nobody states, is the analyst's reading of the others and as old as they are. Links are kept
between what is known.
"""

import datetime
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from graph.argument.kept import around_claim, kept_as_value
from graph.argument.lines import LineState, lines_of
from graph.base import KnowledgeBase
from graph.records import Claim, Source
from graph.records.roots import way_back
from graph.semantics import Sides, Standing

_WORK = 20_000
"""The claims at most that are weighed for a thesis, those of all moments together."""
_MONTHS = (1, 3, 12)
"""How many months are taken together: as few as that allows."""


class Moment(NamedTuple):
    """How a thesis stood on a day, given what was known then.

    `sides` is what carried it and what was taken from it. `lines` gives the state of each of its
    lines that there was, by the link that makes it. `came` are the claims bearing on it that were
    not known at the moment before, those first that do most to it today.
    """

    day: str
    standing: Standing
    sides: Sides
    lines: Mapping[str, LineState]
    came: tuple[str, ...]


def published_by(source: Source) -> str:
    """The day by which a source was published at the latest, as YYYY-MM-DD; empty where neither
    that nor a day on which it was read is recorded.

    Of a date that is no day, such as 2025-03, it is the last day or, if that is earlier, the one on
    which the source was read.
    """
    days = (last_day(each) for each in (source.issued, source.accessed) if each is not None)
    return min(days, default="")


def known_from(kb: KnowledgeBase, claim: Claim) -> str:
    """The day on which a claim became known; empty for one read from nowhere, and for one of which
    no source can be dated, which nobody knows when to have known."""
    return min(filter(None, _days(kb, claim)), default="")


def known_on(kb: KnowledgeBase, day: str) -> KnowledgeBase:
    """What had been published by a day, YYYY-MM-DD."""
    files = []
    for file in kb.tree.files:
        if file.kind != "claim":
            files.append(file)
            continue
        # By its own id a record may be a second one of that id, which counts for nothing.
        claim = kb.claims.get(file.id)
        if claim is None or kb.paths["claim", file.id] != file.path:
            continue
        days = _days(kb, claim)
        passages = tuple(
            passage
            for passage, known in zip(claim.passages, days, strict=True)
            if known and known <= day
        )
        if passages or not claim.passages:
            record = claim.model_copy(update={"passages": passages})
            files.append(replace(file, record=record))
    return KnowledgeBase(replace(kb.tree, files=tuple(files)))


def _only(kb: KnowledgeBase, claims: frozenset[str]) -> KnowledgeBase:
    """Some claims, and all that they are weighed by: what is noted beside them bears on nothing,
    nor does who says them, and of sources those do that they are read from, with what these go
    back to."""
    read_from = {each.source for claim in claims for each in kb.claims[claim].passages}
    sources = {each for source in read_from for each in way_back(kb.sources, source)}
    folders = {kb.folders[claim] for claim in claims}
    # What is of no debate is weighed by what all debates analyse.
    debates = folders if folders <= kb.debates.keys() else kb.debates.keys()
    named = (
        *(("claim", each) for each in claims),
        *(("source", each) for each in sources),
        *(("debate", each) for each in debates),
        ("grounds", "grounds"),
    )
    paths = sorted(kb.paths[each] for each in named if each in kb.paths)
    files = tuple(map(kb.tree.by_path.__getitem__, paths))
    return KnowledgeBase(replace(kb.tree, files=files))


@around_claim
@kept_as_value
def over_time(kb: KnowledgeBase, thesis: str) -> tuple[Moment, ...]:
    """How a thesis stood on the day it was put forward, and at the end of each month, quarter or
    year in which something came to be known that bears on it.

    Nothing where it is not dated, or where too many claims bear on it to be weighed so often.
    Raises KeyError for an unknown claim.
    """
    return tuple(_moments(kb, thesis))


def _moments(kb: KnowledgeBase, thesis: str) -> Iterator[Moment]:
    first = known_from(kb, kb.claims[thesis])
    graph = kb.framework.incidence
    claims = [
        graph.claims[node] for node in kb.turning(thesis).upstream if node < len(graph.claims)
    ]
    bearing = frozenset((*claims, thesis))
    days = {day for each in bearing for day in _days(kb, kb.claims[each]) if day > first}
    ends = next(
        (
            ends
            for months in _MONTHS
            if len(bearing) * (1 + len(ends := {_end(day, months) for day in days})) <= _WORK
        ),
        None,
    )
    if not first or ends is None:
        return
    # Of a large knowledge base no more is gone through at each moment than bears on the thesis.
    within = known_on(_only(kb, bearing), max(ends, default=first))
    former = frozenset(known_on(within, first).claims)
    for day in (first, *sorted(ends)):
        then = known_on(within, day)
        known = frozenset(then.claims)
        yield Moment(
            day,
            then.assessment.standings[thesis],
            then.assessment.sides[thesis],
            {line.link.id: line.state for line in lines_of(then, thesis)},
            _by_effect(kb, thesis, known - former),
        )
        former = known


def _by_effect(kb: KnowledgeBase, thesis: str, claims: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(claims, key=lambda each: (-abs(kb.effect(each, thesis) or 0.0), each)))


def _days(kb: KnowledgeBase, claim: Claim) -> list[str]:
    """For each passage of a claim, the day by which its source was published."""
    sources = (kb.sources.get(passage.source) for passage in claim.passages)
    return ["" if source is None else published_by(source) for source in sources]


def _end(day: str, months: int) -> str:
    """The last day of so many months of the year, one after the other, in which a day lies."""
    month = int(day[5:7])
    return last_day(f"{day[:4]}-{month + -month % months:02}")


def last_day(date: str) -> str:
    """The last day of a year, a month or a day. Raises ValueError for what is none of them."""
    year, *rest = map(int, date.split("-"))
    month, *days = rest or (12,)
    (day,) = days or (monthrange(year, month)[1],)
    return datetime.date(year, month, day).isoformat()
