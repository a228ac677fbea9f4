"""A hand-written page as it was read, and how what is wrong with it is told."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from graph.check import RULES, Finding, Severity
from graph.check.rule import TOP
from graph.pages.proofs.link_places import LinkPlaces
from graph.pages.proofs.page_reading import PageReading
from graph.pages.proofs.shelf import Leaf
from graph.store.page_head import PageHead
from graph.store.problem import Span
from graph.store.splices import Splice
from graph.text.visible import visible

_LONGEST = 200
"""Characters of a place, or of an error, that are told."""


@dataclass(frozen=True)
class Proof:
    """A page as it was read: its file's text, the head of it, what becomes of its links in its
    language, and what is in it; and what reads a text again that is tried."""

    leaf: Leaf
    text: str
    head: PageHead
    splices: tuple[Splice, ...]
    reading: PageReading
    read: Callable[[str], PageReading]

    def places(self, link: str, in_html: bool = False) -> Iterator[tuple[Span, str]]:
        """Where a link stands on the page, in Markdown or in HTML, and how it is written there."""
        lines = self.text.split("\n")
        for span in self._link_places.of(link, in_html):
            yield span, told(lines[span.line - 1][span.column - 1 : span.end_column - 1])
            link = ""
        if link:
            yield TOP, told(link)

    @cached_property
    def _link_places(self) -> LinkPlaces:
        return LinkPlaces(self.text, self.head.markdown, self.splices, self.read)


def told(text: str) -> str:
    """What somebody wrote, or an error says, as it can be told."""
    said = visible(" ".join(text.split()))
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"


def finding(
    code: str,
    path: str,
    message: str,
    help_: str,
    span: Span = TOP,
    severity: Severity | None = None,
) -> Finding:
    """A finding of a rule, as grave as that has it where nothing else is said."""
    return Finding(code, severity or RULES[code].severity, path, *span, message, help_)
