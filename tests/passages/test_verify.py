import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.passages import (
    Located,
    SourceText,
    Status,
    fingerprint,
    locate,
    verify_paragraph,
    verify_passage,
)

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
    assert verdict.help == "Record `paragraph: 1`."


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
