"""The ids that records had before: which lead where, and records that name others by them."""

from collections.abc import Mapping
from typing import TypeVar

from graph.records import Claim, Debate, Source, Speaker, Theme

R = TypeVar("R", Claim, Debate, Source)

WithOlder = Claim | Source | Speaker | Debate | Theme
"""What keeps the ids that it had."""

Older = Mapping[str, Mapping[str, str]]
"""For each kind of record, the present id by each older one that is no record's by now."""


def older_ids(records: Mapping[str, WithOlder]) -> dict[str, str]:
    """The present id by each older one that no record has by now."""
    return {
        older: id_
        for id_, record in records.items()
        for older in record.aliases
        if older not in records
    }


def as_named_now(records: Mapping[str, R], older: Older) -> dict[str, R]:
    """Records that name sources and speakers by their present ids, each the same where it does so
    already. Claims are not among what is put right: links to them are named as they stand."""
    sources, speakers = older["source"], older["speaker"]
    if not sources and not speakers:
        return dict(records)
    return {id_: _put_right(record, sources, speakers) for id_, record in records.items()}


def _put_right(record: R, sources: Mapping[str, str], speakers: Mapping[str, str]) -> R:
    changes: dict[str, object] = {}
    match record:
        case Claim():
            if record.speaker is not None and record.speaker in speakers:
                changes["speaker"] = speakers[record.speaker]
            if any(each.source in sources for each in record.passages):
                changes["passages"] = tuple(
                    each.model_copy(update={"source": sources.get(each.source, each.source)})
                    for each in record.passages
                )
        case Source():
            if record.original is not None and record.original in sources:
                changes["original"] = sources[record.original]
        case Debate():
            if any(each in sources for each in record.sources):
                now = tuple(sources.get(each, each) for each in record.sources)
                changes["source"] = now[0] if isinstance(record.source, str) else now
    return record.model_copy(update=changes) if changes else record
