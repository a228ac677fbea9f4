import pytest

from graph.words.language import language
from graph.words.sentence import Name, Piece, Sentence, told_plainly


def on_the_word_of(who: str) -> str:
    sentence = Sentence("ground.word.alone", names={"who": Name(who)})
    return told_plainly(sentence, language("en"), Piece)


@pytest.mark.parametrize("who", ["Aldasoro et al.", "Betoog Inc."])
def test_a_name_that_ends_in_a_stop_closes_the_sentence_with_it(who: str) -> None:
    assert on_the_word_of(who) == f"Taken for granted: on the word of {who}"


def test_any_other_name_is_followed_by_a_stop() -> None:
    assert on_the_word_of("Blom") == "Taken for granted: on the word of Blom."
