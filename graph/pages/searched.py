"""What of a page the search looks at: a page of a few lines that it finds the same in.

Pagefind takes from a page what is within elements that say so, the first heading and the title. On
a page of a claim that is a twentieth, and to read the rest takes most of the time of an index.
"""

import re

_MARKED = b"data-pagefind-"
_BODY = b"data-pagefind-body"
_NAME = re.compile(rb"<([a-zA-Z][\w-]*)")
_ROOT = re.compile(rb"<html\b[^>]*>")
_VOID = frozenset((b"br", b"hr", b"img", b"input", b"link", b"meta"))
_LANGUAGE = re.compile(rb"""\blang=["']?([\w-]+)""")
_TITLED = (b"<title", b"<h1")


def searched(page: bytes) -> bytes | None:
    """The page without all that an index over it does not look at; None for one that is not
    searched. One with a picture beside its text is left whole, since that may be its picture."""
    if _BODY not in page:
        return None
    root = _ROOT.search(page)
    if root is None or b"<img" in page:
        return page
    elements = [_element(page, at) for at in _titles(page, root.end())]
    last = root.end()
    while (hit := page.find(_MARKED, last)) >= 0:
        begin = page.rfind(b"<", last, hit)
        if begin < 0 or page.find(b">", begin, hit) >= 0 or not _NAME.match(page, begin):
            # It is spoken of there.
            last = hit + len(_MARKED)
            continue
        begin, last = _element(page, begin)
        elements.append((begin, last))
    kept, last = [root[0]], 0
    for begin, end in sorted(elements):
        if begin >= last:
            kept.append(page[begin:end])
            last = end
    return b"\n".join((b"<!doctype html>", *kept, b"</html>"))


def language_of(page: bytes) -> str:
    """The language that a page says it is in; empty where it says none."""
    root = _ROOT.search(page)
    found = _LANGUAGE.search(root[0]) if root else None
    return found[1].decode("ascii", "replace").lower() if found else ""


def _titles(page: bytes, begin: int) -> list[int]:
    found = (page.find(each, begin) for each in _TITLED)
    return [each for each in found if each >= 0]


def _element(page: bytes, begin: int) -> tuple[int, int]:
    """Where the element that begins here begins and ends; at the end of the page where it is not
    closed."""
    name = _NAME.match(page, begin)
    assert name is not None
    last = page.find(b">", begin) + 1
    if name[1].lower() in _VOID:
        return begin, last
    tags = re.compile(rb"<(/?)" + re.escape(name[1]) + rb"(?=[\s>])", re.IGNORECASE)
    depth = 1
    while depth:
        tag = tags.search(page, last)
        if tag is None:
            return begin, len(page)
        depth += -1 if tag[1] else 1
        last = tag.end()
    return begin, page.find(b">", last) + 1
