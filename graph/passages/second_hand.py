"""Addresses at which a service shows what somebody else published: archives, caches, proxies.

Only services whose every page is such a one: a host that merely looks like a mirror may be the
publisher's own.
"""

import re

from graph.passages.iri import host_of

_ARCHIVES = frozenset(
    "web.archive.org webcache.googleusercontent.com perma.cc ghostarchive.org megalodon.jp "
    "archive.ph archive.today archive.is archive.li archive.vn archive.fo archive.md "
    "threadreaderapp.com r.jina.ai 12ft.io".split()
)
_TRANSLATED = ".translate.goog"
_WITHIN = re.compile(r"(?<=/)https?:/+[^/?#]+\.[^/?#]+.*", re.DOTALL)


def is_second_hand(url: str) -> bool:
    """Whether an address is that of a copy that such a service shows."""
    host = host_of(url)
    return host in _ARCHIVES or host.endswith(_TRANSLATED)


def shown_there(url: str) -> str | None:
    """The address of what such a service shows, where its own address says that.

    `https://web.archive.org/web/2020/https://example.org/a` shows `https://example.org/a`.
    """
    if not is_second_hand(url):
        return None
    found = _WITHIN.search(url, url.find("//") + 2)
    return re.sub(r"\A(https?):/+", r"\1://", found[0]) if found else None
