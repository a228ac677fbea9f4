"""Layout within a text is folded, and what somebody chose is not."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.text.one_line import evenly_spaced, on_one_line, trimmed, without_stop

SPACES = [
    each
    # Beyond the first plane there are none.
    for each in map(chr, range(0x10000))
    if each != " " and unicodedata.category(each) == "Zs"
]


def test_every_space_that_is_no_plain_one_stays_wherever_it_stands() -> None:
    assert {"\u00a0", "\u202f", "\u3000"} < set(SPACES)
    for each in SPACES:
        text = f"{each}10{each}000{each}{each}?{each}"
        assert on_one_line(f" \t{text}\r\n") == text
        assert on_one_line(f"a {each}\n b") == f"a {each} b"
        assert trimmed(f"\n {text}\t") == text
        assert evenly_spaced(text) == "10 000 ?"


def test_all_other_white_space_is_one_space_and_none_at_the_ends() -> None:
    layout = [each for each in map(chr, range(0x3000)) if each.isspace() and each not in SPACES]
    for each in layout:
        assert on_one_line(f"{each}a{each} {each}b{each}") == "a b"


@given(st.text(st.sampled_from(["a", "%", " ", "\t", "\r", "\n", "\u2028", *SPACES])))
def test_twice_is_once_and_a_text_without_such_spaces_is_folded_as_ever(text: str) -> None:
    once = on_one_line(text)
    assert on_one_line(once) == once
    assert evenly_spaced(once) == evenly_spaced(text)
    if not any(each in text for each in SPACES):
        assert once == evenly_spaced(text)


@pytest.mark.parametrize(
    ("sentence", "within"),
    [("It rains.", "It rains"), ("Why?", "Why?"), ("Wait..", "Wait."), (".", "."), ("", "")],
)
def test_a_sentence_within_another_has_no_full_stop_unless_it_is_nothing_else(
    sentence: str, within: str
) -> None:
    assert without_stop(sentence) == within
