"""A kind of page: its template, and the pages there are of it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from graph.pages.edition import Edition
from graph.pages.frame import SitePage
from graph.pages.template import Template


@dataclass(frozen=True)
class PageKind:
    """All pages of one template. `pages` makes those of an edition, and the data files that stand
    beside them.

    Where listing them all takes long, `near` makes those that may stand at a path within the
    language, given in lower case, or below one that is a folder's, with a slash at its end, and no
    more than that needs.
    """

    template: Template[Any]
    pages: Callable[[Edition], Iterator[SitePage]]
    near: Callable[[Edition, str], Iterable[SitePage]] | None = None

    @property
    def name(self) -> str:
        """What the kind is called: its template's name."""
        return self.template.name
