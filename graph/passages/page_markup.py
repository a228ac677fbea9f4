"""What the markup of a page says of its paragraphs, put so that no extraction loses them."""

import re
from typing import Any

# No-break spaces are spaces here: no gap can be read in two ways, which would take for ever.
_GAP = r"(?:\s|&nbsp;|&#160;)*"
_LINE_BREAKS = re.compile(rf"<br\b[^<>]{{0,200}}>(?:{_GAP}<br\b[^<>]{{0,200}}>)+", re.IGNORECASE)
_LONG_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9]{0,20})[\s/][^<>]{4000,}>")
_MOST_ELEMENTS, _MOST_CELLS = 50_000, 10_000
_TEASER = re.compile("teaser", re.IGNORECASE)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_MOST_LINKED = 0.2
"""The part of the letters of running text that stands in links, at most."""


def too_intricate(tree: Any) -> bool:
    """Whether a page has so many elements, or cells of tables, that extraction takes too long:
    with cells, its time grows with the square of their number."""
    cells = sum(1 for _ in tree.iter("tr", "td", "th"))
    return cells > _MOST_CELLS or sum(1 for _ in tree.iter()) > _MOST_ELEMENTS


def prepared(html: str) -> Any:
    """The tree of a page, None where it has none.

    Two line breaks in a row are the end of a paragraph. A box that is called a teaser and leads
    nowhere is not called so: newspapers have the first paragraphs of an article in one. A tag of
    thousands of letters loses its attributes, of which parsers compare each with all others.
    """
    # Imported here because it takes longer to load than most commands take to run.
    from trafilatura import load_html

    html = _LONG_TAG.sub(r"<\1>", _LINE_BREAKS.sub("</p><p>", html))
    tree: Any = load_html(html) if html.strip() else None
    for box in () if tree is None else tree.iter("div", "section", "p", "span", "ul", "ol", "li"):
        for name in ("id", "class"):
            if _TEASER.search(box.get(name, "")) and _is_running_text(box):
                del box.attrib[name]
    return tree


def _is_running_text(box: Any) -> bool:
    """Whether a box has no heading and few links, so that it does not lead to another page."""
    if next(box.iter(*_HEADINGS), None) is not None:
        return False
    linked = sum(len(each.text_content()) for each in box.iter("a"))
    return bool(linked <= _MOST_LINKED * len(box.text_content()))
