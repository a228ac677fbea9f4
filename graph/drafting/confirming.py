"""Marks of wordings put into a claim's file, leaving every other line as it stands."""

from collections.abc import Mapping
from types import MappingProxyType

from graph.records import Claim
from graph.store import FieldPath
from graph.store.amending import Change, NotAmendableError, Set, amend, sound

_NONE: Mapping[FieldPath, str] = MappingProxyType({})


def with_marks(
    path: str,
    text: str,
    marks: Mapping[FieldPath, str],
    translations: Mapping[str, str],
    days: Mapping[FieldPath, str] = _NONE,
) -> str:
    """A claim's file with these marks for its links and the fits of its passages, by field, and
    for its translations, by language; and with these days on which passages were read again.

    A file that was laid out in the canonical way still is, as of every change.

    Raises:
        NotAmendableError: the file has faults, or is laid out in a way that a mark does not fit
            into.
    """
    record = sound(path, text).record
    if not isinstance(record, Claim):
        raise NotAmendableError(path, "is no claim")
    changes: list[Change] = [Set((*field, "wording"), mark) for field, mark in marks.items()]
    changes += [Set((*field, "read"), day) for field, day in days.items()]
    if record.translates is not None and record.translates.root:
        changes += [Set(("translates", each), mark) for each, mark in translations.items()]
    elif translations:
        changes.append(Set(("translates",), dict(translations)))
    return amend(path, text, changes)
