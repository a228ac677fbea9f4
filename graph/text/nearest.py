"""The names a person may have meant by one that does not exist."""

import unicodedata
from collections.abc import Collection, Iterable
from functools import lru_cache

_MOST = 3
_ALIKE = 65.0
_SLIP = 85.0
_APART = 6.0
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_MARKS = "".join(map(chr, range(0x300, 0x370)))
_AS_LATIN = str.maketrans("аеіјорсухѕһԁԛԝονα", "aeijopcyxshdqwova", _UNSEEN + _MARKS)


def nearest(
    name: str, choices: Iterable[str], but: Collection[str] = frozenset()
) -> tuple[str, ...]:
    """At most three of the choices, the most similar first; none where nothing is alike.

    Similarity is that of the letters in order, or of the words in any order, whether capital
    or not. Of the choices none is taken that is in `but`.
    """
    # Imported here and below because nobody needs it where no name is wrong.
    from rapidfuzz import fuzz, process

    names, words = _in_words(frozenset(choices))
    # What is None is passed over; the words of the others stand ready for every wrong name.
    compared = [None if names[at] in but else each for at, each in enumerate(words)]
    best: dict[str, float] = {}
    for scorer in (fuzz.ratio, fuzz.token_sort_ratio):
        for _, score, at in process.extract(
            _words(name), compared, scorer=scorer, limit=_MOST, score_cutoff=_ALIKE
        ):
            best[names[at]] = max(score, best.get(names[at], 0.0))
    return tuple(sorted(best, key=lambda choice: (-best[choice], choice))[:_MOST])


def unmistakable(name: str, choices: Iterable[str], slip: float = _SLIP) -> str | None:
    """The one choice that a name must be a slip of the pen for; None where there is any doubt.

    `slip` is the least similarity, of 100; among few fixed words it may be low. Other digits make
    another name: a year is no slip.
    """
    from rapidfuzz import fuzz, process

    names, words = _in_words(frozenset(choices))
    found = process.extract(_words(name), words, scorer=fuzz.ratio, limit=2)
    if not found or found[0][1] < slip or (len(found) > 1 and found[1][1] > found[0][1] - _APART):
        return None
    meant = names[found[0][2]]
    return meant if _digits(name) == _digits(meant) else None


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def did_you_mean(name: str, choices: Iterable[str]) -> str:
    """The nearest choices as a question, or nothing."""
    return asked(nearest(name, choices))


def asked(names: Iterable[str]) -> str:
    """Names that may be meant as a question, or nothing where there are none."""
    found = [f"`{each}`" for each in names]
    return f"did you mean {listed(found, 'or')}?" if found else ""


def formed_id(text: str) -> str:
    """A well-formed id made of the letters and digits of a text, and of the Latin letters that its
    Cyrillic and Greek ones look like."""
    plain = unicodedata.normalize("NFKD", text.lower()).translate(_AS_LATIN)
    kept = "".join(each if each.isascii() and each.isalnum() else " " for each in plain)
    return "-".join(kept.split()) or "lower-entry-barriers"


def listed(words: Iterable[str], joint: str = "and") -> str:
    """Words as a list in prose: `a, b and c`."""
    *first, last = words
    return f"{', '.join(first)} {joint} {last}" if first else last


@lru_cache(maxsize=8)
def _in_words(choices: frozenset[str]) -> tuple[list[str], list[str]]:
    """The choices in order, and what is compared of them: made once for all wrong names."""
    names = sorted(choices)
    return names, [_words(each) for each in names]


def _words(text: str) -> str:
    return text.casefold().replace("-", " ")
