"""A record's file with some of its fields changed, and everything else as it stands.

Changes are made to the text where the reader found the fields, and proved by reading it again:
the data is that of before with the changes, no comment is lost, and nothing reads worse.
"""

from collections.abc import Iterable
from itertools import pairwise

from graph.records.kinds import RECORD_KINDS
from graph.store.changes import (
    Append,
    Change,
    NotAmendableError,
    Remove,
    Rename,
    Set,
    changed,
)
from graph.store.comments import remarks
from graph.store.file_reading import read_file
from graph.store.layout import laid_out_as_before
from graph.store.patches import Document, document
from graph.store.problem import Fault
from graph.store.record_file import RecordFile, place_of
from graph.store.splices import Splice, as_read, spliced, spliced_as_it_stands

__all__ = [
    "Append",
    "Change",
    "NotAmendableError",
    "Remove",
    "Rename",
    "Set",
    "amend",
    "amendment",
    "costs_nothing",
    "sound",
    "unproved",
]

# What such a text means is unknown, so that nothing can be said of it afterwards.
_DOUBTFUL = frozenset((Fault.ALIAS, Fault.TAG, Fault.TOO_DEEP))


def amend(path: str, text: str, changes: Iterable[Change]) -> str:
    """The text of a file of records, line ends and all, with changes made in it; see `amendment`.

    A file that was laid out in the canonical way still is; of another every other byte stays.

    Raises:
        NotAmendableError: the changes cannot be made, or not without changing something else.
    """
    changed = spliced_as_it_stands(text, amendment(path, text, changes))
    place = place_of(path)
    if place is None or place.kind not in RECORD_KINDS:
        return changed
    return laid_out_as_before(place.kind, text, changed)


def amendment(path: str, text: str, changes: Iterable[Change]) -> tuple[Splice, ...]:
    """The pieces of a file's text, as it is read, that changes put others in place of.

    Every path is that of a field before any of the changes. A file with faults can be changed
    where they leave no doubt about what is read; it has no more of them afterwards.

    Raises:
        NotAmendableError: the changes cannot be made, or not without changing something else.
    """
    changes = tuple(changes)
    read = as_read(text)
    before = document(path, read)
    splices = before.splices(changes)
    after = spliced(read, splices)
    if any(one.end > other.begin for one, other in pairwise(splices)):
        raise NotAmendableError(path, "cannot have one place changed twice")
    if as_read(spliced_as_it_stands(text, splices)) != after:
        raise NotAmendableError(path, "has lines that do not end as expected")
    if not _proved(before, Document(path, after), changes) or not costs_nothing(path, read, after):
        raise NotAmendableError(
            path, "is laid out in a way that this does not fit into: betoog fmt"
        )
    return splices


def unproved(path: str, text: str, change: Change) -> tuple[Splice, ...]:
    """As `amendment` of one change, for who sees what it costs before making it.

    Raises:
        NotAmendableError: a field is not there, or stands where it cannot be changed.
    """
    return document(path, as_read(text)).splices((change,))


def _proved(before: Document, after: Document, changes: tuple[Change, ...]) -> bool:
    """Whether the one reads as the other with the changes made."""
    if any(each.fault in _DOUBTFUL for each in before.reading.complaints):
        return False
    try:
        wanted = changed(before.reading.data, changes)
    except (LookupError, TypeError, AttributeError):
        return False
    return bool(after.reading.data == wanted and after.body == before.body)


def costs_nothing(path: str, before: str, after: str) -> bool:
    """Whether a file's text has no more faults than before, its record, all its comments and the
    same text below its fields.

    A text is as it is read.
    """
    old, had = read_file(path, before)
    new, has = read_file(path, after)
    if new is None or len(has) > len(had):
        return False
    if old is not None and new.body != old.body:
        return False
    if new.record is None and old is not None and old.record is not None:
        return False
    said = remarks(path, before)
    return said is None or said == remarks(path, after)


def sound(path: str, text: str) -> RecordFile:
    """The file of this text, as it is read.

    Raises:
        NotAmendableError: it has faults, or is no record's.
    """
    file, problems = read_file(path, as_read(text))
    if file is None or problems or file.record is None:
        raise NotAmendableError(path, "has faults; betoog check names them")
    return file
