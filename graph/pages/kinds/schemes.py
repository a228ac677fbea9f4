"""The page of argumentation schemes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from graph.base import Link
from graph.pages.edition import Edition
from graph.pages.frame import SitePage
from graph.pages.kinds.page_kind import PageKind
from graph.pages.template import Template
from graph.pages.views.reader import LinkView
from graph.records import Scheme
from graph.records.link_types import Polarity


@dataclass(frozen=True)
class SchemeRow:
    """A scheme, how many steps are of it, and one of them as its example."""

    scheme: Scheme
    count: int
    example: LinkView | None


@dataclass(frozen=True)
class SchemesContext:
    """The argumentation schemes, with their critical questions."""

    schemes: Sequence[SchemeRow]
    """The schemes."""


TEMPLATE = Template("schemes.html", SchemesContext)


def schemes_pages(edition: Edition) -> Iterator[SitePage]:
    """The one page."""
    title = edition.lang.t("site.schemes")
    yield edition.page(TEMPLATE, "schemes/", title, partial(_context, edition))


def _context(edition: Edition) -> SchemesContext:
    steps: dict[str, list[Link]] = {}
    for link in edition.kb.links.values():
        steps.setdefault(link.record.scheme or "", []).append(link)
    rows = []
    for scheme in edition.kb.schemes.values():
        of_it = steps.get(scheme.id, [])
        example = edition.reader.link(min(of_it, key=_plainness)) if of_it else None
        rows.append(SchemeRow(scheme, len(of_it), example))
    return SchemesContext(rows)


def _plainness(link: Link) -> tuple[bool, int, str]:
    """Order steps by how well they serve as examples: whole in themselves, reasons first."""
    return (link.type.polarity is not Polarity.HELPS, len(link.premises), link.id)


SCHEMES = PageKind(TEMPLATE, schemes_pages)
