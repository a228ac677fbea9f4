"""Claims by their words, and the orders of lists."""

import pytest

from graph.argument.finding import by_effect, having, places, unknown_words
from graph.argument.sides import greatest_effect
from graph.base import KnowledgeBase


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("trolleybus", {"electric-buses-do-the-same"}),
        ("no such word", set()),
        ("trolleybus quarter-filled", set()),
    ],
)
def test_a_claim_is_found_by_all_of_the_words_it_has_in_any_language(
    sample: KnowledgeBase, words: str, expected: set[str]
) -> None:
    assert having(sample, words) == expected


def test_a_claim_is_found_by_its_sentence_label_topics_themes_and_speaker(
    sample: KnowledgeBase,
) -> None:
    for claim in sample.claims.values():
        texts = [*claim.claim.root.values(), *claim.topics, *(claim.keywords or ())]
        texts += claim.label.root.values() if claim.label else ()
        if claim.speaker in sample.speakers:
            texts += sample.speakers[claim.speaker or ""].name.root.values()
        for text in texts:
            assert claim.id in having(sample, text), text
    assert "harbour-stays-empty-without-a-line" in having(sample, "havenwijk")


def test_an_unknown_word_has_those_it_may_be_meant_for(sample: KnowledgeBase) -> None:
    assert unknown_words(sample, "tram troleybus") == {"troleybus": ("trolleybus",)}
    assert unknown_words(sample, "tram") == {}


def test_the_claims_with_the_greatest_effect_on_a_thesis_come_first(whole: KnowledgeBase) -> None:
    order = by_effect(whole)
    assert sorted(order) == sorted(whole.claims)
    assert set(order[: len(whole.theses)]) == set(whole.theses)
    effects = [
        0.0 if whole.is_question(claim) else round(greatest_effect(whole, claim), 9)
        for claim in order[len(whole.theses) :]
    ]
    assert effects == sorted(effects, reverse=True)


def test_places_follow_the_paragraphs_of_what_is_analysed(whole: KnowledgeBase) -> None:
    found = places(whole)
    assert found
    analysed = [source for debate in whole.debates.values() for source in debate.sources]
    first = {
        claim: min(
            (analysed.index(each.source), each.paragraph)
            for each in whole.claims[claim].passages
            if each.source in analysed and each.paragraph is not None
        )
        for claim in found
    }
    assert sorted(found, key=found.__getitem__) == sorted(
        found, key=lambda claim: (first[claim], list(found).index(claim))
    ) or [first[claim] for claim in sorted(found, key=found.__getitem__)] == sorted(first.values())
