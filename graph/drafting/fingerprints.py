"""Writing missing fingerprints into records, leaving every other byte as it stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import yaml

from graph.answers.verify import PassageVerdict
from graph.base import KnowledgeBase
from graph.errors import BetoogError
from graph.passages import Status
from graph.records import Claim
from graph.store import read_file
from graph.store.front_matter import Unfenced, split_front_matter

_EMPTY = frozenset(("", "~", "null", "Null", "NULL"))
_WRITTEN = "The passage is in the source; its fingerprint is now in the record."


class InsertionError(BetoogError):
    """A record in which no fingerprint can be inserted safely; the message says why."""


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
    """Write the missing fingerprints of passages that were found into their records' files.

    Raises:
        OSError: a file cannot be read or written.
    """
    wanted: dict[str, dict[int, str]] = {}
    for each in found:
        if each.status == Status.UNFINGERPRINTED and each.fingerprint is not None:
            wanted.setdefault(each.path, {})[each.index] = each.fingerprint
    updated: list[str] = []
    refused: list[str] = []
    for path, fingerprints in wanted.items():
        file = kb.tree.root / path
        try:
            changed = with_fingerprints(path, file.read_bytes(), fingerprints)
        except InsertionError as error:
            refused.append(str(error))
        else:
            file.write_bytes(changed)
            updated.append(path)
    after = tuple(
        replace(each, status=Status.VERIFIED.value, message=_WRITTEN, help=None)
        if each.path in updated and each.status == Status.UNFINGERPRINTED
        else each
        for each in found
    )
    return Update(after, tuple(updated), tuple(refused))


def with_fingerprints(path: str, raw: bytes, fingerprints: Mapping[int, str]) -> bytes:
    """A claim's file with fingerprints put into its passages, each behind the last field.

    `path` is relative to the root, with forward slashes; `fingerprints` maps the position of
    a passage in the record, from 0, to what is to be written there.

    Raises:
        InsertionError: the file is not laid out as expected, or what was written does not read
            back as the same record with these fingerprints in it.
    """
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InsertionError(f"{path} is not UTF-8") from error
    edits = sorted(
        (_edit(path, text, index, value) for index, value in fingerprints.items()), reverse=True
    )
    changed = text
    for begin, end, insertion in edits:
        changed = changed[:begin] + insertion + changed[end:]
    if _record(path, changed) != _expected(_record(path, text), fingerprints):
        raise InsertionError(f"{path} is laid out in a way that fingerprints do not fit into")
    return changed.encode("utf-8")


def _record(path: str, text: str) -> Claim:
    # As the store reads it: without a byte order mark, with plain line ends.
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    file, problems = read_file(path, plain)
    if file is None or problems or not isinstance(file.record, Claim):
        raise InsertionError(f"{path} has faults; betoog check names them")
    return file.record


def _expected(record: Claim, fingerprints: Mapping[int, str]) -> Claim:
    passages = tuple(
        passage.model_copy(update={"fingerprint": fingerprints.get(index, passage.fingerprint)})
        for index, passage in enumerate(record.passages)
    )
    return record.model_copy(update={"passages": passages})


def _edit(path: str, text: str, index: int, fingerprint: str) -> tuple[int, int, str]:
    """What to put where: the text between two offsets is replaced by the insertion."""
    mark = len(text) - len(text.removeprefix("\ufeff"))
    parts = split_front_matter(text[mark:])
    if isinstance(parts, Unfenced):
        raise InsertionError(f"{path} has no front matter")
    # The front matter begins behind the first line.
    start = text.index("\n", mark) + 1
    passage = _passage(path, parts.yaml, index)
    for key, value in passage.value:
        if key.value == "fingerprint":
            if value.value not in _EMPTY:
                raise InsertionError(f"{path} has a fingerprint there already")
            begin = start + value.start_mark.index
            space = "" if text[begin - 1].isspace() else " "
            return begin, start + value.end_mark.index, space + fingerprint
    last = start + passage.value[-1][1].end_mark.index
    while text[last - 1].isspace():
        last -= 1
    if passage.flow_style:
        return last, last, f", fingerprint: {fingerprint}"
    # A comment behind the last field stays on its line.
    line_end = text.find("\n", last)
    if line_end < 0:
        raise InsertionError(f"{path} has lines that do not end as expected")
    newline = "\n"
    if text[line_end - 1] == "\r":
        line_end, newline = line_end - 1, "\r\n"
    indent = " " * passage.value[0][0].start_mark.column
    return line_end, line_end, f"{newline}{indent}fingerprint: {fingerprint}"


def _passage(path: str, text: str, index: int) -> Any:
    try:
        root: Any = yaml.compose(text, Loader=yaml.CSafeLoader)
        items = next(value for key, value in root.value if key.value == "passages")
        passage = items.value[index]
        if isinstance(passage, yaml.MappingNode) and passage.value:
            return passage
    except (yaml.YAMLError, AttributeError, StopIteration, IndexError) as error:
        raise InsertionError(f"{path} has no passage at position {index}") from error
    raise InsertionError(f"{path} has no passage at position {index}")
