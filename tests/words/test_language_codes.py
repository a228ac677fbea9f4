"""Codes of languages, and those that are meant by what is none."""

import pytest
from babel import Locale

from graph.words.language_codes import is_language, language_meant, language_unfit


@pytest.mark.parametrize(
    "code", ["en", "nl-BE", "li", "gos", "vls", "grc", "mul", "und", "zxx", "sr-Latn", "qaa"]
)
def test_languages_with_and_without_names_are_known(code: str) -> None:
    assert is_language(code)
    assert language_unfit(code) == ""


def test_all_that_cldr_names_are_known() -> None:
    assert [each for each in Locale("en").languages if not is_language(str(each))] == []


@pytest.mark.parametrize(
    ("written", "meant"),
    [("dk", "da"), ("jp", "ja"), ("nld", "nl"), ("Dutch", "nl"), ("EN", "en"), ("en_GB", "en-GB")],
)
def test_what_is_none_is_told_the_one_that_is_meant(written: str, meant: str) -> None:
    assert language_meant(written) == meant
    assert language_unfit(written).endswith(f"did you mean {meant}?")


@pytest.mark.parametrize("written", ["", "xx", "zzz", "nonsense", "12", "-", "nl-"])
def test_what_means_nothing_is_said_to_be_none(written: str) -> None:
    assert language_meant(written) is None
    assert language_unfit(written)
