"""Where a link stands in the file of a page, of which the library of Markdown says nothing."""

import re
from collections.abc import Callable, Iterator, Sequence

from graph.pages.proofs.page_reading import PageReading
from graph.store.problem import Span
from graph.store.splices import Splice, spliced

_MOST = 200
"""The places that are tried for one link."""
_READINGS = 20
"""How often a page is read again to find links that are written more than once."""


class LinkPlaces:
    """The places of links in a page: its `text`, the Markdown that this ends with, and what becomes
    of links in that before it is read."""

    def __init__(
        self,
        text: str,
        markdown: str,
        splices: Sequence[Splice],
        read: Callable[[str], PageReading],
    ) -> None:
        self._text = text
        self._begin = len(text) - len(markdown)
        self._splices = splices
        self._markdown = spliced(markdown, splices)
        self._read = read
        self._readings = 0

    def of(self, link: str, in_html: bool = False) -> tuple[Span, ...]:
        """Every place in which a link is written, in Markdown or in HTML; none where that is done
        in a way of which nothing is known here. Of the many links of a page of which most are
        wrong, the first may do."""
        found = [each.span() for each in _written(link).finditer(self._markdown)][:_MOST]
        real = found
        if len(found) > 1:
            self._readings += 1
            some = self._readings > _READINGS
            real = found[:1] if some else [found[each] for each in self._real(found, in_html)]
        spans = [self._span(*each) for each in real or found[:1]]
        return tuple(dict.fromkeys(spans))

    def _real(self, found: Sequence[tuple[int, int]], in_html: bool) -> Iterator[int]:
        """Which of the places at which a link could be written hold one: those at which something
        else that is put there is found to be one."""
        marks = [f"betoog{number}mark" for number in range(len(found))]
        tried = spliced(
            self._markdown, (Splice(*each, mark) for each, mark in zip(found, marks, strict=True))
        )
        reading = self._read(tried)
        links = frozenset(reading.html_links if in_html else reading.links)
        return (number for number, mark in enumerate(marks) if mark in links)

    def _span(self, begin: int, end: int) -> Span:
        begin, end = self._before(begin), self._before(end, is_end=True)
        line = self._text.count("\n", 0, begin) + 1
        start = self._text.rfind("\n", 0, begin) + 1
        stop = self._text.find("\n", begin)
        end = min(max(end, begin + 1), len(self._text) if stop < 0 else max(stop, begin + 1))
        return Span(line, begin - start + 1, end - start + 1)

    def _before(self, at: int, is_end: bool = False) -> int:
        """A place in the file, of one in the text as it is read."""
        shift = 0
        for begin, end, new in self._splices:
            here = begin + shift
            if at < here or (is_end and at == here):
                break
            if at < here + len(new) or (is_end and at == here + len(new)):
                return self._begin + (end if is_end else begin)
            shift += len(new) - (end - begin)
        return self._begin + at - shift


def _written(link: str) -> re.Pattern[str]:
    """The ways in which a link can be written: with a backslash before some signs, and with what
    stands for some in HTML."""
    return re.compile("".join(_signs(link)))


def _signs(link: str) -> Iterator[str]:
    for each in link:
        if each == "&":
            yield r"\\?&(?:amp;|#38;)?"
        elif each.isspace():
            yield r"\s"
        elif each.isalnum():
            yield each
        else:
            yield rf"\\?{re.escape(each)}"
