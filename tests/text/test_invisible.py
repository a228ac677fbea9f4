"""Signs that nobody sees: which no text has, which are at home, and which mislead."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.text.invisible import (
    faulty,
    hidden,
    joiners,
    sign_name,
    unbalanced,
    unusual,
    without_faulty,
)


@pytest.mark.parametrize(
    "sign", list("\0\a\b\x1b\x7f\x85\ud800\ue000\ufdd0\uffff\U0001fffe\U0010ffff")
)
def test_what_no_text_has_is_found_and_left_out(sign: str) -> None:
    assert list(faulty(f"ab{sign}c\n{sign}")) == [2, 5]
    assert without_faulty(f"ab{sign}c\n{sign}") == "abc\n"


@pytest.mark.parametrize(
    "text", ["", "a\tb\r\nc", "naïef", "漢字", "a\u00a0b", "می\u200cخواهم", "👩\u200d🔬"]
)
def test_a_text_that_has_none_of_it_stays(text: str) -> None:
    assert list(faulty(text)) == []
    assert without_faulty(text) == text
    assert list(hidden(text)) == []


@given(st.text())
def test_without_them_nothing_is_found(text: str) -> None:
    sound = without_faulty(text)
    assert list(faulty(sound)) == []
    assert len(text) - len(sound) == len(list(faulty(text)))
    assert {*faulty(text), *hidden(text)} <= set(unusual(text))


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("che\u200baper", [3]),
        ("che\u200daper", [3]),
        ("a\u200e", [1]),
        ("שלום\u200f.", []),
        ("ส\u200bวัสดี", []),
        ("🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", []),
        ("a\U000e0067", [1]),
        ("क्\u200dष", []),
        ("a\u2060b\ufeff", [1, 3]),
    ],
)
def test_signs_are_hidden_only_where_they_are_not_at_home(text: str, places: list[int]) -> None:
    assert list(hidden(text)) == places


def test_a_joiner_is_needed_between_letters_and_pictures_that_join() -> None:
    assert joiners("می\u200cخواهم a\u200cb 👩\u200d🔬\u200d") == {2, 14}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a", None),
        ("a\u202eb", 1),
        ("a\u202eb\u202c", None),
        ("a\u2067b\u2069", None),
        ("a\u2067b\u202c", 1),
        ("a\u202c", 1),
        ("\u202ea\nb\u202c", 0),
        ("\u2067\u202ea\u202c\u2069 \u2066", 6),
    ],
)
def test_a_turn_of_direction_ends_within_its_line(text: str, place: int | None) -> None:
    assert unbalanced(text) == place


def test_a_sign_is_named_by_number_and_name() -> None:
    assert sign_name("\u202e") == "U+202E (right-to-left override)"
    assert sign_name("\0") == "U+0000 (null)"
    assert sign_name("\ue000") == "U+E000"


def test_every_unusual_sign_is_found_by_the_quicker_look_too() -> None:
    everything = "".join(map(chr, range(sys.maxunicode + 1)))
    signs = list(unusual(everything))
    assert len(signs) > 100_000
    assert [each for each in signs if not list(unusual(f"a{chr(each)}\n"))] == []
