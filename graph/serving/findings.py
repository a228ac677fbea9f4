"""What is wrong with the records while they are written, as pages tell it: at once what cannot be
read, and the rest as soon as all rules were applied.
"""

from collections.abc import Callable, Collection, Iterable, Iterator

from graph.base import KnowledgeBase
from graph.check import Finding, Severity, check
from graph.pages.proofs.proofreading import with_proofs
from graph.store import Tree

_OF_FILES = ("S", "F")
"""The families of the rules by which a file is sound in itself."""


class KeptFindings:
    """The errors in the records, those of the last check and those that were read since."""

    def __init__(self) -> None:
        self._checked: tuple[Finding, ...] = ()
        self._at_once: tuple[Finding, ...] = ()

    @property
    def told(self) -> tuple[str, ...]:
        """The errors that are known now, in words."""
        return tuple(words(each) for each in sorted({*self._checked, *self._at_once}))

    def read(self, tree: Tree, changed: Collection[str]) -> None:
        """Take note of what was read: what was found in files that changed holds no more, and of
        those that are broken it is told why."""
        self._checked = tuple(each for each in self._checked if each.path not in changed)
        self._at_once = tuple(_broken(tree))

    def check(
        self, tree: Tree, former: KnowledgeBase, between: Callable[[], None]
    ) -> tuple[Finding, ...]:
        """What all rules find in a tree, of which nothing is taken note of yet; `between` is called
        before each rule, and what it raises ends it. Most records are those of a former knowledge
        base, whose weighing is taken over as far as it holds."""
        kb = KnowledgeBase(tree)
        # And nothing that answers questions one after another: others ask it meanwhile.
        kb.take_over(former)
        found = with_proofs(kb, check(kb, between))
        return tuple(each for each in found if each.severity is Severity.ERROR)

    def checked(self, found: Iterable[Finding]) -> None:
        """Take note of what all rules found in what was read last."""
        self._checked, self._at_once = tuple(found), ()


def _broken(tree: Tree) -> Iterator[Finding]:
    broken = tree.broken_paths
    if not broken:
        return
    alone = Tree(
        tree.root, tuple(each for each in tree.files if each.path in broken), tree.problems
    )
    for each in check(KnowledgeBase(alone)):
        error = each.severity is Severity.ERROR
        if error and each.path in broken and each.code.startswith(_OF_FILES):
            yield each


def words(finding: Finding) -> str:
    """A finding in one line, with its place."""
    return f"{finding.path}:{finding.line}: {finding.code} {finding.message}"
