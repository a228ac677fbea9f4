"""Finding claims by their words."""

from pathlib import Path

import pytest

from graph.answers.find import find_answer, find_text, found_claims
from graph.base import KnowledgeBase
from tests.printed import printed
from tests.small import lay_out


@pytest.fixture
def kb(tmp_path: Path) -> KnowledgeBase:
    lay_out(tmp_path)
    return KnowledgeBase.load(tmp_path)


def test_claims_with_all_the_words_are_given_with_their_standing(kb: KnowledgeBase) -> None:
    answer = find_answer(kb, found_claims(kb, "build cycle", 5))
    assert answer["near"] is False
    assert answer["claims"][0] == {
        "id": "build-cycle-paths",
        "claim": dict(kb.claims["build-cycle-paths"].claim.root),
        "standing": kb.assessment.standings["build-cycle-paths"].value,
    }


def test_a_question_has_no_standing(kb: KnowledgeBase) -> None:
    found = found_claims(kb, "rain", 5)
    assert find_answer(kb, found)["claims"][0]["standing"] is None
    assert "open question" in printed(find_text(kb, found))


@pytest.fixture
def keyed(tmp_path: Path) -> KnowledgeBase:
    """The same with words in two languages that its texts do not have."""
    root = lay_out(tmp_path)
    for path, keywords in {
        "claims/paths/cycling-keeps-fit.md": "{en: [bike commute], nl: [conditie]}",
        "claims/sources/essay.yaml": "{en: [opinion piece]}",
    }.items():
        file = root / path
        text = file.read_text("utf-8")
        begun = f"---\nkeywords: {keywords}\n"
        file.write_text(
            text.replace("---\n", begun, 1) if path.endswith("md") else begun[4:] + text, "utf-8"
        )
    return KnowledgeBase.load(root)


@pytest.mark.parametrize("words", ["Bike", "commute", "conditie", "condit cycling"])
def test_a_claim_is_found_by_its_keywords_in_whatever_language(
    keyed: KnowledgeBase, words: str
) -> None:
    found = found_claims(keyed, words, 5)
    assert (found.claims, found.near) == (("cycling-keeps-fit",), False)


def test_a_source_is_found_by_its_keywords(keyed: KnowledgeBase) -> None:
    assert found_claims(keyed, "opinion", 5).sources == ("essay",)


def test_a_slip_in_a_keyword_finds_what_comes_near(keyed: KnowledgeBase) -> None:
    found = found_claims(keyed, "conditei", 5)
    assert (found.claims, found.near) == (("cycling-keeps-fit",), True)


def test_without_such_a_claim_the_nearest_are_offered(kb: KnowledgeBase) -> None:
    found = found_claims(kb, "A town shall build cycle paths", 5)
    assert found.near
    assert "nearest are" in printed(find_text(kb, found))


def test_it_says_when_nothing_comes_near(kb: KnowledgeBase) -> None:
    found = found_claims(kb, "oysters", 5)
    assert found.claims == ()
    assert "no claim comes near" in printed(find_text(kb, found))


@pytest.mark.parametrize("words", ["ada bron", "bron", "Ada"])
def test_speakers_are_found_by_name(kb: KnowledgeBase, words: str) -> None:
    found = found_claims(kb, words, 5)
    assert found.speakers == ("ada-bron",)
    assert "speaker: Ada Bron (ada-bron)" in printed(find_text(kb, found))
    assert find_answer(kb, found)["speakers"] == [
        {"id": "ada-bron", "name": "Ada Bron", "by": None}
    ]


def test_sources_are_found_by_title_and_by_whom_they_are_by(tmp_path: Path) -> None:
    source = lay_out(tmp_path) / "claims/sources/essay.yaml"
    source.write_text(source.read_text("utf-8") + "author: [{family: Blom, given: Marieke}]\n")
    kb = KnowledgeBase.load(tmp_path)
    for words in ("blom", "marieke blom", "why cycle paths blom"):
        found = found_claims(kb, words, 5)
        assert found.sources == ("essay",), words
        assert not found.claims, words
    assert "source: Why cycle paths · Blom (essay)" in printed(find_text(kb, found))
    assert find_answer(kb, found)["sources"] == [
        {"id": "essay", "name": "Why cycle paths", "by": "Blom"}
    ]


def test_a_source_that_nobody_is_named_for_is_told_by_its_title_alone(kb: KnowledgeBase) -> None:
    found = found_claims(kb, "why cycle paths", 5)
    assert "source: Why cycle paths (essay)" in printed(find_text(kb, found))
    assert find_answer(kb, found)["sources"][0]["by"] is None
