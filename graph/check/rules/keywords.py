"""Family A7, second half: the keywords of claims and sources."""

from collections.abc import Iterator

from graph.argument.likeness import has_words
from graph.base import KnowledgeBase
from graph.check.finding import Severity
from graph.check.fix import removed
from graph.check.rule import Remark, at, rule
from graph.records import KeywordLists


@rule("A704", "keyword-twice", Severity.WARNING)
def keyword_twice(kb: KnowledgeBase) -> Iterator[Remark]:
    """A keyword is given twice for one language, in whatever case.

    ## Why

    The second finds nothing that the first does not.

    ## Example

        keywords: {en: [chips, Chips]}

    ## Way out

    Remove the second.
    """
    for path, keywords, _ in _keyworded(kb):
        for language, words in keywords.root.items():
            seen: set[str] = set()
            for index, word in enumerate(words):
                if word.casefold() in seen:
                    field = ("keywords", language, index)
                    fix = removed(kb, path, field)
                    message = f"`{word}` is among these already"
                    yield at(kb, path, field, message, "remove the second", fix=fix)
                seen.add(word.casefold())


@rule("A705", "idle-keyword", Severity.HINT)
def idle_keyword(kb: KnowledgeBase) -> Iterator[Remark]:
    """A keyword stands already in the text that readers find the record by.

    ## Why

    Search finds a claim by its sentence and its label, and a source by its title. Keywords are for
    the words that these do not have: what else readers call the thing.

    ## Example

        claim: {en: Chips are scarce.}
        keywords: {en: [chips, semiconductors]}

    ## Way out

    Remove it; `semiconductors` is enough.
    """
    for path, keywords, texts in _keyworded(kb):
        for language, words in keywords.root.items():
            own = [text for each, text in texts if each in (language, None)]
            for index, word in enumerate(words):
                if has_words(own, word):
                    field = ("keywords", language, index)
                    fix = removed(kb, path, field)
                    message = f"the text itself has `{word}`"
                    yield at(kb, path, field, message, "remove it: it is found anyhow", fix=fix)


_Texts = list[tuple[str | None, str]]


def _keyworded(kb: KnowledgeBase) -> Iterator[tuple[str, KeywordLists, _Texts]]:
    """The records with keywords: their paths, these, and the texts that find them without, each
    with its language; none for a text that has the same words in all."""
    for claim in kb.claims.values():
        if claim.keywords is not None:
            texts = [claim.claim, *([claim.label] if claim.label else [])]
            said: _Texts = [pair for each in texts for pair in each.root.items()]
            yield kb.paths["claim", claim.id], claim.keywords, said
    for source in kb.sources.values():
        if source.keywords is not None:
            yield kb.paths["source", source.id], source.keywords, [(None, source.title)]
