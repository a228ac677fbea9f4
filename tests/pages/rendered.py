"""A site's pages by their files, each rendered when somebody looks at it."""

import re
from collections.abc import Iterator, Mapping
from html import unescape

from graph.pages.site import Site


class Rendered(Mapping[str, str]):
    """The text of every page of a site, by the page's file."""

    def __init__(self, site: Site) -> None:
        self._pages = {page.file: page for page in site.pages()}

    def __getitem__(self, file: str) -> str:
        return self._pages[file].render()

    def __iter__(self) -> Iterator[str]:
        return iter(self._pages)

    def __len__(self) -> int:
        return len(self._pages)


def words(html: str) -> str:
    """What a part of a page says, without its markup."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())
