"""Something amiss in a site's own words."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from graph.store.problem import FieldPath


@dataclass(frozen=True)
class Note:
    """What is amiss with a file of words: its path, what is said of it, the field and the line that
    this is about, where it is about one; whether words are only `lacking`, which are shown in
    another language then, and whether that is so because the file is `absent`."""

    path: str
    said: str
    field: FieldPath = ()
    line: int = 0
    lacking: bool = False
    absent: bool = False

    def __str__(self) -> str:
        if self.absent:
            return f"{self.said}: {self.path} is the place for them"
        line = f"line {self.line}: " if self.line else ""
        return f"{self.path}: {line}{self.said}"

    def put(self, written: Callable[[str], str]) -> "Note":
        """The same with its path and what is said written otherwise."""
        return replace(self, path=written(self.path), said=written(self.said))
