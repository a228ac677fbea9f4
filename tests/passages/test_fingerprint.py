import hashlib
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.passages import fingerprint, normalise, shown
from graph.passages.fingerprint import places_in_shown

ODD = st.text(st.characters() | st.sampled_from("‘’“”«»′″–—\u00ad\u200b\u0301e \n\u00a0´`"))


def test_a_fingerprint_is_the_sha_256_of_the_normalised_text() -> None:
    expected = hashlib.sha256(b'\'t Is "zo" - ja').hexdigest()
    assert fingerprint("  ’t  Is\n«zo» – ja ") == f"sha256:{expected}"


@pytest.mark.parametrize("quote", "‘’‚‛‹›′`´＇ʼ「」")
def test_single_quotation_marks_are_one(quote: str) -> None:
    assert normalise(f"auto{quote}s") == "auto's"


@pytest.mark.parametrize("quote", "“”„‟«»″＂〝〟『』")
def test_double_quotation_marks_are_one(quote: str) -> None:
    assert normalise(f"{quote}ja{quote}") == '"ja"'


@pytest.mark.parametrize("dash", "‐‑‒–—―−－")
def test_dashes_are_one(dash: str) -> None:
    assert normalise(f"AI{dash}model") == "AI-model"


def test_what_no_reader_sees_does_not_count() -> None:
    assert normalise("\ufeffeco\u00adno\u200bmie\u00a0en\u2009meer\t\r\n") == "economie en meer"


def test_composed_and_decomposed_letters_are_the_same() -> None:
    assert fingerprint("één genie") == fingerprint(unicodedata.normalize("NFD", "één genie"))


@pytest.mark.parametrize("other", ["Een zin", "een zin.", "een  zinn", "eenzin", "één zin"])
def test_letters_case_and_punctuation_do_count(other: str) -> None:
    assert fingerprint(other) != fingerprint("een zin")


@given(ODD)
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert fingerprint(once) == fingerprint(text)


@given(st.lists(st.text("abcé.,'-", min_size=1), min_size=1), st.sampled_from([" ", "\n", "\t \n"]))
def test_the_width_of_white_space_does_not_count(words: list[str], space: str) -> None:
    assert fingerprint(space.join(words)) == fingerprint(" ".join(words))


@given(ODD)
def test_every_normalised_character_has_its_place_in_what_is_shown(text: str) -> None:
    seen, places = shown(text), places_in_shown(text)
    assert len(places) == len(normalise(text)) + 1
    assert list(places) == sorted(places)
    again = "".join(seen[begin:end] for begin, end in pairwise(places))
    assert normalise(again) == normalise(text)


def test_folded_white_space_has_the_place_of_its_first_character() -> None:
    assert places_in_shown(" a \n b ") == (1, 2, 5, 6)
    assert places_in_shown(" \n ") == (3,)
