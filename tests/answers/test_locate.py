"""Where quoted words stand in the sources."""

from pathlib import Path

import pytest

from graph.answers.locate import (
    Found,
    locate_answer,
    locate_text,
    located,
    texts_at_hand,
    the_place,
)
from graph.answers.verify import verdicts
from graph.base import KnowledgeBase
from graph.drafting.fingerprints import write_fingerprints
from graph.errors import AnswerError
from graph.passages import paragraphs_of
from tests.printed import printed
from tests.small import TEXT, lay_out


@pytest.fixture
def kb(tmp_path: Path) -> KnowledgeBase:
    lay_out(tmp_path)
    (tmp_path / "texts" / "bells.txt").write_text("Bells\n\nOf course money is short.\n", "utf-8")
    kb = KnowledgeBase.load(tmp_path)
    write_fingerprints(kb, verdicts(kb, {"essay": paragraphs_of(TEXT)}))
    return KnowledgeBase.load(tmp_path)


def found(kb: KnowledgeBase, words: str, source: str | None = None) -> Found:
    return located(texts_at_hand(kb, kb.tree.root / "texts", source), words)


def test_a_place_is_told_as_a_record_has_it_with_the_claims_it_is_recorded_for(
    kb: KnowledgeBase,
) -> None:
    at = found(kb, "stays fit without noticing")
    [place] = locate_answer(kb, at)["places"]
    assert (place["source"], place["file"], place["paragraph"]) == ("essay", None, 1)
    assert place["claims"] == ["cycling-keeps-fit"]
    lines = printed(locate_text(kb, at)).splitlines()
    assert lines[0] == "In paragraph 1 of essay:"
    assert lines[1].startswith(
        "  - {source: essay, paragraph: 1, start: stays fit without noticing"
    )
    assert lines[2] == "  recorded already for cycling-keeps-fit"


def test_words_in_several_texts_are_told_for_each(kb: KnowledgeBase) -> None:
    at = found(kb, "Of course money is short")
    assert [(each["source"], each["file"]) for each in locate_answer(kb, at)["places"]] == [
        ("essay", None),
        (None, "bells.txt"),
    ]
    with pytest.raises(AnswerError, match="paragraph 2 of essay and paragraph 1 of bells"):
        the_place(at)
    assert the_place(found(kb, "Of course money is short", "essay"))[1].paragraph == 2
    assert len(located(texts_at_hand(kb, kb.tree.root / "texts"), "money", 2).places) == 1


def test_words_that_are_nowhere_bring_the_nearest_and_no_more_of_it_than_differs(
    kb: KnowledgeBase,
) -> None:
    at = found(kb, "A path of one mile costs as much as a bus, and takes a year.")
    answer = locate_answer(kb, at)
    assert answer["places"] == []
    assert answer["nearest"] is not None
    assert answer["nearest"]["differences"] == [{"quoted": "mile", "stands": "kilometre"}]
    told = printed(locate_text(kb, at))
    assert "The text has “kilometre” where “mile” is quoted." in told
    assert "costs as much" not in told


def test_words_that_run_over_paragraphs_are_told_to(kb: KnowledgeBase) -> None:
    at = found(kb, "nobody doubts it.\n\nOf course money is short.")
    assert locate_answer(kb, at)["over"] == [1, 2]
    assert "run over paragraphs 1 and 2 of essay" in printed(locate_text(kb, at))


def test_where_there_is_nothing_to_look_into_that_is_said(kb: KnowledgeBase) -> None:
    with pytest.raises(AnswerError, match="--texts DIR"):
        texts_at_hand(kb, None)
    with pytest.raises(AnswerError, match="no source esay: did you mean essay"):
        texts_at_hand(kb, kb.tree.root / "texts", "esay")
    with pytest.raises(AnswerError, match="there is no folder"):
        texts_at_hand(kb, kb.tree.root / "nowhere")
    with pytest.raises(AnswerError, match="no text of essay here: say with --texts DIR where"):
        texts_at_hand(kb, None, "essay")
    assert "nowhere in 2 texts" in printed(locate_text(kb, found(kb, "xylophones and zebras")))
