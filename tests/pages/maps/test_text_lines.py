"""Widths and breaks of text on maps."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.pages.maps.text_lines import fits, lines, text_width

_TEXTS = st.text("abimW ’-é", max_size=60).map(lambda text: " ".join(text.split()))


@given(_TEXTS, st.integers(40, 300), st.booleans())
def test_every_line_fits_and_nothing_is_lost(text: str, room: int, bold: bool) -> None:
    found = lines(text, room, 12, bold)
    assert "".join(found).replace(" ", "") == text.replace(" ", "")
    assert all(fits(line, room, 12, bold) for line in found)


@given(_TEXTS, st.integers(40, 300))
def test_a_line_takes_as_many_words_as_fit(text: str, room: int) -> None:
    for line, following in pairwise(lines(text, room, 12)):
        first = following.split(" ")[0]
        assert not fits(f"{line} {first}", room, 12) or first not in text.split(" ")


def test_bold_text_is_wider() -> None:
    label = "A single winner"
    room = text_width(label) * 12 // 1000 + 1
    assert fits(label, room, 12)
    assert not fits(label, room, 12, bold=True)


@pytest.mark.parametrize(("narrow", "wide"), [("il", "mm"), ("ab", "MW"), ("ab", "人工")])
def test_letters_have_their_own_widths(narrow: str, wide: str) -> None:
    assert text_width(narrow) < text_width(wide)


def test_a_word_too_long_for_a_line_is_broken_within() -> None:
    assert len(lines("x" * 40, 100, 12)) > 1
