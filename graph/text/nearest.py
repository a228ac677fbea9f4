"""The names a person may have meant by one that does not exist."""

import unicodedata
from collections.abc import Collection, Iterable
from functools import lru_cache

_MOST = 3
_ALIKE = 65.0
_APART = 6.0
_SHORTEST = 4
"""Letters of a word in which one is a slip; in shorter ones, it makes another word."""
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


def unmistakable(name: str, choices: Iterable[str]) -> str | None:
    """The one choice that a name must be a slip of the pen for; None where there is any doubt.

    A slip leaves the words of a name what they are: in each, one letter at most is missing, too
    many or another, or two have changed places, behind the first letter and in no digit. Whoever
    says `uncertain`, another year or a word more means something else, and often the opposite.
    """
    from rapidfuzz import fuzz, process

    names, words = _in_words(frozenset(choices))
    said = _words(name)
    found = process.extract(said, words, scorer=fuzz.ratio, limit=2)
    if not found or (len(found) > 1 and found[1][1] > found[0][1] - _APART):
        return None
    _, _, at = found[0]
    return names[at] if _is_slip(said, words[at]) else None


def _is_slip(said: str, meant: str) -> bool:
    """Whether words are others but for a slip of the pen; both are as they are compared."""
    ones, others = said.split(), meant.split()
    if "".join(ones) == "".join(others):
        return True
    return len(ones) == len(others) and all(map(_is_word_slip, ones, others))


def _is_word_slip(said: str, meant: str) -> bool:
    from rapidfuzz.distance import OSA

    if said == meant:
        return True
    return (
        min(len(said), len(meant)) >= _SHORTEST
        and said[0] == meant[0]
        and _digits(said) == _digits(meant)
        and OSA.distance(said, meant, score_cutoff=1) == 1
    )


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
    return text.casefold().replace("-", " ").replace("_", " ")
