"""Work on a knowledge base that is done once and kept as long as the knowledge base is."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from graph.base import KnowledgeBase

T = TypeVar("T")


def kept(work: Callable[[KnowledgeBase], T]) -> Callable[[KnowledgeBase], T]:
    """A function of a knowledge base that works once for each, as a cached property would.

    What it returns must not refer to the knowledge base, which would then never be let go.
    """
    found: WeakKeyDictionary[KnowledgeBase, T] = WeakKeyDictionary()

    @wraps(work)
    def once(kb: KnowledgeBase) -> T:
        if kb not in found:
            found[kb] = work(kb)
        return found[kb]

    return once
