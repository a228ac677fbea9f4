"""The links and the anchors in a Markdown text, taken where MkDocs takes them: of the tree that
python-markdown makes of it, and of the HTML that stands in it."""

from collections.abc import Mapping, Sequence
from html.parser import HTMLParser
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.htmlparser import htmlparser
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

_LEADING = {"a": "href", "img": "src"}
_LEADING_IN_HTML = {
    **{"a": ("href",), "area": ("href",), "img": ("src",), "video": ("src", "poster")},
    **dict.fromkeys(("audio", "source", "track", "embed", "iframe"), ("src",)),
}
_MARK = "data-betoog-markdown"
"""The attribute by which links that were written in Markdown are told from others in what comes of
a page."""


def read_tree(
    markdown: str, extensions: Mapping[str, Mapping[str, Any]]
) -> tuple[Sequence[str], frozenset[str], Sequence[str]]:
    """The places that links and pictures lead to, in order, the anchors, and the places that HTML
    leads to which MkDocs leaves as it stands there.

    Raises:
        Exception: as the library does at what it cannot read.
    """
    configured = {name: dict(options) for name, options in extensions.items() if options}
    md = Markdown(extensions=list(extensions), extension_configs=configured)
    html, anchors, links = _OfHtml(md), _Anchors(md), _Links(md)
    # As MkDocs has them in order among those of the library.
    md.preprocessors.register(html, "betoog_html", 21)
    md.treeprocessors.register(anchors, "betoog_anchors", 5)
    md.treeprocessors.register(links, "betoog_links", 0)
    written = _Written()
    written.feed(md.convert(markdown))
    written.close()
    return links.found, frozenset((*anchors.found, *html.found)), written.leading


class _Anchors(Treeprocessor):
    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.found: set[str] = set()

    def run(self, root: Element) -> None:
        """Note what has an id, and links with a name."""
        for each in root.iter():
            names = (each.get("id"), each.get("name") if each.tag == "a" else None)
            self.found.update(filter(None, names))


class _Links(Treeprocessor):
    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.found: list[str] = []

    def run(self, root: Element) -> None:
        """Note whereto links and pictures lead."""
        for each in root.iter():
            if (name := _LEADING.get(each.tag)) is not None:
                place = each.get(name)
                if place is None:
                    raise AssertionError(f"an element `{each.tag}` has no `{name}`")
                self.found.append(place)
                each.set(_MARK, "")


class _OfHtml(Preprocessor):
    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.found: set[str] = set()

    def run(self, lines: list[str]) -> list[str]:
        """Note what has an id in HTML that stands there."""
        parser = _Ids()
        parser.feed("\n".join(lines))
        parser.close()
        self.found = parser.found
        return lines


class _Ids(htmlparser.HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str]]) -> None:
        """Note ids, and names of links."""
        for key, value in attrs:
            if key == "id" or (key == "name" and tag == "a"):
                self.found.add(value)
        super().handle_starttag(tag, attrs)


class _Written(HTMLParser):
    """Whereto HTML leads that was written as such."""

    def __init__(self) -> None:
        super().__init__()
        self._found: list[str] = []
        self._has_base = False

    @property
    def leading(self) -> Sequence[str]:
        """The places; none where the page itself says that links lead from elsewhere."""
        return () if self._has_base else self._found

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        """Note where a tag leads."""
        self._has_base |= tag == "base"
        said = dict(reversed(attrs))
        if _MARK not in said:
            places = map(said.get, _LEADING_IN_HTML.get(tag, ()))
            self._found.extend(each for each in places if each)
