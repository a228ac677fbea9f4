import re
from collections.abc import Callable

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from graph.passages import (
    Located,
    SourceText,
    Status,
    fingerprint,
    locate,
    paragraphs_of,
    verify_paragraph,
    verify_passage,
)
from tests.examples import examples

SOURCE = SourceText(
    (
        "Bread is cheap again",
        "Nobody expected the baker to sell bread at that price.",
        "Grain came by ship, and the ship came late.",
        "Grain came by train, and the train came late.",
    )
)
BREAD = fingerprint("the baker to sell bread")
WORDS = st.lists(st.sampled_from(["wind", "mill", "grain", "ship", "late"]), min_size=3)


@pytest.mark.parametrize(
    ("start", "end"), [("\u200b", None), ("the baker", "\u00ad"), ("\u2028", "bread")]
)
def test_signs_that_nothing_is_found_by_are_no_mistake_of_the_program(
    start: str, end: str | None
) -> None:
    verdict = verify_passage(SOURCE, 1, start, end, BREAD)
    assert verdict.status is Status.MISSING
    assert verdict.help


def test_an_unchanged_passage_is_verified() -> None:
    verdict = verify_passage(SOURCE, 1, "the baker", "sell bread", BREAD)
    assert (verdict.status, verdict.fingerprint, verdict.paragraph, verdict.help) == (
        Status.VERIFIED,
        BREAD,
        1,
        None,
    )


def test_a_passage_without_fingerprint_is_told_the_one_to_record() -> None:
    verdict = verify_passage(SOURCE, 1, "the baker", "sell bread", None)
    assert (verdict.status, verdict.fingerprint) == (Status.UNFINGERPRINTED, BREAD)
    assert BREAD in (verdict.help or "")


def test_a_passage_with_another_text_between_its_ends_has_changed() -> None:
    altered = SourceText(("", "Nobody expected the baker to never sell bread."))
    verdict = verify_passage(altered, 1, "the baker", "sell bread", BREAD)
    assert (verdict.status, verdict.paragraph) == (Status.CHANGED, 1)
    assert verdict.fingerprint == fingerprint("the baker to never sell bread")


def test_a_passage_with_altered_first_words_in_place_has_changed() -> None:
    altered = SourceText(("", "Nobody expected the bakers to sell bread."))
    verdict = verify_passage(altered, 1, "expected the baker", "sell bread", BREAD)
    assert verdict.status is Status.CHANGED
    assert 70 <= verdict.similarity < 100
    assert "expected the bakers" in verdict.message


def test_a_passage_in_another_paragraph_has_moved() -> None:
    verdict = verify_passage(SOURCE, 3, "the baker", "sell bread", BREAD)
    assert (verdict.status, verdict.paragraph, verdict.fingerprint) == (Status.MOVED, 1, BREAD)
    assert "unchanged, in paragraph 1" in verdict.message
    assert verdict.help is not None
    assert verdict.help.startswith("Record `paragraph: 1`, or let `betoog verify")


def test_a_passage_whose_place_was_taken_by_like_words_has_moved() -> None:
    original = fingerprint("Grain came by ship, and the ship came late")
    verdict = verify_passage(SOURCE, 3, "Grain came", "came late", original)
    assert (verdict.status, verdict.paragraph) == (Status.MOVED, 2)


def test_a_passage_that_moved_and_changed_says_both() -> None:
    verdict = verify_passage(SOURCE, 2, "the baker", "that price", BREAD)
    assert (verdict.status, verdict.paragraph) == (Status.MOVED, 1)
    assert "the text between them differs" in verdict.message


def test_like_words_elsewhere_are_the_nearest_place() -> None:
    verdict = verify_passage(SOURCE, 3, "Nobody has expected", "bread at this price", BREAD)
    assert (verdict.status, verdict.paragraph) == (Status.MOVED, 1)
    assert verdict.similarity < 100


def test_an_ambiguous_passage_names_the_paragraphs() -> None:
    verdict = verify_passage(SOURCE, None, "Grain came", "came late", None)
    assert verdict.status is Status.AMBIGUOUS
    assert "2 and 3" in verdict.message


def test_a_fingerprint_settles_which_of_several_places_is_meant() -> None:
    original = fingerprint("Grain came by train, and the train came late")
    verdict = verify_passage(SOURCE, None, "Grain came", "came late", original)
    assert (verdict.status, verdict.paragraph) == (Status.VERIFIED, 3)


