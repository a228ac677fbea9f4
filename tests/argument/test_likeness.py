"""What resembles a sentence, and what denies it."""

from pathlib import Path

import pytest

from graph.argument.likeness import MOST, alike, matching, same_sentences
from graph.base import KnowledgeBase
from graph.records import LocalizedText
from tests.small import lay_out, read_texts


@pytest.fixture
def kb(tmp_path: Path) -> KnowledgeBase:
    lay_out(tmp_path)
    return KnowledgeBase.load(tmp_path)


def test_every_claim_is_most_like_itself(kb: KnowledgeBase) -> None:
    for claim in kb.claims.values():
        nearest = alike(kb, claim.claim.root)[0]
        assert (nearest.claim, nearest.score, nearest.opposite) == (claim.id, 100, False)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The town should build paths for cycles."),
        ("nl", "De stad zou fietspaden moeten aanleggen."),
    ],
)
def test_other_words_for_the_same_are_alike(
    kb: KnowledgeBase, language: str, sentence: str
) -> None:
    found = alike(kb, {language: sentence})
    assert (found[0].claim, found[0].opposite) == ("build-cycle-paths", False)
    assert found[0].language == language


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The town should not build cycle paths."),
        ("en", "The town shouldn’t build cycle paths."),
        ("nl", "De stad moet geen fietspaden aanleggen."),
    ],
)
def test_a_denial_is_the_opposite(kb: KnowledgeBase, language: str, sentence: str) -> None:
    found = alike(kb, {language: sentence})
    assert (found[0].claim, found[0].opposite) == ("build-cycle-paths", True)


def test_what_resembles_nothing_gets_no_suggestion(kb: KnowledgeBase) -> None:
    assert alike(kb, {"en": "Oysters taste of the sea."}) == ()
    assert alike(kb, {"de": "Die Stadt sollte Radwege bauen."}) == ()


def test_suggestions_are_few_and_leave_out_the_claim_itself(kb: KnowledgeBase) -> None:
    claim = kb.claims["build-cycle-paths"]
    everything = alike(kb, claim.claim.root)
    others = alike(kb, claim.claim.root, frozenset([claim.id]))
    assert len(everything) <= MOST
    assert claim.id not in {each.claim for each in others}


def test_claims_are_found_by_beginnings_of_words_in_any_language(kb: KnowledgeBase) -> None:
    assert "build-cycle-paths" in matching(kb, "cyc build")
    assert "build-cycle-paths" in matching(kb, "FIETSPADEN")
    assert matching(kb, "cycle oysters") == ()
    assert matching(kb, "?!") == ()
    assert len(matching(kb, "a", limit=1)) <= 1


def test_what_is_only_about_the_same_is_no_opposite(kb: KnowledgeBase) -> None:
    other = {"en": "A large republic controls the mischiefs of faction better than a small one."}
    record = kb.claims["roads-cost-more"]
    told = record.model_copy(update={"claim": LocalizedText(other)})
    kb.claims = {**kb.claims, record.id: told}
    said = {"en": "Able people are no rarer in a large republic than in a small one."}
    assert [(each.claim, each.opposite) for each in alike(kb, said)] == [(record.id, False)]


BUSES = {
    "free": "公車免費的話，城裡的人會少開車，空氣也會更好。",
    "turned": "城裡的人會少開車，空氣也會更好，如果公車免費的話。",
    "short": "如果公車免費，城裡人就會少開iPhone車。",
    "mayor": "市長沒有兌現她的承諾。",
    "thai": "รถเมล์ควรจะฟรีเพราะคนจะขับรถน้อยลง",
    "thai-vowel": "รถเมล์ควรจะฟรีเพราะคนจะขับรถน้อยลิง",
}


@pytest.fixture(scope="module")
def unspaced() -> KnowledgeBase:
    return read_texts(
        {
            f"claims/d/{name}.md": f"---\nclaim: {{und: {sentence!r}}}\nkind: fact\n---\n"
            for name, sentence in BUSES.items()
        }
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("人會少開車", {"free", "turned"}),
        ("會更好", {"free", "turned"}),
        ("車 公", {"free", "turned", "short"}),
        ("少開iPhone", {"short"}),
        ("ควรจะฟรี", {"thai", "thai-vowel"}),
        ("น้อยลิง", {"thai-vowel"}),
        ("Phone", set()),
        ("會好更", set()),
    ],
)
def test_words_without_spaces_between_them_are_found_anywhere_in_a_sentence(
    unspaced: KnowledgeBase, words: str, expected: set[str]
) -> None:
    assert set(matching(unspaced, words)) == expected


def test_sentences_without_spaces_are_alike_by_their_letters(unspaced: KnowledgeBase) -> None:
    found = alike(unspaced, {"und": BUSES["short"]}, frozenset({"short"}))
    assert [each.claim for each in found] == ["turned", "free"]
    assert alike(unspaced, {"und": BUSES["mayor"]}, frozenset({"mayor"})) == ()


def test_sentences_that_differ_in_a_vowel_sign_are_not_the_same(unspaced: KnowledgeBase) -> None:
    assert list(same_sentences(unspaced)) == []
