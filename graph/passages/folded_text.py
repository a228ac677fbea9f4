"""The folded paragraphs of a text, and in which of them given words can stand.

Who seeks many quotations in one text looks into few paragraphs for each, instead of into all.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from graph.passages.folding import Folded
from graph.text import unspaced
from graph.text.late_pattern import late_pattern

_WORD, _UNSPACED_WORD = re.compile(r"\w+"), late_pattern(unspaced.WORD)


def words_within(folded: str) -> list[str]:
    """The words of a folded text: of scripts without spaces each letter."""
    return (_UNSPACED_WORD if unspaced.has_unspaced(folded) else _WORD).findall(folded)


class FoldedText(tuple[Folded, ...]):
    """The paragraphs of a text as words are sought in them."""

    def having(self, *words: str) -> Sequence[int]:
        """The paragraphs, in their order, that can have all these words, which were folded alike
        and are sought whole: those that have them, and those that break a word of theirs at the
        end of a line, of which that is not certain."""
        wanted = {each for text in words for each in words_within(text)}
        return self.having_each(wanted)

    def having_each(self, wanted: Iterable[str]) -> Sequence[int]:
        """As `having`, by single words."""
        found = sorted((self._numbers.get(each, frozenset()) for each in wanted), key=len)
        if not found:
            return range(len(self))
        return sorted(frozenset.intersection(*found) | self._broken)

    @cached_property
    def size(self) -> int:
        """The number of words in it."""
        return sum(len(words_within(each.text)) for each in self)

    @cached_property
    def _broken(self) -> frozenset[int]:
        return frozenset(number for number, each in enumerate(self) if each.is_broken)

    @cached_property
    def _numbers(self) -> Mapping[str, frozenset[int]]:
        found: dict[str, set[int]] = {}
        for number, each in enumerate(self):
            for word in set(words_within(each.text)):
                found.setdefault(word, set()).add(number)
        return {word: frozenset(numbers) for word, numbers in found.items()}
