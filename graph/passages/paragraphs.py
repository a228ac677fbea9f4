"""The text of a source as numbered paragraphs."""

import re
from dataclasses import dataclass
from functools import cached_property

from graph.passages.fingerprint import normalise

_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")
_CLOSING = tuple(".!?…:;,。！？")
_QUOTES_AND_BRACKETS = "'\"’”»›)]*_ "
_BULLET = re.compile(r"([-*•–—]|\d+[.)])\s")
_HEADING_WORDS = 12
_HEADING_CHARACTERS = 80


@dataclass(frozen=True)
class SourceText:
    """A source's text: paragraph 0 is the headline, 1 the first paragraph below it.

    Section headings are not among the paragraphs.
    """

    paragraphs: tuple[str, ...]

    @cached_property
    def normalised(self) -> tuple[str, ...]:
        """The paragraphs as passages are compared in (see `normalise`)."""
        return tuple(normalise(paragraph) for paragraph in self.paragraphs)


def paragraphs_of(text: str) -> SourceText:
    """Read a plain text whose paragraphs are separated by blank lines.

    The first block is the headline. Later blocks that look like section headings are dropped,
    except at the very end, where nothing follows that they could head.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    blocks = [block.strip() for block in _BLANK_LINES.split(text) if block.strip()]
    last = len(blocks) - 1
    return SourceText(
        tuple(
            block
            for place, block in enumerate(blocks)
            if place in (0, last) or not looks_like_heading(block)
        )
    )


def looks_like_heading(block: str) -> bool:
    """Whether a block is one short line without closing punctuation, and no list item."""
    return (
        "\n" not in block
        and len(block) <= _HEADING_CHARACTERS
        and len(block.split()) <= _HEADING_WORDS
        and not block.rstrip(_QUOTES_AND_BRACKETS).endswith(_CLOSING)
        and not _BULLET.match(block)
    )
