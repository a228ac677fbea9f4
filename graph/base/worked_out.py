"""A mapping that is worked out piece by piece, as it is asked."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class WorkedOut(Mapping[K, V]):
    """What the work gives for each of the keys: once for each, when it is first asked for."""

    def __init__(self, keys: Collection[K], work: Callable[[K], V]) -> None:
        self._keys = keys
        self._work = work
        self._found: dict[K, V] = {}

    def __getitem__(self, key: K) -> V:
        if key not in self._found:
            if key not in self._keys:
                raise KeyError(key)
            self._found[key] = self._work(key)
        return self._found[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)
