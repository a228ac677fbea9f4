"""Texts about a knowledge base that are kept from when they were made the last time."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeAlias

from graph.base.followed import Followed
from graph.base.knowledge_base import KnowledgeBase
from graph.store.kept_texts import KeptTexts
from graph.store.program import program

MakesText: TypeAlias = Callable[[bytes, Callable[[], str]], str]
"""What gives the text that is made of something, by the fingerprint of all of that: as it is kept,
or as the second argument makes it."""


@contextmanager
def kept_texts(kb: KnowledgeBase, sort: str) -> Iterator[MakesText]:
    """A way to make texts of one sort, where they are not kept. Only a knowledge base that is
    followed keeps any: it belongs to something that is made again and again."""
    if not isinstance(kb, Followed):
        yield lambda _, make: make()
        return
    kept = KeptTexts(sort, kb.plain.tree.root, program())
    yield kept.of
    kept.keep()
