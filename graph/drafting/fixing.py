"""Taking the ways out of findings that a machine can take."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.base import KnowledgeBase
from graph.check import Finding, check
from graph.check.fix import Fix
from graph.store import Problem, RecordFile, Tree, read_file
from graph.store.amending import costs_nothing

_ROUNDS = 10
"""One fix can bring another finding to light; so many times it is looked again."""


@dataclass(frozen=True)
class Fixing:
    """The records with all that could be put right in them: the findings that are gone, and the
    text of each file that changed."""

    tree: Tree
    fixed: tuple[Finding, ...]
    changed: dict[str, str]


def fixing(tree: Tree, paths: frozenset[str] | None = None) -> Fixing:
    """Apply the fix of every finding, in the files at these paths or in all. Writes nothing.

    A fix is left out where it would cost a comment or make a file harder to read.
    """
    fixed: list[Finding] = []
    changed: dict[str, str] = {}
    for _ in range(_ROUNDS):
        before = len(fixed)
        files = dict(tree.by_path)
        problems = list(tree.problems)
        for finding in _applicable(tree, paths):
            done = applied(files[finding.path], finding.fix) if finding.fix is not None else None
            if done is None:
                continue
            files[finding.path], found = done
            problems = [each for each in problems if each.path != finding.path] + found
            changed[finding.path] = files[finding.path].text
            fixed.append(finding)
        if len(fixed) == before:
            break
        tree = Tree(tree.root, tuple(files.values()), tuple(problems), tree.beside)
    return Fixing(tree, tuple(fixed), changed)


def _applicable(tree: Tree, paths: frozenset[str] | None) -> Iterator[Finding]:
    """Findings with a fix, the last in a file first, so that the places of the others hold."""
    found = [
        each
        for each in check(KnowledgeBase(tree))
        if each.fix is not None and (paths is None or each.path in paths)
    ]
    begin: dict[str, int] = {}
    for each in sorted(found, key=lambda each: -each.fix.end if each.fix else 0):
        if each.fix is not None and each.fix.end <= begin.get(each.path, each.fix.end):
            begin[each.path] = each.fix.begin
            yield each


def applied(file: RecordFile, fix: Fix) -> tuple[RecordFile, list[Problem]] | None:
    """The file with one fix, read again; None where it would cost something."""
    text = file.text[: fix.begin] + fix.text + file.text[fix.end :]
    if text == file.text or not costs_nothing(file.path, file.text, text):
        return None
    after, found = read_file(file.path, text)
    return (after, found) if after is not None else None
