"""Marks of wordings put into a claim's file, leaving every other line as it stands."""

from collections.abc import Mapping

from graph.records import Claim
from graph.store import FieldPath
from graph.store.amending import Change, NotAmendableError, Set, amend, sound


def with_marks(
    path: str, text: str, links: Mapping[FieldPath, str], translations: Mapping[str, str]
) -> str:
    """A claim's file with these marks for its links, by field, and translations, by language.

    A file that was laid out in the canonical way still is, as of every change.

    Raises:
        NotAmendableError: the file has faults, or is laid out in a way that a mark does not fit
            into.
    """
    record = sound(path, text).record
    if not isinstance(record, Claim):
        raise NotAmendableError(path, "is no claim")
    changes: list[Change] = [Set((*field, "wording"), mark) for field, mark in links.items()]
    if record.translates is not None and record.translates.root:
        changes += [Set(("translates", each), mark) for each, mark in translations.items()]
    elif translations:
        changes.append(Set(("translates",), dict(translations)))
    return amend(path, text, changes)
