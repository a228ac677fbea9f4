"""What the markup of a page says of its paragraphs, put so that no extraction loses them."""

import re
from typing import Any

_GAP = r"(?:\s|\u00a0|&nbsp;|&#160;)*"
_LINE_BREAKS = re.compile(rf"<br\b[^<>]{{0,200}}>(?:{_GAP}<br\b[^<>]{{0,200}}>)+", re.IGNORECASE)
_TEASER = re.compile("teaser", re.IGNORECASE)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_MOST_LINKED = 0.2
"""The part of the letters of running text that stands in links, at most."""


def prepared(html: str) -> Any:
    """The tree of a page, None where it has none.

    Two line breaks in a row are the end of a paragraph. A box that is called a teaser and leads
    nowhere is not called so: newspapers have the first paragraphs of an article in one.
    """
    # Imported here because it takes longer to load than most commands take to run.
    from trafilatura import load_html

    tree: Any = load_html(_LINE_BREAKS.sub("</p><p>", html)) if html.strip() else None
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
