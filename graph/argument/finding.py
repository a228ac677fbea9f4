"""Claims by words, and the orders in which lists of them stand."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from sys import intern

from graph.argument.debated import theme_claims, themes_with
from graph.argument.kept import around_claim, kept, kept_as_value
from graph.argument.sides import greatest_effect
from graph.argument.topics import topic_title
from graph.base import KnowledgeBase
from graph.text.words_meant import has_all, meant, words_of


@around_claim
@kept
def words_by_claim(kb: KnowledgeBase) -> Mapping[str, tuple[str, ...]]:
    """The words that each claim is found by, each once: those of its sentence and its label in
    all languages, of its topics and what they are called, its keywords, the titles of its themes
    and its speaker's name."""
    themes: dict[str, list[str]] = {}
    for debate in kb.debates.values():
        for theme in debate.themes:
            for claim in theme_claims(kb)[debate.id, theme.id]:
                themes.setdefault(claim, []).extend(theme.title.root.values())
    return {claim: _words(kb, claim, themes.get(claim, ())) for claim in kb.claims}


@around_claim
@kept_as_value
def words_of_claim(kb: KnowledgeBase, claim: str) -> tuple[str, ...]:
    """The words that one claim is found by, for whoever asks about no other."""
    titles = (
        title
        for debate, theme in themes_with(kb).get(claim, ())
        for each in kb.debates[debate].themes
        if each.id == theme
        for title in each.title.root.values()
    )
    return _words(kb, claim, titles)


def _words(kb: KnowledgeBase, claim: str, titles: Iterable[str]) -> tuple[str, ...]:
    texts = (*_texts(kb, claim), *titles)
    # Of words that many claims have, there is one in memory.
    return tuple(dict.fromkeys(intern(word) for text in texts for word in words_of(text)))


def _texts(kb: KnowledgeBase, claim: str) -> Iterator[str]:
    record = kb.claims[claim]
    yield from record.claim.root.values()
    yield from record.label.root.values() if record.label else ()
    for topic in record.topics:
        yield topic
        title = topic_title(kb, claim, topic)
        yield from title.root.values() if title else ()
    yield from record.keywords or ()
    speaker = kb.speakers.get(record.speaker or "")
    if speaker is not None:
        yield from speaker.name.root.values()


@kept
def known_words(kb: KnowledgeBase) -> Mapping[str, int]:
    """Every word that a claim is found by, and how many are."""
    return Counter(word for words in words_by_claim(kb).values() for word in words)


def having(kb: KnowledgeBase, words: str) -> frozenset[str]:
    """The claims that have all of these words, as graph/text/words_meant.py compares them; all
    claims for no words."""
    asked = frozenset(words_of(words))
    return frozenset(each for each, own in words_by_claim(kb).items() if has_all(own, asked))


def unknown_words(kb: KnowledgeBase, words: str) -> Mapping[str, tuple[str, ...]]:
    """Those of these words that no claim has, and of each what it may be meant for."""
    known = known_words(kb)
    return {
        each: meant(each, known)
        for each in dict.fromkeys(words_of(words))
        if not has_all(known, [each])
    }


@kept
def by_effect(kb: KnowledgeBase) -> tuple[str, ...]:
    """All claims: the theses, then those with the greatest effect on one, either way, and of equal
    effect in the order of the texts they are read from. Where an effect is not worked out, a claim
    stands among those that have none."""
    theses, place = frozenset(kb.theses), places(kb)
    last = len(kb.claims)
    return tuple(
        sorted(
            kb.claims,
            key=lambda claim: (
                claim not in theses,
                -_rounded_effect(kb, claim),
                place.get(claim, last),
                claim,
            ),
        )
    )


@around_claim
@kept_as_value
def _rounded_effect(kb: KnowledgeBase, claim: str) -> float:
    """Rounded, so that rounding errors do not decide between equal effects."""
    return 0.0 if kb.is_question(claim) else round(greatest_effect(kb, claim), 9)


@kept
def places(kb: KnowledgeBase) -> Mapping[str, int]:
    """The place of each claim that is read in a paragraph of a text under analysis: those of one
    paragraph have the same, and those of the next a greater one."""
    texts = {
        name: at
        for at, name in enumerate(
            dict.fromkeys(source for debate in kb.debates.values() for source in debate.sources)
        )
    }
    first: dict[str, tuple[int, int]] = {}
    for claim in kb.claims.values():
        found = [
            (texts[passage.source], passage.paragraph)
            for passage in claim.passages
            if passage.source in texts and passage.paragraph is not None
        ]
        if found:
            first[claim.id] = min(found)
    number = {place: at for at, place in enumerate(sorted(set(first.values())))}
    return {claim: number[place] for claim, place in first.items()}
