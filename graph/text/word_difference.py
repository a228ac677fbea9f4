"""How one wording differs from another, word by word."""

import re
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

_TOKEN = re.compile(r"\w+(?:[-'’.,]\w+)*|\s+|.", re.DOTALL)
_MOST = 400


class Edit(StrEnum):
    """What became of a stretch of text."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


class Stretch(NamedTuple):
    """A stretch of text that was kept, removed or added."""

    edit: Edit
    text: str


def word_difference(before: str, after: str) -> tuple[Stretch, ...]:
    """The stretches of which one text and the other are made.

    Those kept and removed make up the first text, those kept and added the second. Where hardly
    anything is kept, the first is removed as a whole: that reads better than crumbs. So are
    texts of more than some hundreds of words, for which the comparison would take long.
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    if len(old) > _MOST or len(new) > _MOST:
        return _whole(before, after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < 0.4:
        return _whole(before, after)
    found: list[Stretch] = []
    for what, start, end, new_start, new_end in matcher.get_opcodes():
        if what == "equal":
            # A space between two changes is part of the change.
            _add(found, Edit.KEPT, "".join(old[start:end]))
            continue
        _add(found, Edit.REMOVED, "".join(old[start:end]))
        _add(found, Edit.ADDED, "".join(new[new_start:new_end]))
    return tuple(_joined(found))


def _whole(before: str, after: str) -> tuple[Stretch, ...]:
    found: list[Stretch] = []
    _add(found, Edit.KEPT if before == after else Edit.REMOVED, before)
    if before != after:
        _add(found, Edit.ADDED, after)
    return tuple(found)


def _add(found: list[Stretch], edit: Edit, text: str) -> None:
    if text:
        found.append(Stretch(edit, text))


def _joined(found: list[Stretch]) -> list[Stretch]:
    """Changes with no more than white space between them, as one change."""
    joined: list[Stretch] = []
    removed = added = ""
    for number, (edit, text) in enumerate(found):
        inside = removed or added
        last = number + 1 == len(found)
        if edit is Edit.REMOVED:
            removed += text
        elif edit is Edit.ADDED:
            added += text
        elif inside and not last and text.isspace():
            removed += text
            added += text
        else:
            _add(joined, Edit.REMOVED, removed)
            _add(joined, Edit.ADDED, added)
            removed = added = ""
            joined.append(Stretch(edit, text))
    _add(joined, Edit.REMOVED, removed)
    _add(joined, Edit.ADDED, added)
    return joined
