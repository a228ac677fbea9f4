import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.passages import SourceText, normalise, shown, stretch

TEXT = SourceText(
    (
        "On the caf\u0065\u0301 trade",
        "The  “old” mill\nturns — slow\u00adly — all day. It turns.",
        "The mill is shut.",
    )
)
WORDS = st.lists(
    st.sampled_from(["één", "e\u0301", "“mill”", "slow\u00adly", "x\u0302"]), min_size=1
)
SPACES = st.sampled_from([" ", "\n", "  ", "\u00a0\n"])


def marked(paragraph: int | None, start: str, end: str | None) -> str:
    place = stretch(TEXT, paragraph, start, end)
    assert place is not None
    return shown(TEXT.paragraphs[place.paragraph][place.begin : place.end])


def test_what_is_marked_is_the_passage_as_it_is_printed() -> None:
    assert marked(1, 'the "old"', "turns - slowly") == "The  “old” mill\nturns — slowly"


def test_a_letter_keeps_its_accent() -> None:
    assert marked(0, "café", None) == "café"
    place = stretch(SourceText(("x\u0302 y",)), 0, "x", None)
    assert place is not None
    assert (place.begin, place.end) == (0, 2)


def test_the_passage_begins_at_the_first_whole_word_that_fits() -> None:
    place = stretch(SourceText(("a scant ant, an ant",)), 0, "an", "ant")
    assert place is not None
    assert (place.begin, place.end) == (13, 19)


@pytest.mark.parametrize(
    ("paragraph", "start", "end"),
    [
        (2, "the old", None),
        (1, "the mill", "shut"),
        (None, "the", "mill"),
        (1, "\u200b", None),
        (1, "the", "\u200b"),
        (7, "the mill", None),
    ],
)
def test_nothing_is_marked_where_the_words_do_not_stand(
    paragraph: int | None, start: str, end: str | None
) -> None:
    assert stretch(TEXT, paragraph, start, end) is None


@given(before=WORDS, words=WORDS, after=WORDS, space=SPACES)
def test_a_marked_stretch_holds_exactly_the_words_it_was_found_by(
    before: list[str], words: list[str], after: list[str], space: str
) -> None:
    text = space.join([*before, "<<", *words, ">>", *after])
    place = stretch(SourceText((text,)), 0, "<<", ">>")
    assert place is not None
    found = text[place.begin : place.end]
    assert normalise(found) == normalise(" ".join(["<<", *words, ">>"]))
    assert not unicodedata.combining((text + ".")[place.end])
