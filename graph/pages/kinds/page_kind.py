"""A kind of page: its template, and the pages there are of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from graph.pages.edition import Edition
from graph.pages.frame import SitePage
from graph.pages.template import Template


@dataclass(frozen=True)
class PageKind:
    """All pages of one template. `pages` makes those of an edition, and the data files that stand
    beside them."""

    template: Template[Any]
    pages: Callable[[Edition], Iterator[SitePage]]

    @property
    def name(self) -> str:
        """What the kind is called: its template's name."""
        return self.template.name
