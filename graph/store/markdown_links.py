"""What the Markdown of people leads to on the site itself: where its links stand, and whereto."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from graph.store.problem import Span

LONGEST = 500
"""Characters of a place that are looked at; none on the site has as many."""
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_BY_ITSELF = re.compile(r"[ ]{4}|[ ]{0,3}\t")
"""How a line of code begins; one of an item of an item may, too, and is passed over with these."""
# What names a link that others call by it: not a note at the foot of a page, or what is short for.
_NAMED = re.compile(
    rf"[ ]{{0,3}}\[(?![\^*])[^\[\]\n]{{1,{LONGEST}}}\]:[ \t]*"
    rf"<?(?P<place>[^\s<>()#:?\[\]]{{1,{LONGEST}}})(?=[\s>#?]|$)"
)
_TICKS = re.compile(r"`+")
# A place on another site, or one on the page itself, is none of these.
_SIGN = re.compile(
    rf"\\.|\[|\](?:\([ \t]*<?(?P<place>[^\s<>()#:?\[\]]{{1,{LONGEST}}})(?=[\s>#?)]))?"
)


class MarkdownLink(NamedTuple):
    """A place as it is written in a link, and where that stands."""

    place: str
    span: Span


def links_within(markdown: str, first_line: int = 1) -> Iterator[MarkdownLink]:
    """The links of a text to places of its own site, outside of code and comments. Its lines are
    counted from `first_line` on."""
    if "](" not in markdown and "]:" not in markdown:
        return
    for number, line in _lines(_without_comments(markdown), first_line):
        if (named := _NAMED.match(line)) is not None:
            begin, end = named.span("place")
            yield MarkdownLink(named["place"], Span(number, begin + 1, end + 1))
            continue
        opened = 0
        for found in _SIGN.finditer(_without_code(line)):
            if found[0] == "[":
                opened += 1
            elif found[0][0] == "]" and opened:
                opened -= 1
                if found["place"]:
                    begin, end = found.span("place")
                    yield MarkdownLink(found["place"], Span(number, begin + 1, end + 1))


def _lines(markdown: str, number: int) -> Iterator[tuple[int, str]]:
    """The lines that may hold a link, with their numbers: those of no block of code."""
    fence = ""
    for number_, line in enumerate(markdown.split("\n"), number):
        if (begins := _FENCE.match(line)) is not None:
            mark = begins[1]
            if not fence:
                fence = mark
            elif mark[0] == fence[0] and len(mark) >= len(fence):
                fence = ""
        elif not fence and ("](" in line or "]:" in line) and not _BY_ITSELF.match(line):
            yield number_, line


def _without_comments(markdown: str) -> str:
    """The text with hyphens for its comments; its lines stay where they are."""
    pieces: list[str] = []
    done = 0
    while (begin := markdown.find("<!--", done)) >= 0 and (end := markdown.find("-->", begin)) >= 0:
        pieces += (markdown[done:begin], re.sub(r"[^\n]", "-", markdown[begin : end + 3]))
        done = end + 3
    return "".join((*pieces, markdown[done:]))


def _without_code(line: str) -> str:
    """A line with blanks for what stands between as many backticks on both sides."""
    ticks = list(_TICKS.finditer(line))
    later: dict[int, list[int]] = {}
    for place in range(len(ticks) - 1, -1, -1):
        later.setdefault(len(ticks[place][0]), []).append(place)
    pieces: list[str] = []
    done = place = 0
    while place < len(ticks):
        ends = later[len(ticks[place][0])]
        while ends and ends[-1] <= place:
            ends.pop()
        if ends:
            begin, end = ticks[place].start(), ticks[ends[-1]].end()
            pieces += (line[done:begin], " " * (end - begin))
            done, place = end, ends[-1]
        place += 1
    return "".join((*pieces, line[done:]))
