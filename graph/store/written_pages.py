"""The pages that are written by hand, read beside the records: what nobody can make a page of,
what is still to be written, and whereto on the site they lead.
"""

from collections.abc import Iterator
from pathlib import Path

from graph.store.file_reading import first_fault
from graph.store.markdown_links import links_within
from graph.store.page_head import HEAD
from graph.store.placeholders import placeholders
from graph.store.problem import Fault, Problem, Span
from graph.store.regular_file import read_regular
from graph.store.splices import as_read
from graph.store.surroundings import LARGEST_TEXT, MARKDOWN
from graph.store.walk import walk
from graph.store.yaml_nodes import is_plain

PAGES = "site"
"""The folder of hand-written pages."""
_BESIDE = tuple(f"{each}/" for each in ("claims", "sources", "speakers"))
"""The folders in which pages of one's own stand beside those of records."""


def page_problems(root: Path) -> Iterator[Problem]:
    """What is to be said of the hand-written pages below a root, by the paths of their files."""
    folder = root / PAGES
    if folder.is_symlink() or not folder.is_dir():
        return
    for each in walk(folder):
        if each.refusal is None and each.path.endswith(MARKDOWN):
            raw = read_regular(Path(each.place), folder, LARGEST_TEXT)
            if isinstance(raw, bytes):
                yield from _problems(f"{PAGES}/{each.path}", raw)
            if each.path.startswith(_BESIDE):
                yield Problem(f"{PAGES}/{each.path}", Fault.OWN_PAGE, Span(1, 1, 1), "a page")


def _problems(path: str, raw: bytes) -> Iterator[Problem]:
    try:
        text = as_read(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        span, detail = first_fault(raw, error)
        yield Problem(path, Fault.NOT_UTF8, span, detail)
        return
    if why := head_unfit(text):
        yield Problem(path, Fault.TOO_DEEP, Span(1, 1, 4), why)
    yield from placeholders(path, text)
    for link in links_within(text):
        yield Problem(path, Fault.LINK, link.span, "a link within the site", link.place)


def head_unfit(text: str) -> str:
    """Why what a page says of itself, between two lines of hyphens at its top, must not be read;
    empty where it may."""
    head = HEAD.match(text)
    fits = head is None or is_plain(head[1])
    return "" if fits else "what stands above the page has an alias, or is nested too deeply"
