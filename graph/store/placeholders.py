"""What is still to be written on hand-written pages: lines that `betoog init` leaves for a person.

Such a line is `<!-- to write: WHAT -->`, which readers of the page do not see.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from graph.store.problem import Fault, Problem, Span
from graph.store.regular_file import read_regular
from graph.store.surroundings import LARGEST_TEXT
from graph.store.walk import walk

PAGES = "site"
"""The folder of hand-written pages."""
_TO_WRITE = re.compile(r"<!-- to write:(?P<what>.*?)-->\s*\Z")


def placeholders(root: Path) -> Iterator[Problem]:
    """Every such line of the hand-written pages below a root, by the paths of their files."""
    folder = root / PAGES
    if folder.is_symlink() or not folder.is_dir():
        return
    for each in walk(folder):
        if each.refusal is None and each.path.endswith(".md"):
            raw = read_regular(Path(each.place), folder, LARGEST_TEXT)
            if isinstance(raw, bytes) and b"<!-- to write:" in raw:
                yield from _lines(f"{PAGES}/{each.path}", raw.decode("utf-8", "replace"))


def _lines(path: str, text: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), 1):
        if (found := _TO_WRITE.match(line)) is not None:
            span = Span(number, 1, len(line.rstrip()) + 1)
            what = found["what"].strip()
            yield Problem(path, Fault.TO_WRITE, span, "this is still to be written", what)
