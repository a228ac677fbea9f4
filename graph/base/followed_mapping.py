"""A mapping that notes what is read of it."""

from collections.abc import Callable, ItemsView, Iterator, Mapping, ValuesView
from typing import TypeVar

from graph.base.reads import Read, note

K = TypeVar("K")
V = TypeVar("V")


class FollowedMapping(Mapping[K, V]):
    """A mapping of which `one` says what has been read where a key was asked for, `keys_read` where
    its keys were gone through, and `all_read` where everything was. `given` makes of a value what
    is handed out, where that notes itself what is read of it."""

    def __init__(
        self,
        whole: Mapping[K, V],
        one: Callable[[K], Read],
        keys_read: Read,
        all_read: Read,
        given: Callable[[V], V] | None = None,
    ) -> None:
        self._whole = whole
        self._one = one
        self._keys_read = keys_read
        self._all_read = all_read
        self._given = given

    def __getitem__(self, key: K) -> V:
        note(self._one(key))
        value = self._whole[key]
        return value if self._given is None else self._given(value)

    def __contains__(self, key: object) -> bool:
        note(self._one(key))  # type: ignore[arg-type]
        return key in self._whole

    def __iter__(self) -> Iterator[K]:
        note(self._keys_read)
        return iter(self._whole)

    def __len__(self) -> int:
        note(self._keys_read)
        return len(self._whole)

    def __eq__(self, other: object) -> bool:
        note(self._all_read)
        return self._whole == other

    __hash__ = None  # type: ignore[assignment]

    def values(self) -> ValuesView[V]:
        """All values."""
        return self._all.values()

    def items(self) -> ItemsView[K, V]:
        """All keys and values."""
        return self._all.items()

    @property
    def _all(self) -> Mapping[K, V]:
        note(self._all_read)
        if self._given is None:
            return self._whole
        return {key: self._given(value) for key, value in self._whole.items()}
