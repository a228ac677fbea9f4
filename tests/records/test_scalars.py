from typing import Annotated, Any

import pytest
from pydantic import TypeAdapter, ValidationError

from graph.records import scalars


def _reads(kind: Any, value: Any) -> Any:
    return TypeAdapter(Annotated[kind, None]).validate_python(value)


def _refuses(kind: Any, value: Any) -> None:
    with pytest.raises(ValidationError):
        _reads(kind, value)


@pytest.mark.parametrize(("text", "flag"), [("true", True), ("False", False), (True, True)])
def test_a_flag_is_true_or_false(text: Any, flag: bool) -> None:
    assert _reads(scalars.Flag, text) is flag


@pytest.mark.parametrize("text", ["yes", "no", "on", "off", "1", 1, "", None])
def test_a_flag_is_nothing_else(text: Any) -> None:
    _refuses(scalars.Flag, text)


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("12", 12), ("007", 7), (3, 3)])
def test_a_count_is_digits(text: Any, number: int) -> None:
    assert _reads(scalars.Count, text) == number


@pytest.mark.parametrize("text", ["-1", "1.0", "1_000", "0x1F", "²", "٣", "1" * 10, -1, True])
def test_a_count_is_nothing_but_digits(text: Any) -> None:
    _refuses(scalars.Count, text)


@pytest.mark.parametrize(
    ("text", "number"), [("0.5", 0.5), (".5", 0.5), ("1.", 1.0), ("1e-1", 0.1), (1, 1.0)]
)
def test_a_number_is_decimal(text: Any, number: float) -> None:
    assert _reads(scalars.UnitInterval, text) == number


@pytest.mark.parametrize("text", ["1.1", "-0.1", ".inf", "nan", "1,5", "½", "1e999", "", True])
def test_a_base_score_lies_between_zero_and_one(text: Any) -> None:
    _refuses(scalars.UnitInterval, text)


def test_a_relevance_is_above_zero() -> None:
    _refuses(scalars.Relevance, "0")
    assert _reads(scalars.Relevance, "1") == 1.0


@pytest.mark.parametrize("text", ["a", "lower-entry-barriers", "g7", "2025-01", "no"])
def test_an_id_is_lower_case_words_joined_by_hyphens(text: str) -> None:
    assert _reads(scalars.RecordId, text) == text
    assert scalars.is_well_formed_id(text)


@pytest.mark.parametrize("text", ["", "A", "a--b", "-a", "a-", "a_b", "a b", "é", "a\n", "a/b"])
def test_an_id_is_nothing_else(text: str) -> None:
    _refuses(scalars.RecordId, text)
    assert not scalars.is_well_formed_id(text)


def test_a_line_is_folded_and_never_empty() -> None:
    assert _reads(scalars.Line, "  one\n  two\r\nthree\t") == "one two three"
    _refuses(scalars.Line, " \n ")


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u3000"])
def test_a_line_keeps_its_spaces_but_is_not_made_of_them(space: str) -> None:
    text = f"{space}100{space}%{space}?{space}"
    assert _reads(scalars.Line, f" {text}\n") == text
    for kind in (scalars.Line, scalars.Topic, scalars.Keyword, scalars.StepName):
        with pytest.raises(ValidationError, match="expected some text"):
            _reads(kind, f" {space}\n{space}")


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u3000"])
@pytest.mark.parametrize("kind", [scalars.Topic, scalars.Keyword, scalars.StepName])
def test_names_that_differ_in_the_kind_of_space_are_the_same(kind: Any, space: str) -> None:
    assert _reads(kind, f"two{space}{space}words{space}") == "two words"


@pytest.mark.parametrize("text", ["2025", "2025-12", "2025-12-31"])
def test_a_date_has_one_of_three_precisions(text: str) -> None:
    assert _reads(scalars.Date, text) == text


@pytest.mark.parametrize("text", ["25", "2025-13", "2025-00", "2025-1-1", "2025-01-32", "2025-01-"])
def test_a_date_is_nothing_else(text: str) -> None:
    _refuses(scalars.Date, text)


@pytest.mark.parametrize("text", ["2026-11-29", "2024-02-29", "2000-02-29", "0001-01-01"])
def test_a_day_is_a_date_of_full_precision(text: str) -> None:
    assert _reads(scalars.Day, text) == text


@pytest.mark.parametrize(
    "text",
    ["2026", "2026-11", "2026-02-29", "1900-02-29", "0000-01-01", "2026-11-29 ", "2026-1-2", ""],
)
def test_a_day_is_nothing_else(text: str) -> None:
    _refuses(scalars.Day, text)


@pytest.mark.parametrize("text", ["en", "nl", "no", "zh-Hant", "und"])
def test_a_language_is_a_tag(text: str) -> None:
    assert _reads(scalars.Language, text) == text


@pytest.mark.parametrize("text", ["EN", "e", "dutch", "en_GB", "en-"])
def test_a_language_is_nothing_else(text: str) -> None:
    _refuses(scalars.Language, text)


@pytest.mark.parametrize(
    "text",
    ["javascript:alert(1)", "ftp://x.org", "https://", "https:///a", "https://?a", "https://a b"],
)
def test_an_address_is_of_the_web(text: str) -> None:
    _refuses(scalars.Url, text)


@pytest.mark.parametrize("text", ["sha256:" + "0" * 63, "sha256:" + "G" * 64, "md5:" + "0" * 64])
def test_a_fingerprint_is_sha256(text: str) -> None:
    _refuses(scalars.Fingerprint, text)