def test_a_missing_passage_has_no_fingerprint() -> None:
    verdict = verify_passage(SOURCE, 1, "quantum chromodynamics", "nuclear binding", BREAD)
    assert (verdict.status, verdict.fingerprint, verdict.paragraph) == (Status.MISSING, None, None)


def test_a_paragraph_beyond_the_last_is_told_so() -> None:
    verdict = verify_passage(SOURCE, 12, "quantum chromodynamics", None, BREAD)
    assert "last paragraph is 3, not 12" in verdict.message


def test_the_headline_is_called_so() -> None:
    verdict = verify_passage(SOURCE, 0, "Bread", "cheap", fingerprint("Bread is cheap"))
    assert "the headline" in verdict.message


@pytest.mark.parametrize("status", list(Status))
def test_statuses_are_words_that_other_programs_read(status: Status) -> None:
    assert str(status) == status.name.lower()


@given(WORDS, st.data())
def test_what_was_located_verifies_until_a_word_in_it_changes(
    words: list[str], data: st.DataObject
) -> None:
    source = SourceText(("Headline", f"First. {' '.join(words)}. Last."))
    first = data.draw(st.integers(0, len(words) - 3))
    last = data.draw(st.integers(first + 2, len(words) - 1))
    start, end = words[first], " ".join(words[last : last + 1])
    place = locate(source, 1, start, end)
    assert isinstance(place, Located)
    mark = fingerprint(place.passage)
    assert verify_passage(source, 1, start, end, mark).status is Status.VERIFIED
    altered = SourceText(("Headline", source.paragraphs[1].replace(start, f"{start} indeed", 1)))
    assert verify_passage(altered, 1, start, end, mark).status in (
        (Status.VERIFIED, Status.CHANGED) if start == end else (Status.CHANGED,)
    )


@pytest.mark.parametrize(
    ("number", "start", "end"),
    [
        (0, "bread is", "cheap again"),
        (0, "is cheap", None),
        (1, "Nobody expected", "that price"),
        (1, "nobody", "THAT PRICE."),
        (2, "Grain came by ship, and the ship", "by ship, and the ship came late"),
        (3, "Grain came by train, and the train came late.", None),
    ],
)
def test_a_paragraph_is_known_by_how_it_opens_and_closes(
    number: int, start: str, end: str | None
) -> None:
    verdict = verify_paragraph(SOURCE, number, start, end)
    assert (verdict.status, verdict.paragraph, verdict.help) == (Status.VERIFIED, number, None)


@pytest.mark.parametrize(
    ("number", "start", "end", "status", "paragraph"),
    [
        (1, "expected the", "that price", Status.CHANGED, 1),
        (1, "Nobody", "at that", Status.CHANGED, 1),
        (1, "Nobody expect", "that price", Status.CHANGED, 1),
        (1, "Nobody", "hat price", Status.CHANGED, 1),
        (1, "Nobody expected", None, Status.CHANGED, 1),
        (3, "Grain came", "the ship came late", Status.MOVED, 2),
        (9, "Nobody expected", "that price", Status.MOVED, 1),
        (9, "Nobody knew", "that price", Status.MISSING, None),
    ],
)
def test_a_paragraph_that_runs_otherwise_is_not_verified(
    number: int, start: str, end: str | None, status: Status, paragraph: int | None
) -> None:
    verdict = verify_paragraph(SOURCE, number, start, end)
    assert (verdict.status, verdict.paragraph) == (status, paragraph)
    assert verdict.help


COPIED: list[Callable[[str], str]] = [
    str.upper,
    lambda text: text.replace("ß", "ss"),
    lambda text: text.replace("fi", "ﬁ"),
    lambda text: text.replace("…", "..."),
    lambda text: text.replace("–", "-").replace("“", '"'),
    lambda text: re.sub(r"(?<=a)(?=\w)", "\u200d\u00ad", text),
    lambda text: text.replace(" ", "\u00a0 \u2066"),
    lambda text: re.sub(r"(?<=i)(?=\w)", "\u00ad\n", text),
    lambda text: re.sub(r"(?<=e)(?=[a-z])", "-\n  ", text),
]
SIGNS = st.text("aeißfi –“…'.é", min_size=1, max_size=12)


def is_told_rightly(source: SourceText, paragraph: int | None, start: str, end: str | None) -> bool:
    verdict = verify_passage(source, paragraph, start, end, None)
    if verdict.status is Status.MOVED:
        return verdict.paragraph != paragraph and verdict.paragraph is not None
    return verdict.status is not Status.CHANGED or verdict.similarity < 100.0


