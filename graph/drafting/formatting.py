"""Laying out record files in the one canonical way."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from graph.errors import AnswerError
from graph.records.kinds import RECORD_KINDS
from graph.store import RecordFile, Tree
from graph.store.layout import laid_out
from graph.store.saving import rewritten, save


@dataclass(frozen=True)
class Formatting:
    """What laying out files came to, each given by its path from the root.

    `changed` maps the files that stand otherwise than they should to their text as it should
    be; `unreadable` are those with faults that `betoog check` names.
    """

    changed: dict[str, str]
    unreadable: tuple[str, ...]
    files: int


def formatting(tree: Tree, paths: Sequence[Path] = ()) -> Formatting:
    """How the record files of a knowledge base, or those at these paths, should be laid out.

    Raises:
        AnswerError: a path is not that of a record of this knowledge base.
    """
    files = tuple(_chosen(tree, paths)) if paths else tree.files
    changed: dict[str, str] = {}
    unreadable: list[str] = []
    number = 0
    for file in files:
        if file.kind not in RECORD_KINDS:
            # Annotations and the texts of sources are prose.
            continue
        number += 1
        text = laid_out(file.kind, file.text)
        if text is None:
            unreadable.append(file.path)
        elif text != file.text:
            changed[file.path] = text
    return Formatting(changed, tuple(unreadable), number)


def with_fixes(outcome: Formatting, tree: Tree, fixed: Mapping[str, str]) -> Formatting:
    """The same with what else was put right in the files of a tree, given by their texts. The text
    of a source counts, too, where that was."""
    others = sum(tree.by_path[path].kind not in RECORD_KINDS for path in fixed)
    return replace(outcome, changed={**fixed, **outcome.changed}, files=outcome.files + others)


def record_paths(tree: Tree, paths: Sequence[Path] | None) -> frozenset[str] | None:
    """The paths from the root of the records at these paths; None for all."""
    return frozenset(file.path for file in _chosen(tree, paths)) if paths else None


def _chosen(tree: Tree, paths: Sequence[Path]) -> Iterator[RecordFile]:
    root = tree.root.resolve()
    for path in paths:
        full = path.resolve()
        name = full.relative_to(root).as_posix() if full.is_relative_to(root) else ""
        found = [
            file
            for file in tree.files
            if file.path == name or (full.is_dir() and file.path.startswith(f"{name}/"))
        ]
        if not found:
            raise AnswerError(f"{path} is no record of this knowledge base")
        yield from found


def write_formatting(tree: Tree, outcome: Formatting) -> None:
    """Write the files that stand otherwise than they should; they keep their line ends.

    Raises:
        NotSavedError: a file cannot be written, or is not as the tree read it.
    """
    save(tree.root, [rewritten(tree, *each) for each in outcome.changed.items()])
