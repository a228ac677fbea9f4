"""The names a person may have meant by one that does not exist."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process

_MOST = 3
_ALIKE = 65.0


def nearest(name: str, choices: Iterable[str]) -> tuple[str, ...]:
    """At most three of the choices, the most similar first; none where nothing is alike.

    Similarity is that of the letters in order, or of the words in any order, whether capital
    or not.
    """
    candidates = sorted(set(choices))
    best: dict[str, float] = {}
    for scorer in (fuzz.ratio, fuzz.token_sort_ratio):
        for choice, score, _ in process.extract(
            name, candidates, scorer=scorer, processor=_words, limit=_MOST,
            score_cutoff=_ALIKE,
        ):  # fmt: skip
            best[choice] = max(score, best.get(choice, 0.0))
    return tuple(sorted(best, key=lambda choice: (-best[choice], choice))[:_MOST])


def did_you_mean(name: str, choices: Iterable[str]) -> str:
    """The nearest choices as a question, or nothing."""
    found = [f"`{each}`" for each in nearest(name, choices)]
    if not found:
        return ""
    return f"did you mean {listed(found, 'or')}?"


def formed_id(text: str) -> str:
    """A well-formed id made of the letters and digits of a text."""
    kept = "".join(each if each.isascii() and each.isalnum() else " " for each in text.lower())
    return "-".join(kept.split()) or "lower-entry-barriers"


def listed(words: Iterable[str], joint: str = "and") -> str:
    """Words as a list in prose: `a, b and c`."""
    *first, last = words
    return f"{', '.join(first)} {joint} {last}" if first else last


def _words(text: str) -> str:
    return text.casefold().replace("-", " ")
