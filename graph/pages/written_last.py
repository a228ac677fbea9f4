"""What a build writes once all pages and files of a site are there, and where: no other file can
stand there."""

import re
from typing import NamedTuple

SITEMAP = "sitemap.xml"
"""Where the sitemap stands."""
INDEX = "pagefind"
"""The folder that the search index is in."""
MARK = ".betoog-site"
"""The file that tells a site's folder from others."""
_SITEMAPS = re.compile(r"sitemap(?:-[0-9]+)?\.xml")


def is_sitemap(address: str) -> bool:
    """Whether a sitemap, or one of the files that it is in where it is a large one, may have an
    address."""
    return _SITEMAPS.fullmatch(address) is not None


class WrittenLast(NamedTuple):
    """Whether a site has a sitemap, as one has whose address is known, and a search index."""

    sitemap: bool
    search: bool

    def at(self, name: str) -> str:
        """What is written at a name in a site's folder, in lower case, as findings call it; empty
        for nothing."""
        if self.sitemap and is_sitemap(name):
            return "the sitemap"
        if self.search and name == INDEX:
            return "the search index"
        return "what tells the site's folder from others" if name == MARK else ""
