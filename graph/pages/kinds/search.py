"""The page on which claims are searched for by their words."""

from collections.abc import Iterator

from graph.pages.edition import Edition
from graph.pages.frame import SitePage
from graph.pages.kinds.page_kind import PageKind
from graph.pages.template import Nothing, Template

TEMPLATE = Template("search.html", Nothing)


def search_pages(edition: Edition) -> Iterator[SitePage]:
    """The one page; its script does the rest."""
    yield edition.page(TEMPLATE, "search/", edition.lang.t("site.search"), Nothing)


SEARCH = PageKind(TEMPLATE, search_pages)
