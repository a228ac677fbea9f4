"""The text of a source as numbered paragraphs."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from graph.passages import browser
from graph.passages.folded_text import FoldedText
from graph.passages.folding import folded, without_case

_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")
CLOSING = ".!?…:;,‽。．｡！？：；，、।॥؟۔؛،։።፧།༎។။"
"""What closes a sentence or a part of one, in any script: a heading does not end so."""
TRAILING = "'\"‘’“”«»‹›)]）］」』】》〉*_ "
"""Quotation marks and brackets, which may stand behind that."""
BULLETS = "-*•–—"
"""What items of lists begin with, where they have no number."""
HEADING_CHARACTERS, HEADING_WORDS = 80, 12
"""What a section heading has at most."""
_BULLET = re.compile(rf"([{re.escape(BULLETS)}]|\d+[.)])\s")


@dataclass(frozen=True)
class SourceText:
    """A source's text: paragraph 0 is the headline, 1 the first paragraph below it.

    Where a page begins a new line within a paragraph, the paragraph has a `LINE_BREAK`. Section
    headings are not among the paragraphs; `headings` has those that stand above a
    paragraph, by its number.
    """

    paragraphs: tuple[str, ...]
    headings: Mapping[int, tuple[str, ...]] = field(
        default_factory=lambda: MappingProxyType({}), compare=False
    )

    @cached_property
    def only_headings(self) -> "SourceText":
        """Its section headings, as if they were the paragraphs."""
        return SourceText(tuple(each for above in self.headings.values() for each in above))

    @cached_property
    def folded(self) -> FoldedText:
        """The paragraphs as words are sought in them (see `plain`)."""
        return FoldedText(folded(paragraph) for paragraph in self.paragraphs)

    @cached_property
    def caseless(self) -> FoldedText:
        """The paragraphs as words are sought in them without letter case (see `caseless`)."""
        return FoldedText(folded(paragraph, without_case) for paragraph in self.paragraphs)

    @cached_property
    def in_browser(self) -> FoldedText:
        """The paragraphs as a browser looks for the words of a link in them."""
        return FoldedText(
            folded(paragraph, browser.fold, browser.UNIT) for paragraph in self.paragraphs
        )


def paragraphs_of(text: str) -> SourceText:
    """Read a plain text whose paragraphs are separated by blank lines.

    The first block is the headline. Later blocks that look like section headings are none of
    the paragraphs, except at the very end, where nothing follows that they could head.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    blocks = [block.strip() for block in _BLANK_LINES.split(text) if block.strip()]
    last = len(blocks) - 1
    paragraphs: list[str] = []
    headings: dict[int, tuple[str, ...]] = {}
    for place, block in enumerate(blocks):
        if place in (0, last) or not looks_like_heading(block):
            paragraphs.append(block)
        else:
            number = len(paragraphs)
            headings[number] = (*headings.get(number, ()), block)
    return SourceText(tuple(paragraphs), MappingProxyType(headings))


def looks_like_heading(block: str) -> bool:
    """Whether a block is one short line without closing punctuation, and no list item."""
    return (
        "\n" not in block
        and len(block) <= HEADING_CHARACTERS
        and len(block.split()) <= HEADING_WORDS
        and not block.rstrip(TRAILING).endswith(tuple(CLOSING))
        and not _BULLET.match(block)
    )
