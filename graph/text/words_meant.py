"""Words that a reader types, and the words of texts that they may be meant for.

A word is a run of letters and digits, without regard to capitals and accents; where a script puts
no spaces between words, such a run may have any number of them. The site's filters
find by the same rules: site/assets/js/words_meant.js.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

from graph.text.late_pattern import late_pattern
from graph.text.unspaced import LETTERS, has_unspaced

MOST = 3
"""Suggestions at most: more would not be read."""
ENDINGS = ("", "e", "en", "er", "es", "n", "s")
"""What words end in that are forms of one, in languages with Latin letters."""
_STEM = 4
_WITHIN = 5
_BEFORE = 3
_ALPHABETS = "\u0590"
"""Below it are Latin, Greek and Cyrillic, which write words apart and with all their vowels."""
_BEGINNING = 5
_WORD = re.compile(r"[^\W_]+")
_JOINED = late_pattern(rf"[{LETTERS}]+|[^\W_{LETTERS}]+")


def folded(text: str) -> str:
    """A text without capitals, accents and other marks on its letters."""
    if text.isascii():
        # No letter has a mark, and most texts are such.
        return text.lower()
    plain = unicodedata.normalize("NFD", text)
    return "".join(each for each in plain if unicodedata.category(each)[0] != "M").lower()


def words_of(text: str) -> list[str]:
    """The words of a text as they are compared, in order."""
    return (_JOINED if has_unspaced(text) else _WORD).findall(folded(text))


def fits(asked: str, word: str) -> bool:
    """Whether a word of a text is one that is asked for: it begins with that, is another form of
    it, or is put together of something and that.

    Asked for `tax` it is `taxes`, and for Dutch `heffingen` it is `heffing`; asked for `beperking`
    it is `exportbeperkingen`. A short word is not looked for within others: `low` is not `slow`.
    """
    if word.startswith(asked):
        return True
    if asked[0] >= _ALPHABETS:
        return (len(asked) > 1 or has_unspaced(asked)) and asked in word
    if len(asked) >= _WITHIN and word.find(asked, _BEFORE) > 0:
        return True
    return word in _forms(asked)


@lru_cache(maxsize=64)
def _forms(word: str) -> frozenset[str]:
    stems = {
        word[: len(word) - len(ending)]
        for ending in ENDINGS
        if word.endswith(ending) and len(word) - len(ending) >= _STEM
    }
    return frozenset(stem + ending for stem in stems for ending in ENDINGS)


def has_all(words: Collection[str], asked: Iterable[str]) -> bool:
    """Whether all words asked for are among these of a text; those of none are."""
    return all(any(fits(each, word) for word in words) for each in asked)


def meant(asked: str, known: Mapping[str, int]) -> tuple[str, ...]:
    """The known words that one may be meant for that is none of them, the likeliest first.

    These are words of a similar spelling: by letters that are added, left out, replaced or
    swapped, one in a word of up to five letters, two up to nine and three beyond (Damerau's
    distance, each place changed once). Where there are none, they are those that begin like it.
    `known` has of each word in how many texts it is; the more, the likelier, and then by the
    alphabet.
    """
    from rapidfuzz.distance import OSA

    most = 1 if len(asked) <= 5 else 2 if len(asked) <= 9 else 3
    # One letter off, a word of three may be any other.
    near = []
    if len(asked) > _BEFORE:
        for word, texts in known.items():
            away = OSA.distance(asked, word, score_cutoff=most)
            if 0 < away <= most:
                near.append((away, -texts, word))
    if not near:
        begun = [(_shared(asked, word), texts, word) for word, texts in known.items()]
        least = max(_BEGINNING, -(-len(asked) // 2))
        near = [(-shared, -texts, word) for shared, texts, word in begun if shared >= least]
    return tuple(word for *_, word in sorted(near)[:MOST])


def _shared(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count
