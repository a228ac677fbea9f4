"""Things that hang together: a forest in which each tree is known by its first name."""

from collections.abc import Iterable


class Joined:
    """Names, each in a set of its own until two are joined (Galler & Fischer 1964, with the ways
    to the top cut short)."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def copy(self) -> "Joined":
        """The same sets, to be joined further."""
        other = Joined()
        other._above = dict(self._above)
        return other

    def join(self, names: Iterable[str]) -> None:
        """Put these, with all that hangs together with one of them, into one set."""
        first = ""
        for name in names:
            top = self.top(name)
            if first and first != top:
                self._above[max(first, top)] = min(first, top)
            first = min(first, top) if first else top

    def top(self, name: str) -> str:
        """The name by which the set is known that this one is in."""
        way = []
        while (above := self._above.get(name)) is not None:
            way.append(name)
            name = above
        self._above.update(dict.fromkeys(way, name))
        return name
