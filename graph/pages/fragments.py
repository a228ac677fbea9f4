"""Pieces of pages that stand on many of them, filled in once: `{% set mark = once(mark) %}`."""

from collections.abc import Callable
from weakref import WeakSet

from markupsafe import Markup

from graph.base.reads import Read, note_all, noting

MOST = 65_536
"""Pieces that one macro keeps; with more it begins anew, so that memory does not grow with the
knowledge base."""


class Fragment:
    """A macro that is filled in once for each of what it is called with.

    Whoever is given a piece that is there already has read what it was made of, too.
    """

    def __init__(self, macro: Callable[..., Markup]) -> None:
        self._macro = macro
        self._kept: dict[tuple[object, ...], tuple[Markup, frozenset[Read]]] = {}

    def __call__(self, *asked: object, **named: object) -> Markup:
        """The macro filled in; what has no hash is not kept."""
        key = (*asked, *named.items()) if named else asked
        try:
            kept = self._kept.get(key)
        except TypeError:
            return self._macro(*asked, **named)
        if kept is None:
            with noting() as reads:
                piece = self._macro(*asked, **named)
            if len(self._kept) >= MOST:
                self._kept.clear()
            kept = self._kept[key] = piece, frozenset(reads)
        note_all(kept[1])
        return kept[0]

    def forget(self) -> None:
        """Keep no piece any more."""
        self._kept.clear()


def once(macro: Callable[..., Markup]) -> Fragment:
    """A macro that is filled in once for each of what it is called with.

    It may use only what is the same on every page of its language at the same depth: `t`, `n`,
    `language`, `reader`, `root` and `base`.
    """
    return Fragment(macro)


class Fragments:
    """The pieces of one site's pages, which can be let go of together."""

    def __init__(self) -> None:
        self._all: WeakSet[Fragment] = WeakSet()

    def once(self, macro: Callable[..., Markup]) -> Fragment:
        """As the function of this name."""
        fragment = Fragment(macro)
        self._all.add(fragment)
        return fragment

    def forget(self) -> None:
        """Keep no piece any more."""
        for each in self._all:
            each.forget()
