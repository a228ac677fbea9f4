import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.passages import wording_mark
from graph.passages.mark import LENGTH


def test_a_mark_is_the_same_everywhere() -> None:
    # What the module's documentation promises to whoever writes it in another language.
    assert wording_mark("Cycling is healthy.") == "pckhlmhphb"


@pytest.mark.parametrize(
    "other",
    ["  Don't  panic - ever. ", "Don’t panic – ever.", "Don\u00ad't\npanic — ever."],
)
def test_typography_and_white_space_do_not_count(other: str) -> None:
    assert wording_mark(other) == wording_mark("Don't panic - ever.")


@pytest.mark.parametrize("other", ["Do panic.", "don't panic - ever.", "Don't panic - ever"])
def test_words_case_and_stops_count(other: str) -> None:
    assert wording_mark(other) != wording_mark("Don't panic - ever.")


@given(text=st.text())
def test_a_mark_is_letters_only_so_that_it_is_never_a_number(text: str) -> None:
    assert re.fullmatch(f"[a-p]{{{LENGTH}}}", wording_mark(text))
