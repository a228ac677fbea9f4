"""The records as they are on the desk: files as saved, and over them what is being typed."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from graph.base import KnowledgeBase
from graph.base.collected import grouped
from graph.check import Finding, check
from graph.errors import NoRecordsError
from graph.store import LARGEST, Fault, Problem, Span, Tree, read_bytes, read_path, read_tree


class Desk:
    """A knowledge base of which single files are read anew when they change.

    Everything else stays as it was read; what follows from the records is worked out again
    when it is next asked for.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._tree = read_tree(root)
        self._open: set[str] = set()
        self._kb: KnowledgeBase | None = None
        self._findings: Mapping[str, tuple[Finding, ...]] | None = None

    @property
    def kb(self) -> KnowledgeBase:
        """The records, unsaved texts included."""
        if self._kb is None:
            self._kb = KnowledgeBase(self._tree)
        return self._kb

    @property
    def findings(self) -> Mapping[str, tuple[Finding, ...]]:
        """What `check` finds, by path."""
        if self._findings is None:
            found: dict[str, list[Finding]] = {}
            for each in check(self.kb):
                found.setdefault(each.path, []).append(each)
            self._findings = {path: tuple(each) for path, each in found.items()}
            # The places that were looked up are kept with the tree for the next round.
            self._tree = self.kb.tree
        return self._findings

    def path(self, place: Path) -> str | None:
        """A file's path from the root, None for one that can be no record."""
        try:
            path = place.resolve().relative_to(self.root.resolve()).as_posix()
        except (OSError, RuntimeError, ValueError):
            return None
        return path if is_record_path(path) else None

    def lines(self, path: str) -> list[str]:
        """The lines of a file; none of one that is not known."""
        file = self._tree.by_path.get(path)
        return file.lines if file is not None else []

    def type(self, path: str, text: str) -> None:
        """Take this text for the file's, whatever is saved, until it is put away."""
        self._open.add(path)
        raw = text.encode("utf-8", "replace")
        if len(raw) > LARGEST:
            detail = f"{len(raw):,} bytes, more than the {LARGEST:,} allowed"
            problem = Problem(path, Fault.TOO_LARGE, Span(1, 1, 2), detail)
            self._take(self._tree.with_file(path, None, [problem]))
        else:
            self._take(self._tree.with_file(path, *read_bytes(path, raw)))

    def put_away(self, path: str) -> None:
        """Forget the unsaved text of a file."""
        self._open.discard(path)
        self.reread(path)

    def reread(self, *paths: str) -> None:
        """Read files from the disk, but for those whose text is being typed."""
        read = {path: read_path(self.root, path) for path in paths if path not in self._open}
        if read:
            self._take(self._tree.with_files(read))

    def read_again(self) -> bool:
        """Read all files from the disk, but for those whose text is being typed; whether any is
        another by now. Where they are gone altogether, they stay as they were read."""
        try:
            saved = read_tree(self.root)
        except NoRecordsError:
            return False
        known = grouped((each.path, each) for each in self._tree.problems)
        tree = saved.with_files(
            {path: (self._tree.by_path.get(path), known.get(path, ())) for path in self._open}
        )
        if _said(tree) == _said(self._tree):
            return False
        self._take(tree)
        return True

    def _take(self, tree: Tree) -> None:
        self._tree, self._kb, self._findings = tree, None, None


def _said(tree: Tree) -> object:
    """All that is read of the files of a tree."""
    return [(each.path, each.text) for each in tree.files], tree.problems, tree.beside


def is_record_path(path: str) -> bool:
    """Whether a file at this path from the root is read at all."""
    parts = PurePosixPath(path).parts
    return parts[:1] == ("claims",) and not any(each.startswith(".") for each in parts)
