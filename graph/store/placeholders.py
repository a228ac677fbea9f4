"""What is still to be written on hand-written pages: lines that `betoog init` leaves for a person.

Such a line is `<!-- to write: WHAT -->`, which readers of the page do not see.
"""

import re
from collections.abc import Iterator

from graph.store.problem import Fault, Problem, Span

_TO_WRITE = re.compile(r"<!-- to write:(?P<what>.*?)-->\s*\Z")
_LONGEST = 200
"""As much of a line as is told."""


def placeholders(path: str, text: str) -> Iterator[Problem]:
    """Every such line of a page, the text of the file at a path."""
    if "<!-- to write:" not in text:
        return
    for number, line in enumerate(text.split("\n"), 1):
        if (found := _TO_WRITE.match(line)) is not None:
            span = Span(number, 1, len(line.rstrip()) + 1)
            what = found["what"].strip()
            told = what if len(what) <= _LONGEST else f"{what[:_LONGEST]}…"
            yield Problem(path, Fault.TO_WRITE, span, "this is still to be written", told)
