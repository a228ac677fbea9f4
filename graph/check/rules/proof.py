"""Family P: passages that would be found nearly anywhere, and so prove nothing."""

import re
from collections.abc import Iterator

from graph.base import KnowledgeBase
from graph.check.finding import Severity
from graph.check.rule import Remark, at, rule
from graph.records import Passage
from graph.text.late_pattern import late_pattern

FEWEST_WORDS = 3
"""The words that locate a passage at least, first and last ones together."""
FEWEST_LETTERS = 12
"""The letters of these words at least, with what parts them."""

_LETTERS = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff"
# Where no spaces part the words, a letter says about as much as a short one.
_WORD = late_pattern(rf"[{_LETTERS}]|[^\W_{_LETTERS}]+")
_COMMON = frozenset(
    "a all also an and are as at be been but by can could did do does for from had has have he "
    "her his i if in into is it its may more most my no not of on one or our she so some such "
    "than that the their them then there these they this those to was we were what when where "
    "which who will with would yes you your "
    "al alle als bij daar dan dat de der des deze die dit doch door dus een en er ge had hadden "
    "heb hebben heeft hem het hier hij hoe hun ik ja je kan kon kunnen maar mag meer men met mijn "
    "na naar nee niet nog nu of om omdat onder ons ook op over te tegen toch toen tot uit van "
    "veel voor want waren was wat we wel werd wie wij worden wordt ze zelf zich zij zijn zo zou "
    "zal "
    "au das dem den der die du ein eine el es est et il ist la las le les los mit pas que sie sur "
    "un una und une von zu".split()
)


@rule("P206", "passage-proves-nothing", Severity.WARNING)
def passage_proves_nothing(kb: KnowledgeBase) -> Iterator[Remark]:
    """The words that locate a passage are so few, or so common, that they are found anywhere.

    ## Why

    `betoog verify` proves that a passage is in its source. A single word such as *the* is in every
    source. Where the last words are among the first, nothing behind these is looked at.

    ## Example

        - {source: letter-2025, paragraph: 4, start: the, end: the}

    ## Way out

    Give the first three or four words of the passage in `start`, and its last ones in `end`.
    """
    for claim in kb.claims.values():
        for index, passage in enumerate(claim.passages):
            if (why := _weak(passage)) is not None:
                name, message = why
                field = ("passages", index, name)
                help_ = "give its first three or four words in `start`, and its last ones in `end`"
                yield at(kb, kb.paths["claim", claim.id], field, message, help_)


def _weak(passage: Passage) -> tuple[str, str] | None:
    """In which field a passage is at fault, and why; None where it is located well."""
    start, end = _words(passage.start), _words(passage.end or "")
    for name, words in (("start", start), ("end", end)):
        if len(words) == 1 and words[0] in _COMMON:
            return name, f"`{name}` is one common word, `{words[0]}`"
    if end and _within(end, start):
        return "end", "`end` is among the words of `start`, and shows no more of the passage"
    headline = passage.paragraph == 0 and not end
    said = [*start, *end]
    letters = sum(3 if re.match(rf"[{_LETTERS}]", word) else len(word) + 1 for word in said) - 1
    if not headline and (len(said) < FEWEST_WORDS or letters < FEWEST_LETTERS):
        number = "one word" if len(said) == 1 else f"{len(said)} words"
        short = "" if len(said) < FEWEST_WORDS else f" of {letters} letters"
        return "start", f"a passage located by {number}{short}"
    return None


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _within(words: list[str], others: list[str]) -> bool:
    length = len(words)
    return any(others[at : at + length] == words for at in range(len(others) - length + 1))
