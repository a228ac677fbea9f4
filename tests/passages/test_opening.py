import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.passages import (
    Located,
    SourceText,
    Status,
    fingerprint,
    link_words,
    locate,
    paragraphs_of,
    prefix_in,
    verify_passage,
    words_in,
)
from graph.passages.opening import MOST_WORDS, opens, words_to_record
from tests.examples import examples

LETTER = paragraphs_of(
    "A letter\n\nIn the years 2019–2020 the town had free buses at last.\n\n"
    "To us «Free buses» she then said.\n\nThe town has a plan. To the town it is new."
)


@pytest.mark.parametrize(
    ("recorded", "named"),
    [
        (("the town had", "at last."), ("the town had", "at last")),
        (("In the years 2019-2020 the town", None), ("In the years 2019", None)),
        (('says "free buses for all"', None), ("free buses for all", None)),
        (("a bus - or a tram for all", "the end - or so"), ("or a tram for all", "the end")),
        (("bus-lanes", None), ("bus-lanes", None)),
        (("’s avonds laat", "'n bus"), ("’s avonds laat", "'n bus")),
        (("buses at last", "at last"), ("buses at last", None)),
        (("buses", "buses"), ("buses", None)),
        (("…", None), ("…", None)),
        (
            ("«\u00a0free\u202fbuses\u00a0for all", "at\u3000last\u00a0"),
            ("free buses for all", "at last"),
        ),
        (("बसें शहर में…", "हैं।"), ("बसें शहर में", "हैं")),
    ],
)
def test_signs_that_were_perhaps_typed_otherwise_are_in_no_link(
    recorded: tuple[str, str | None], named: tuple[str, str | None]
) -> None:
    assert link_words(*recorded) == named


@pytest.mark.parametrize(
    ("paragraph", "start", "end", "words"),
    [
        (1, "In the years 2019-2020", "at last", ("In the years 2019–2020", "at last")),
        (1, "2019-2020 the town", "at last", ("2019–2020 the town", "at last")),
        (2, 'us "Free buses" she', "said", ("us «Free buses» she", "said")),
        (3, "to the town", "is new", ("To the town it", "is new")),
    ],
)
def test_a_link_to_a_text_at_hand_has_the_signs_of_the_text(
    paragraph: int, start: str, end: str, words: tuple[str, str | None]
) -> None:
    found = words_in(LETTER, paragraph, start, end)
    place = locate(LETTER, paragraph, start, end)
    assert isinstance(place, Located)
    assert opens(LETTER, place, *found)
    assert found == words or opens(LETTER, place, start, end)


def test_words_are_told_and_written_where_a_link_does_not_open_by_those_recorded() -> None:
    source = SourceText(("The town had plans", "At last the town had free buses."))
    passage = fingerprint("town had free buses")
    verdict = verify_passage(source, 1, "town had", "free buses", passage)
    assert verdict.status is Status.VERIFIED
    assert verdict.words == ("town had free buses", None)
    assert verdict.help == (
        "Record `start: town had free buses` without an `end`, "
        "or let `betoog verify --texts DIR --update` do it."
    )


def test_a_passage_that_stands_as_it_is_elsewhere_first_is_said_not_to_open() -> None:
    source = SourceText(("Free buses", "Free buses", "The end."))
    verdict = verify_passage(source, 1, "Free buses", None, fingerprint("Free buses"))
    assert (verdict.status, verdict.words) == (Status.VERIFIED, None)
    assert "A link does not open at it" in verdict.message


def test_what_stands_before_a_passage_tells_it_from_those_above() -> None:
    source = paragraphs_of(
        "Free buses\n\nFree buses.\n\nTo us: free buses.\n\nPart two\n\nFree buses.\n\n"
        "To us: free buses.\n\nWho knows. Free buses.\n\nFree buses."
    )
    places = {
        0: None, 1: "buses", 2: "us:", 3: "two", 4: None, 5: "knows.", 6: "buses.",
    }  # fmt: skip
    found = {number: prefix_in(source, number, "free buses", None) for number in places}
    assert found == places


def test_no_start_goes_over_a_new_line_of_the_page() -> None:
    source = SourceText(("A poem", "Buses go\u2028to the town\u2028and back."))
    assert words_in(source, 1, "Buses go to the town", "and back") == ("Buses go", "and back")
    verdict = verify_passage(source, 1, "Buses go to the town", "and back", None)
    assert verdict.words == ("Buses go", "and back")


def words_of(source: SourceText, place: Located) -> str:
    return " ".join(source.paragraphs[place.paragraph][place.begin : place.end].split())


TEXTS = st.lists(st.sampled_from("the town The 2019–2020 «bus» bus ss ß … a-b ’s".split()))


@settings(max_examples=examples(2))
@given(st.lists(TEXTS, min_size=2, max_size=3), st.data())
def test_words_to_record_are_of_the_same_passage_and_open_it(
    paragraphs: list[list[str]], data: st.DataObject
) -> None:
    source = SourceText(tuple(" ".join(each) or "a" for each in paragraphs))
    number = data.draw(st.integers(0, len(paragraphs) - 1))
    words = source.paragraphs[number].split()
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    start, end = " ".join(words[first : last + 1]), words[last]
    place = locate(source, number, start, end)
    if not isinstance(place, Located):
        return
    made = words_to_record(source, place)
    if made is None:
        return
    assert len(made.start.split()) <= MOST_WORDS
    assert opens(source, place, *made)
    again = locate(source, number, *made)
    assert isinstance(again, Located)
    assert (again.begin, again.end) == (place.begin, place.end)
    # Words that are all of the passage leave nothing for last ones to show.
    assert made.end is None or made.start != words_of(source, place)
