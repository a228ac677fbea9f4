"""Claims that say nearly the same as a sentence, or nearly the opposite."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from graph.base import KnowledgeBase
from graph.records import limits
from graph.text.late_pattern import late_pattern
from graph.text.unspaced import FOLLOWING, LETTER, LETTERS, has_unspaced

MOST = 3
"""Suggestions at most: more would not be read."""
ALIKE = 68.0
"""The least similarity, of 100, that is worth a look."""
DENIES = 80.0
"""The least at which a claim with a denial more is one's opposite, and not about something else."""

_NEGATIONS: Mapping[str, frozenset[str]] = {
    "en": frozenset("not no never none neither nor cannot without hardly nothing nobody".split()),
    "nl": frozenset("niet geen nooit noch zonder nauwelijks niets niemand nergens".split()),
    "de": frozenset(
        "nicht kein keine keinen keinem keiner keines nie niemals weder ohne kaum nichts niemand "
        "nirgends".split()
    ),
}
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
# Where no spaces are, sentences are compared letter by letter, and words sought in what is joined.
_OTHER = rf"[^\W_{LETTERS}]+"
_OTHERS = f"{_OTHER}(?:[’']{_OTHER})*"
_LETTER, _JOINED = (
    late_pattern(f"{LETTER}|{_OTHERS}"),
    late_pattern(f"[{LETTERS}{FOLLOWING}]+|{_OTHERS}"),
)


@dataclass(frozen=True)
class Likeness:
    """A claim that resembles a sentence: how much, of 100, in which language it does, and
    whether one of the two denies what the other says."""

    claim: str
    score: float
    language: str
    opposite: bool


def alike(
    kb: KnowledgeBase,
    wording: Mapping[str, str],
    leave_out: frozenset[str] = frozenset(),
    limit: int = MOST,
) -> tuple[Likeness, ...]:
    """The claims nearest to a sentence given in one or more languages, nearest first.

    Compared are the words in any order, without those of denial, so that a claim and its denial
    are found to be alike; of scripts without spaces, the letters. The similarity is the mean of
    two of rapidfuzz's: that of all words, and that of the words both have against the rest.
    """
    best: dict[str, Likeness] = {}
    for language, sentence in wording.items():
        said, denials = _words(sentence, language)
        texts: dict[str, str] = {}
        denied: dict[str, int] = {}
        for claim in kb.claims.values():
            own = claim.claim.root.get(language)
            if own is not None and claim.id not in leave_out:
                texts[claim.id], denied[claim.id] = _words(own, language)
        for _, score, claim_id in process.extract(
            said, texts, scorer=_similarity, limit=limit, score_cutoff=ALIKE
        ):
            found = Likeness(
                claim_id, score, language, score >= DENIES and (denials + denied[claim_id]) % 2 == 1
            )
            if claim_id not in best or best[claim_id].score < score:
                best[claim_id] = found
    return tuple(
        sorted(best.values(), key=lambda each: (-round(each.score, 6), each.claim))[:limit]
    )


def same_sentences(kb: KnowledgeBase) -> Iterator[tuple[str, str, str]]:
    """The claims that say in the words of an earlier one what it says: the claim, the language
    of the first such sentence, and the earlier one, by the paths of their records.

    Letter case and all but letters, digits and the sign at the end make no difference.
    """
    first: dict[tuple[str, str], str] = {}
    for claim in sorted(kb.claims.values(), key=lambda each: kb.paths["claim", each.id]):
        earlier: dict[str, str] = {}
        for language, sentence in claim.claim.root.items():
            said = " ".join(_compared(sentence))
            # A question and its answer may have the same words.
            key = (language, said + ("?" if sentence.rstrip().endswith("?") else ""))
            if said and first.setdefault(key, claim.id) != claim.id:
                earlier[language] = first[key]
        for language, other in list(earlier.items())[:1]:
            yield claim.id, language, other


def matching(kb: KnowledgeBase, words: str, limit: int = 20) -> tuple[str, ...]:
    """The claims in which these words, or words that begin so, occur; the most fitting first. Of
    words without spaces between them they may be any part.

    Looked for in sentences, labels and keywords of all languages, in ids and in topics. All words
    must occur: there is none for more of them than a text can have.
    """
    if len(words) > limits.TEXT:
        return ()
    found: list[tuple[float, str]] = []
    for claim in kb.claims.values():
        texts = [*claim.claim.root.values(), *(claim.label.root.values() if claim.label else ())]
        texts += [claim.id.replace("-", " "), *claim.topics, *(claim.keywords or ())]
        if has_words(texts, words):
            score = max(fuzz.token_set_ratio(words.casefold(), text.casefold()) for text in texts)
            found.append((-score, claim.id))
    return tuple(claim for _, claim in sorted(found)[:limit])


def has_words(texts: Iterable[str], words: str) -> bool:
    """Whether all of these words, or words that begin so, occur in texts; never for none."""
    wanted = set(_sought(words))
    if not wanted:
        return False
    own = {each for text in texts for each in _sought(text)}
    return all(any(_has(each, word) for each in own) for word in wanted)


def _has(own: str, word: str) -> bool:
    """Whether a word begins so or, in a script without spaces, is somewhere within others."""
    return word in own if has_unspaced(word) else own.startswith(word)


def _sought(text: str) -> list[str]:
    """The words of a text, those between which are no spaces as one."""
    found = (_JOINED if has_unspaced(text) else _WORD).findall(text)
    return [each.casefold() for each in found]


def _compared(text: str) -> list[str]:
    """The words of a text; of scripts without spaces each letter."""
    found = (_LETTER if has_unspaced(text) else _WORD).findall(text)
    return [each.casefold() for each in found]


def _similarity(one: str, other: str, **_: object) -> float:
    return (fuzz.token_sort_ratio(one, other) + fuzz.token_set_ratio(one, other)) / 2


def _words(sentence: str, language: str) -> tuple[str, int]:
    """The words of a sentence without those of denial, and how many of those there were."""
    denying = _NEGATIONS.get(language, frozenset())
    words = _compared(sentence)
    kept = [each for each in words if each not in denying and not each.endswith(("n’t", "n't"))]
    return " ".join(kept), len(words) - len(kept)
