"""What the Markdown of people leads to on the site itself: where its links stand, and whereto."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from graph.store.problem import Span

LONGEST = 500
"""Characters of a place that are looked at; none on the site has as many."""
# A place on another site, or one on the page itself, is none of these.
_LINK = re.compile(rf"\]\([ \t]*<?(?P<place>[^\s<>()#:?]{{1,{LONGEST}}})(?=[\s>#?)])")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_CODE = re.compile(r"`[^`\n]*`")


class MarkdownLink(NamedTuple):
    """A place as it is written in a link, and where that stands."""

    place: str
    span: Span


def links_within(markdown: str, first_line: int = 1) -> Iterator[MarkdownLink]:
    """The links of a text to places of its own site, outside of code. Its lines are counted from
    `first_line` on."""
    if "](" not in markdown:
        return
    fence = ""
    for number, line in enumerate(markdown.split("\n"), first_line):
        if (begins := _FENCE.match(line)) is not None:
            mark = begins[1]
            if not fence:
                fence = mark
            elif mark[0] == fence[0] and len(mark) >= len(fence):
                fence = ""
        elif not fence and "](" in line:
            shown = _CODE.sub(lambda code: " " * len(code[0]), line)
            for found in _LINK.finditer(shown):
                begin, end = found.span("place")
                yield MarkdownLink(found["place"], Span(number, begin + 1, end + 1))
