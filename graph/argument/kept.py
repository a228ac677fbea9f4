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


_AROUND: dict[str, int] = {}
"""Of what is kept, what is worked out around one claim alone: where among what was asked for the
claim stands."""


def around_claim(once: Callable[P, T]) -> Callable[P, T]:
    """What is kept of each claim, as what was asked for first: nothing outside of the region of the
    claim bears on it (see `graph.base.regions`)."""
    _AROUND[_name(once)] = 0
    return once


_AROUND_DEBATES: set[str] = set()
"""Of what is kept, what is worked out around the claims of one debate, which is asked for first."""


def around_debate(once: Callable[P, T]) -> Callable[P, T]:
    """What is kept of each debate, as what was asked for first: nothing outside of the region of
    its claims bears on it but records that belong to all regions, its own among them."""
    _AROUND_DEBATES.add(_name(once))
    return once


def claim_around(read: Read) -> str | None:
    """The claim around which something was worked out that was read; None where more bears on it,
    or it is not known."""
    if read[0] != "kept" or (place := _AROUND.get(read[1])) is None or len(read) < place + 3:
        return None
    return read[place + 2]


def _name(work: Callable[..., object]) -> str:
    return f"{work.__module__}.{work.__qualname__}"


def kept(work: Callable[[KnowledgeBase], T]) -> Callable[[KnowledgeBase], T]:
    """A function of a knowledge base that works once for each, as a cached property would.

    Of a mapping, a followed knowledge base notes what is looked up; anything else is read as a
    whole.
    """
    place = f"kept {next(_NUMBERS)}"
    name = _name(work)

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
            name = _name(self)
            debates = name in _AROUND_DEBATES
            around = 0 if debates else _AROUND.get(name)
            found = there[self._place] = RememberedBy(self._most, around, debates)
        return found.of(self._work, kb, *asked)


def kept_for(work: Callable[Concatenate[KnowledgeBase, P], T]) -> KeptFor[P, T]:
    """See `KeptFor`."""
    return KeptFor(work)


def kept_as_value(work: Callable[Concatenate[KnowledgeBase, P], T]) -> KeptFor[P, T]:
    """The same for work that goes through more than it tells: whoever asks has read the result, and
    nothing else."""
    name = _name(work)

    def valued(kb: KnowledgeBase, /, *asked: P.args, **named: P.kwargs) -> T:
        if not isinstance(kb, Followed):
            return work(kb, *asked, **named)
        note(_read(name, asked))
        return found(kb.plain, *asked, **named)

    update_wrapper(valued, work)
    found = KeptFor(valued)
    _KEPT[name] = found
    return found


def answers(name: str, work: Callable[..., object], around: int) -> None:
    """Let what was noted as ("kept", name, …) be asked for again: `work` gets the knowledge base
    and the rest, in which the claim on whose region alone it depends has the place `around`."""
    _AROUND[name] = around
    _KEPT[name] = work


def kept_now(kb: KnowledgeBase, name: str, *key: str) -> object:
    """What is kept under a name, as far as it was asked for."""
    return _KEPT[name](kb, *key)
