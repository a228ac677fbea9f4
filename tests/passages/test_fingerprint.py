import hashlib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.passages import fingerprint, is_fingerprint, normalise, plain, shown

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


@pytest.mark.parametrize(
    "other",
    [
        "oﬃce buses, and so on...",
        "office\u200c buses, and\u200f so\u2066 on…",
        "office bu\u00ad\n   ses, and so on…",
        "office bu-\nses, and so on…",
        "ＯＦＦＩＣＥ buses, and so on…".replace("ＯＦＦＩＣＥ", "ｏｆｆｉｃｅ"),
    ],
)
def test_faithful_copies_have_one_fingerprint(other: str) -> None:
    assert fingerprint(other) == fingerprint("office buses, and so on…")


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("and so on…", "and so on…"),
        ("oﬃce", "oﬃce"),
        ("bus\u00ad\nses", "bus ses"),
        ("well-\nknown", "well- known"),
        ("well-\nknown", "well-known"),
        ("و\u200cا", "و\u200cا"),
    ],
)
def test_a_fingerprint_that_was_worked_out_otherwise_still_holds(text: str, before: str) -> None:
    recorded = f"sha256:{hashlib.sha256(before.encode()).hexdigest()}"
    assert recorded != fingerprint(text)
    assert is_fingerprint(recorded, text)
    assert not is_fingerprint(recorded, f"{text} not")


@given(ODD)
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(ODD)
def test_a_text_has_its_own_fingerprint_and_that_of_its_plain_form(text: str) -> None:
    assert is_fingerprint(fingerprint(text), text)
    assert fingerprint(plain(text)) == fingerprint(text)


@given(st.lists(st.text("abcé.,'", min_size=1), min_size=1), st.sampled_from([" ", "\n", "\t \n"]))
def test_the_width_of_white_space_does_not_count(words: list[str], space: str) -> None:
    assert fingerprint(space.join(words)) == fingerprint(" ".join(words))


def test_a_word_parted_by_a_soft_hyphen_at_the_end_of_a_line_is_shown_whole() -> None:
    assert shown("bus\u00ad\n  service, e\u0301\u200b") == "busservice, é"
