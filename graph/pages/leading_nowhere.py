"""Whether what a page in Markdown comes to depends on where the page stands: it does where a link
or a picture leads from there."""

from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

_LEADING = {"a": "href", "img": "src"}
_LATE = 2
"""Later than what makes links, and before MkDocs has them lead from where the page stands."""


class LeadingNowhere(Extension):
    """An extension of Markdown that finds it out while a page is converted."""

    found = False
    """Whether nothing on the page that was converted leads from where it stands."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Look at each page as a tree, when that is made."""
        md.treeprocessors.register(_Links(self), "betoog_leading_nowhere", _LATE)


class _Links(Treeprocessor):
    def __init__(self, told: LeadingNowhere) -> None:
        super().__init__()
        self._told = told

    def run(self, root: Element) -> None:
        """Look for links and pictures that lead from here."""
        self._told.found = not any(
            _leads_from_here(each.get(_LEADING[each.tag]) or "")
            for each in root.iter()
            if each.tag in _LEADING
        )


def _leads_from_here(link: str) -> bool:
    try:
        scheme, host, *_ = urlsplit(link)
    except ValueError:
        return True
    return bool(link) and not scheme and not host
