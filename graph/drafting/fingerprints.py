"""Writing what was found of passages into records, leaving everything else as it stands.

That is fingerprints and paragraphs that are missing, the paragraphs of passages that moved
unchanged, and words in place of those by which no link opens.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from graph.answers.verify import PassageVerdict
from graph.base import KnowledgeBase
from graph.passages import Status, Words
from graph.records import Claim
from graph.store.amending import Change, NotAmendableError, Remove, Set, amend, sound
from graph.store.saving import NotSavedError, Writing, bytes_read, save

_WRITTEN = "The passage is in the source; its fingerprint is now in the record."
_NUMBERED = "The passage is in the source; its paragraph is now in the record."
_WORDED = "The passage is in the source; words by which a link opens at it are now in the record."


@dataclass(frozen=True)
class Update:
    """What writing fingerprints came to.

    `found` are the verdicts as they are afterwards; `updated` the paths of records written;
    `refused` why others were not.
    """

    found: tuple[PassageVerdict, ...]
    updated: tuple[str, ...]
    refused: tuple[str, ...]


def write_fingerprints(kb: KnowledgeBase, found: Sequence[PassageVerdict]) -> Update:
    """Write what is missing for passages that were found into their records' files.

    A record that is not as it was read is left as it is.

    Raises:
        NotSavedError: a file cannot be written.
    """
    wanted: dict[str, dict[int, str]] = {}
    wordings: dict[str, dict[int, Words]] = {}
    numbers: dict[str, dict[int, int]] = {}
    for each in found:
        if each.status == Status.UNFINGERPRINTED and each.fingerprint is not None:
            wanted.setdefault(each.path, {})[each.index] = each.fingerprint
        if each.words is not None:
            wordings.setdefault(each.path, {})[each.index] = each.words
        if each.number is not None:
            numbers.setdefault(each.path, {})[each.index] = each.number
    writings: list[Writing] = []
    refused: list[str] = []
    for path in dict.fromkeys((*wanted, *wordings, *numbers)):
        try:
            raw = bytes_read(kb.tree, path)
            changed = with_fingerprints(
                path,
                raw or b"",
                wanted.get(path, {}),
                wordings.get(path, {}),
                numbers.get(path, {}),
            )
        except (NotAmendableError, NotSavedError) as error:
            refused.append(str(error))
        else:
            writings.append(Writing(path, changed, raw))
    save(kb.tree.root, writings)
    updated = tuple(each.path for each in writings)
    after = tuple(_written(each) if each.path in updated else each for each in found)
    return Update(after, updated, tuple(refused))


def _written(each: PassageVerdict) -> PassageVerdict:
    if each.status == Status.UNFINGERPRINTED:
        message = _WRITTEN
    elif each.words is not None:
        message = _WORDED
    elif each.number is not None:
        message = _NUMBERED
    else:
        return each
    return replace(
        each, status=Status.VERIFIED.value, message=message, help=None, words=None, number=None
    )


def with_fingerprints(
    path: str,
    raw: bytes,
    fingerprints: Mapping[int, str],
    words: Mapping[int, Words] | None = None,
    numbers: Mapping[int, int] | None = None,
) -> bytes:
    """A claim's file with fingerprints put into its passages, each behind the last field.

    `path` is relative to the root, with forward slashes; `fingerprints` maps the position of
    a passage in the record, from 0, to what is to be written there, and `words` to the words that
    take the place of its first and last; `numbers` to its paragraph. A file that was laid out in
    the canonical way still is.

    Raises:
        NotAmendableError: the file has faults, a passage has a fingerprint already, or the
            file is laid out in a way that fingerprints do not fit into.
    """
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise NotAmendableError(path, "is not UTF-8") from error
    record = sound(path, text).record
    passages = record.passages if isinstance(record, Claim) else ()
    worded = words or {}
    numbered = numbers or {}
    for index in (*fingerprints, *worded, *numbered):
        if not index < len(passages):
            raise NotAmendableError(path, f"has no passage at position {index}")
    for index in fingerprints:
        if passages[index].fingerprint is not None:
            raise NotAmendableError(path, "has a fingerprint there already")
    changes: list[Change] = [
        Set(("passages", index, "fingerprint"), value) for index, value in fingerprints.items()
    ]
    changes += [
        Remove(("passages", index, name)) if text is None else Set(("passages", index, name), text)
        for index, each in worded.items()
        for name, text in each._asdict().items()
        if text != getattr(passages[index], name)
    ]
    changes += [Set(("passages", index, "paragraph"), each) for index, each in numbered.items()]
    return amend(path, text, changes).encode("utf-8")
