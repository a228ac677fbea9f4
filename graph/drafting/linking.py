"""A link put into a claim's file or changed in it, leaving every other line as it stands."""

from collections.abc import Iterable, Mapping
from typing import Any

from graph.records import Claim
from graph.store.amending import Append, Change, NotAmendableError, amend, sound
from graph.store.layout import laid_out
from graph.store.patches import document


def with_link(path: str, text: str, field: str, step: Mapping[str, Any]) -> str:
    """A claim's file with one more link at the end of `supports`, `contradicts` or `undercuts`.

    Where the links that are there stand in brackets, the file is laid out anew.

    Raises:
        NotAmendableError: the file has faults, or the link does not come out as it should.
        ValidationError: the link has a value that none can have.
    """
    record = sound(path, text).record
    if not isinstance(record, Claim):
        raise NotAmendableError(path, "is no claim")
    data = record.model_dump(by_alias=True, exclude_unset=True)
    wanted = Claim.model_validate({**data, field: [*data.get(field, ()), dict(step)]})
    standing = document(path, text).extents.get((field,))
    if standing is not None and standing.form.in_line and standing.parts:
        text = laid_out("claim", text) or text
    changed = amend(path, text, [Append((field,), dict(step))])
    if sound(path, changed).record != wanted:
        raise NotAmendableError(path, "is laid out in a way that a link does not fit into")
    return changed


def with_changes(path: str, text: str, changes: Iterable[Change]) -> str:
    """A claim's file with changes in it.

    Where what is there is laid out in another way that they do not fit into, it is laid out first.

    Raises:
        NotAmendableError: the file has faults, or the changes do not fit in.
    """
    changes = tuple(changes)
    try:
        return amend(path, text, changes)
    except NotAmendableError:
        tidy = laid_out("claim", text)
        if tidy in (None, text):
            raise
        return amend(path, tidy or text, changes)
