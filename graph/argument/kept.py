"""Work on a knowledge base that is done once and kept as long as the knowledge base is."""

from collections.abc import Callable, Mapping
from functools import update_wrapper
from itertools import count
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar, cast

from graph.base import KnowledgeBase
from graph.base.followed import Followed
from graph.base.followed_mapping import FollowedMapping
from graph.base.reads import Read, RememberedBy, note

T = TypeVar("T")
P = ParamSpec("P")

SOON = 1_000
"""Of so many claims is kept what their pages in all languages, which are made one after another,
have in common."""

_KEPT: dict[str, Callable[..., object]] = {}
"""What is kept, by its name: a function of the knowledge base and of what was asked for."""
_NUMBERS = count()
"""What a knowledge base keeps of each piece of work stands in it under a number of its own."""


def kept(work: Callable[[KnowledgeBase], T]) -> Callable[[KnowledgeBase], T]:
    """A function of a knowledge base that works once for each, as a cached property would.

    Of a mapping, a followed knowledge base notes what is looked up; anything else is read as a
    whole.
    """
    place = f"kept {next(_NUMBERS)}"
    name = f"{work.__module__}.{work.__qualname__}"

    def once(kb: KnowledgeBase) -> T:
        if isinstance(kb, Followed):
            return cast(T, _followed(once(kb.plain), name))
        there = vars(kb)
        if place not in there:
            there[place] = work(kb)
        return cast(T, there[place])

    def looked_up(kb: KnowledgeBase, *key: str) -> object:
        value: Any = once(kb)
        return value if not key else value.get(key if len(key) > 1 else key[0])

    _KEPT[name] = looked_up
    update_wrapper(once, work)
    return once


def _followed(value: object, name: str) -> object:
    if isinstance(value, Mapping):
        return FollowedMapping(value, lambda key: _read(name, key), _read(name), _read(name))
    note(_read(name))
    return value


def _read(name: str, key: object = ()) -> Read:
    return ("kept", name, *(key if isinstance(key, tuple) else (key,)))


class KeptFor(Generic[P, T]):
    """A function of a knowledge base and of ids in it that works once for each. Whoever asks again
    has read what the first one has."""

    def __init__(
        self, work: Callable[Concatenate[KnowledgeBase, P], T], most: int | None = None
    ) -> None:
        self._work = work
        self._most = most
        self._place = f"kept {next(_NUMBERS)}"
        update_wrapper(self, work)

    def __call__(self, kb: KnowledgeBase, *asked: P.args, **named: P.kwargs) -> T:
        """What was worked out for these ids, or is now. They are given in their order."""
        there = vars(kb)
        found: RememberedBy[T] | None = there.get(self._place)
        if found is None:
            found = there[self._place] = RememberedBy(self._most)
        return found.of(self._work, kb, *asked)


def kept_for(work: Callable[Concatenate[KnowledgeBase, P], T]) -> KeptFor[P, T]:
    """See `KeptFor`."""
    return KeptFor(work)


def kept_as_value(work: Callable[Concatenate[KnowledgeBase, P], T]) -> KeptFor[P, T]:
    """The same for work that goes through more than it tells: whoever asks has read the result, and
    nothing else."""
    name = f"{work.__module__}.{work.__qualname__}"

    def valued(kb: KnowledgeBase, /, *asked: P.args, **named: P.kwargs) -> T:
        if not isinstance(kb, Followed):
            return work(kb, *asked, **named)
        note(_read(name, asked))
        return found(kb.plain, *asked, **named)

    update_wrapper(valued, work)
    found = KeptFor(valued)
    _KEPT[name] = found
    return found


def answers(name: str, work: Callable[..., object]) -> None:
    """Let what was noted as ("kept", name, …) be asked for again: `work` gets the knowledge base
    and the rest."""
    _KEPT[name] = work


def kept_now(kb: KnowledgeBase, name: str, *key: str) -> object:
    """What is kept under a name, as far as it was asked for."""
    return _KEPT[name](kb, *key)
