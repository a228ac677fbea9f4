"""The history of a knowledge base as it is kept while a site is served: read again once the
present commit is another.
"""

from collections.abc import Callable, Collection
from pathlib import Path

from graph.review.git import Repository
from graph.review.git_error import GitError
from graph.review.history import History


class KeptHistory:
    """The last changes to the records below a root folder."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._history: History | None = None
        self._read_of = ""
        self.places: tuple[Path, ...] = (root / ".git" / "HEAD",)
        """The files and folders in which git keeps what the present commit is."""

    @property
    def known(self) -> History | None:
        """What was read last."""
        return self._history

    @property
    def beginnings(self) -> tuple[str, ...]:
        """How the paths in these places begin."""
        return tuple(map(str, self.places))

    def history(self, changed: Collection[str], most: int, read: Callable[[], History]) -> History:
        """What `read` gives of at most so many commits, which is asked only where that may be
        another than before; `changed` are paths in which something did, those of `places` among
        them."""
        mine = self.beginnings
        if self._history is None or any(each.startswith(mine) for each in changed):
            present = self._present() if most > 0 else ""
            if self._history is None or present != self._read_of:
                self._history, self._read_of = read(), present
        return self._history

    def forget(self) -> None:
        """Have it read again, as after a change of how much of it is told."""
        self._history = None

    def _present(self) -> str:
        try:
            with Repository(self._root) as repository:
                self.places = repository.kept_in()
                return f"{repository.head()} {self._is_shallow()}"
        except GitError as error:
            return str(error)

    def _is_shallow(self) -> bool:
        return any(each.name == "shallow" and each.is_file() for each in self.places)
