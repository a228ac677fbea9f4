"""What is in the Markdown of a page as MkDocs reads it: the links, and what links can lead to in
it.

It is read by the same library with the same extensions as when a site is made, so that what is no
link there, as in a block of code, is none here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

SECONDS = 5.0
"""How long a hand-written page may take to become HTML; usual ones take a twentieth of a second."""
Extensions = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class PageReading:
    """The places that the links and pictures of a page lead to, in order, as they are written, in
    Markdown and in HTML that stands in it; and its anchors. `failure` is why it cannot be made HTML
    of, empty where it can."""

    links: tuple[str, ...] = ()
    anchors: frozenset[str] = frozenset()
    html_links: tuple[str, ...] = ()
    failure: str = ""


def installed(extensions: Extensions) -> bool:
    """Whether all extensions of Markdown are there under their names. A name may also be that of
    any module of Python, which would be run."""
    names = [each for each in extensions if each not in _BROUGHT_ALONG]
    return all(each in _installed() for each in names)


def lasting(extensions: Extensions) -> bool:
    """Whether what is read with these extensions depends on nothing but the library."""
    return all(each in _BROUGHT_ALONG for each in extensions)


_BROUGHT_ALONG = frozenset(
    f"{before}{each}"
    for before in ("", "markdown.extensions.")
    for each in (
        *("abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code"),
        *("footnotes", "legacy_attrs", "legacy_em", "md_in_html", "meta", "nl2br", "sane_lists"),
        *("smarty", "tables", "toc", "wikilinks"),
    )
)


@cache
def _installed() -> frozenset[str]:
    from importlib.metadata import entry_points

    return frozenset(each.name for each in entry_points(group="markdown.extensions"))


def read_page(markdown: str, extensions: Extensions) -> PageReading:
    """Read a page. Whatever goes wrong with it on the way is why it cannot be made HTML of."""
    # Imported here because where no page changed, what was read before is kept.
    from graph.pages.bounded import do_within
    from graph.pages.proofs.markdown_tree import read_tree

    found: list[tuple[Sequence[str], frozenset[str], Sequence[str]]] = []
    try:
        do_within(SECONDS, lambda: found.append(read_tree(markdown, extensions)))
    except Exception as error:
        return PageReading(failure=f"{type(error).__name__}: {error}")
    ((links, anchors, html_links),) = found
    return PageReading(tuple(links), anchors, tuple(html_links))
