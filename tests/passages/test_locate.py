import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.passages import (
    Alike,
    Ambiguous,
    Comparing,
    Located,
    Missing,
    Moved,
    SourceText,
    locate,
    nearest,
    places,
)
from graph.passages.folding import caseless
from graph.passages.similar import steps_of

SOURCE = SourceText(
    (
        "Bread is cheap again",
        "The mill turns slowly, and the miller’s “old” wheel creaks. The mill stops.",
        "Nobody expected the baker to sell bread at that price – least of all the baker.",
        "Grain came by ship. Later the mill turns quickly, says the miller.",
    )
)
WORDS = st.lists(st.sampled_from(["a", "b", "ab", "ba", "c"]), max_size=8)


def test_a_passage_runs_from_its_first_to_its_last_words() -> None:
    assert locate(SOURCE, 2, "expected the baker", "that price") == Located(
        2, "expected the baker to sell bread at that price"
    )


def test_without_end_the_start_is_the_passage() -> None:
    assert locate(SOURCE, 3, "came by ship", None) == Located(3, "came by ship")


def test_the_span_is_the_shortest_from_the_first_start() -> None:
    source = SourceText(("x a b c, a d c",))
    assert locate(source, 0, "a", "c") == Located(0, "a b c")


@pytest.mark.parametrize("end", ["the mill turns", "mill turns", "turns"])
def test_start_and_end_may_share_words(end: str) -> None:
    assert locate(SOURCE, 3, "the mill turns", end) == Located(3, "the mill turns")


def test_quotation_marks_and_dashes_do_not_matter() -> None:
    assert locate(SOURCE, 1, "miller's «old»", "creaks") == Located(
        1, "miller’s “old” wheel creaks"
    )
    assert locate(SOURCE, 2, "price - least", None) == Located(2, "price – least")


def test_letter_case_decides_before_it_is_ignored() -> None:
    source = SourceText(("", "The cat. the cat sat", "THE DOG"))
    assert locate(source, 1, "the", "cat") == Located(1, "the cat")
    assert locate(source, 2, "the dog", None) == Located(2, "THE DOG")


def test_only_whole_words_are_found() -> None:
    source = SourceText(("", "a grootschalig plan, how groot it is"))
    assert locate(source, 1, "a", "groot") == Located(1, "a grootschalig plan, how groot")


def test_a_passage_in_another_paragraph_has_moved() -> None:
    assert locate(SOURCE, 1, "Grain came", "by ship") == Moved(3, "Grain came by ship")


def test_of_several_other_paragraphs_the_nearest_counts() -> None:
    source = SourceText(("some word", "", "", "", "some word", "", "some word"))
    assert locate(source, 3, "some word", None) == Moved(4, "some word")
    assert locate(source, 2, "some", "word") == Moved(0, "some word")


@pytest.mark.parametrize("paragraph", [-1, 4, 99])
def test_a_paragraph_the_source_does_not_have_holds_nothing(paragraph: int) -> None:
    assert isinstance(locate(SOURCE, paragraph, "came by ship", None), Moved)


def test_without_paragraph_a_passage_that_is_there_once_is_found() -> None:
    assert locate(SOURCE, None, "Nobody expected", "the baker") == Located(
        2, "Nobody expected the baker"
    )


def test_without_paragraph_a_passage_that_is_there_twice_is_ambiguous() -> None:
    source = SourceText(("one two", "one two", "one three two"))
    expected = (Located(0, "one two"), Located(1, "one two"), Located(2, "one three two"))
    assert locate(source, None, "one", "two") == Ambiguous(expected)
    assert places(source, "one", "two") == expected


def test_changed_words_lead_to_the_words_most_like_them() -> None:
    place = locate(SOURCE, 3, "Nobody had expected", "at this price", Comparing())
    assert isinstance(place, Alike)
    assert (place.paragraph, place.passage) == (
        2,
        "Nobody expected the baker to sell bread at that price",
    )
    assert 70 <= place.similarity < 100


def test_of_places_as_similar_the_nearer_one_counts() -> None:
    source = SourceText(("the colour of money", "", "", "the colour of money"))
    place = locate(source, 2, "the color of money", None, Comparing())
    assert isinstance(place, Alike)
    assert place.paragraph == 3


def test_words_unlike_any_in_the_source_are_missing() -> None:
    unlike, comparing = ("quantum chromodynamics explains", "nuclear binding"), Comparing()
    assert locate(SOURCE, 1, *unlike, comparing) == Missing()
    assert locate(SOURCE, 1, "The mill turns", "nuclear binding", comparing) == Missing(opened=1)
    assert locate(SourceText(()), 0, "anything", None, comparing) == Missing()
    assert locate(SOURCE, 1, *unlike) == Missing(compared=False)


@pytest.mark.parametrize("words", ["Nobody had expected", "Nobody had expected the baker " * 60])
def test_words_are_compared_with_a_text_as_far_as_something_is_left(words: str) -> None:
    steps = steps_of(caseless(words), SOURCE.caseless)
    comparing = Comparing(2 * steps)
    told = [locate(SOURCE, 1, words, None, comparing) for _ in range(3)]
    assert [each == Missing(compared=False) for each in told] == [False, False, True]
    assert isinstance(locate(SOURCE, 2, "Nobody expected", "that price", comparing), Located)


def test_a_passage_needs_words_to_be_located_by() -> None:
    with pytest.raises(ValueError, match="not by an empty text"):
        locate(SOURCE, 1, " \n", None)
    with pytest.raises(ValueError, match="not by an empty text"):
        places(SOURCE, "The mill", "")


def test_words_with_signs_in_them_are_no_patterns() -> None:
    source = SourceText(("C++ (really?) costs $5 [sic] .* end",))
    assert locate(source, 0, "C++ (really?)", "$5 [sic] .*") == Located(
        0, "C++ (really?) costs $5 [sic] .*"
    )


def test_the_nearest_place_is_the_earlier_of_two_as_near() -> None:
    assert nearest((Located(5, ""), Located(1, "early"), Located(3, "late")), 2) == Located(
        1, "early"
    )


@given(WORDS, WORDS.filter(bool), st.none() | WORDS.filter(bool))
def test_locating_agrees_with_trying_every_span(
    text: list[str], start: list[str], end: list[str] | None
) -> None:
    place = locate(
        SourceText((" ".join(text),)), 0, " ".join(start), None if end is None else " ".join(end)
    )
    spans = [
        text[first:last]
        for first in range(len(text))
        for last in range(first + len(start), len(text) + 1)
        if text[first : first + len(start)] == start
        and (last == first + len(start) if end is None else _closes(text[first:last], end))
    ]
    assert (place if isinstance(place, Located) else None) == (
        Located(0, " ".join(spans[0])) if spans else None
    )


def _closes(span: list[str], end: list[str]) -> bool:
    return len(span) >= len(end) and span[len(span) - len(end) :] == end
