"""Which paragraphs can have words: all in which they are found, and few others."""

from hypothesis import given
from hypothesis import strategies as st

from graph.passages.folded_text import FoldedText
from graph.passages.folding import folded
from graph.passages.locate import stands_once
from graph.passages.paragraphs import SourceText

SIGNS = st.text(alphabet="aab  -\u00ad\n'.e\u0301", min_size=1, max_size=12)


@given(paragraphs=st.lists(SIGNS, min_size=1, max_size=5), words=SIGNS)
def test_no_paragraph_is_passed_over_in_which_the_words_are(
    paragraphs: list[str], words: str
) -> None:
    text = FoldedText(folded(each) for each in paragraphs)
    sought = folded(words).text.replace("\u00ad", "")
    found = {at for at, each in enumerate(text) if next(each.whole_words(sought), None)}
    assert found <= set(text.having(sought))


def test_only_paragraphs_with_all_words_or_broken_ones_are_looked_into() -> None:
    text = FoldedText(map(folded, ["a tram", "a bus", "a tram-\nway", "no tram here"]))
    assert list(text.having("tram", "a")) == [0, 2]
    assert list(text.having("…")) == [0, 1, 2, 3]


def test_words_stand_once_where_there_is_one_place_for_them() -> None:
    source = SourceText(("A tram.", "A bus.", "A Bus."))
    assert stands_once(source, "tram", None)
    assert not stands_once(source, "bus", None)
    assert not stands_once(source, "ferry", None)
