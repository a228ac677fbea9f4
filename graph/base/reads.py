"""What is read while something is made, noted so that it is made again only when that has changed.

A verifying trace: what was read is kept beside what was made of it, and is compared before it is
made again (Mokhov, Mitchell & Peyton Jones, "Build Systems à la Carte", ICFP 2018). Work that is
done once and used for many has its reads noted by each that uses it.
"""

import threading
from collections.abc import Callable, Hashable, Iterator, Set
from contextlib import contextmanager
from functools import update_wrapper
from typing import Any, Generic, TypeAlias, TypeVar, overload

T = TypeVar("T")

Read: TypeAlias = tuple[str, ...]
"""Something that can be read: what kind of thing it is, and which one."""


class _Now(threading.local):
    """What the thread is noting at the moment; None where nothing is."""

    reads: set[Read] | None = None


_NOW = _Now()


def note(read: Read) -> None:
    """Something is read."""
    if (reads := _NOW.reads) is not None:
        reads.add(read)


def note_all(reads: Set[Read]) -> None:
    """What has been read earlier for something that is used now."""
    if (now := _NOW.reads) is not None:
        now |= reads


@contextmanager
def noting() -> Iterator[set[Read]]:
    """What is read within, apart from what is noted around it."""
    around, _NOW.reads = _NOW.reads, set()
    try:
        yield _NOW.reads
    finally:
        _NOW.reads = around


_REMEMBERED = "remembered "


class remembered(Generic[T]):  # noqa: N801 (it stands where `property` would)
    """A property that is worked out when first asked for, as a cached property is; whoever asks
    for it later has read what it was made of, too."""

    def __init__(self, work: Callable[[Any], T]) -> None:
        self.work = work
        self._place = f"{_REMEMBERED}{work.__name__}"
        update_wrapper(self, work)  # type: ignore[arg-type]

    @overload
    def __get__(self, thing: None, owner: type) -> "remembered[T]": ...
    @overload
    def __get__(self, thing: object, owner: type) -> T: ...
    def __get__(self, thing: object | None, owner: type) -> "T | remembered[T]":
        if thing is None:
            return self
        kept = thing.__dict__.get(self._place)
        if kept is None:
            around, _NOW.reads = _NOW.reads, set()
            try:
                value = self.work(thing)
                kept = value, frozenset(_NOW.reads)
            finally:
                _NOW.reads = around
            if not kept[1]:
                # Nothing was read for it, so nobody has to be told: Python finds it here first.
                thing.__dict__[self.work.__name__] = value
                return value
            thing.__dict__[self._place] = kept
        if (now := _NOW.reads) is not None:
            now |= kept[1]
        return kept[0]


def forget_remembered(thing: object) -> None:
    """Let go of what is remembered of a thing: it is worked out anew when it is asked for."""
    own, kind = vars(thing), type(thing)
    for name in tuple(own):
        if name.startswith(_REMEMBERED) or isinstance(getattr(kind, name, None), remembered):
            del own[name]


class RememberedBy(Generic[T]):
    """Work that is done once for each of what it is done for, in the same way. Where only what
    follows soon asks again, no more than `most` are kept at a time. Where it is done around one
    claim each, `around` is the claim's place in what it is done for; with `of_debates`, that of a
    debate around whose claims it is done."""

    def __init__(
        self, most: int | None = None, around: int | None = None, of_debates: bool = False
    ) -> None:
        self._most = most
        self.around = around
        self.of_debates = of_debates
        self._kept: dict[tuple[object, ...], tuple[T, frozenset[Read]]] = {}

    def of(self, work: Callable[..., T], about: object, *asked: Hashable) -> T:
        """What the work gives about something for these arguments, by which it is kept."""
        kept = self._kept.get(asked)
        if kept is None:
            with noting() as reads:
                value = work(about, *asked)
            if len(self._kept) == self._most:
                # Begun anew, which costs less than to know which was asked for last.
                self._kept.clear()
            kept = self._kept[asked] = value, frozenset(reads)
        note_all(kept[1])
        return kept[0]

    def taken_over(self, same: Callable[[str], bool]) -> "RememberedBy[T]":
        """What is kept of the claims, or debates, around which all is the same."""
        found = RememberedBy[T](self._most, self.around, self.of_debates)
        at = self.around
        if at is not None:
            found._kept = {
                asked: kept for asked, kept in self._kept.copy().items() if same(str(asked[at]))
            }
        return found

    def __iter__(self) -> Iterator[T]:
        """All that is kept."""
        return (value for value, _ in self._kept.values())

    def forget(self) -> None:
        """Keep nothing any more."""
        self._kept.clear()