@given(st.lists(SIGNS, max_size=4), st.integers(0, 4) | st.none(), SIGNS, st.none() | SIGNS)
def test_no_passage_has_moved_to_where_it_is(
    paragraphs: list[str], paragraph: int | None, start: str, end: str | None
) -> None:
    source = SourceText(tuple(paragraphs))
    assume(start.strip() and (end is None or end.strip()))
    assert is_told_rightly(source, paragraph, start, end)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("one two three", "two"),
        ("one two three", "one two"),
        ("one", "zero"),
        ("x" * 3_000 + "y", None),
        ("!!!", None),
    ],
)
def test_words_that_close_no_passage_have_not_moved_to_where_they_are(
    start: str, end: str | None
) -> None:
    source = SourceText(("", f"zero one two three. {'x' * 3_000}", "four"))
    assert is_told_rightly(source, 1, start, end)


def test_a_passage_that_opens_and_never_closes_is_told_so() -> None:
    verdict = verify_passage(SOURCE, 2, "the baker to sell", "the baker", BREAD)
    assert verdict.status is Status.MISSING
    assert "Paragraph 1 has the words that open the passage" in verdict.message


@pytest.mark.parametrize("copied", COPIED)
@settings(max_examples=examples(0.4), deadline=None)
@given(data=st.data())
def test_a_passage_that_differs_only_by_signs_is_found_and_proved(
    copied: Callable[[str], str], data: st.DataObject
) -> None:
    words = st.lists(st.text("aeißfié", min_size=1, max_size=6), min_size=1, max_size=4)
    first, last = (" ".join(data.draw(words)) for _ in range(2))
    passage = f"{first} – “all the way…” {last}"
    source = SourceText(("", copied("Before. One"), copied(f"Then ({passage}). One"), "Three."))
    verdict = verify_passage(source, 2, f"{first} –", f"{last}", None)
    assert (verdict.status, verdict.paragraph) == (Status.UNFINGERPRINTED, 2)
    assert verdict.fingerprint is not None
    again = verify_passage(source, 2, f"{first} –", f"{last}", verdict.fingerprint)
    assert again.status is Status.VERIFIED
    if copied is not str.upper and "ß" not in passage:
        assert verdict.fingerprint == fingerprint(passage)


def test_the_named_paragraph_is_looked_at_without_letter_case_before_any_other() -> None:
    source = SourceText(("", "The mill turns", "the mill turns"))
    assert verify_passage(source, 1, "the mill", "turns", None).paragraph == 1


def test_last_words_that_first_words_hold_too_may_close_the_passage_further_on() -> None:
    source = SourceText(("", "the mill turns, and the wheel turns"))
    whole = fingerprint("the mill turns, and the wheel turns")
    for mark in (whole, fingerprint("the mill turns")):
        assert verify_passage(source, 1, "the mill turns", "turns", mark).status is Status.VERIFIED


POEM = "Head\n\nour town likes free buses\n\nWhoever rides\n\nfor nothing, pays.\n\nSo it is."


@pytest.mark.parametrize(
    ("start", "end", "heading"),
    [
        ("our town", "free buses", "our town likes free buses"),
        ("Our Town likes", None, "our town likes free buses"),
        ("our town", "no such words", "our town likes free buses"),
        ("whoever rides", "pays", "Whoever rides"),
        ("not at all", "whoever rides", "Whoever rides"),
    ],
)
@pytest.mark.parametrize("paragraph", [None, 1, 9])
def test_words_in_what_is_taken_for_a_heading_are_told_of_with_a_way_out(
    start: str, end: str | None, heading: str, paragraph: int | None
) -> None:
    found = verify_passage(paragraphs_of(POEM), paragraph, start, end, None)
    assert found.status is Status.MISSING
    assert "taken for a section heading" in found.message
    assert heading in found.message
    mended = paragraphs_of(POEM.replace("\n\n", ".\n\n"))
    if end in (None, "free buses"):
        assert verify_passage(mended, 1, start, end, None).status is Status.UNFINGERPRINTED


def test_words_in_no_heading_are_missing_as_before() -> None:
    found = verify_passage(paragraphs_of(POEM), 1, "nobody thinks", "of that", None)
    assert "heading" not in found.message
    here = verify_passage(paragraphs_of(POEM), 1, "for nothing", "pays", None)
    assert here.status is Status.UNFINGERPRINTED
