"""Keywords: their languages, how many there may be and how long one is."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from graph.records import KeywordLists, limits
from graph.records.keywords import Keywords

_KEYWORDS: TypeAdapter[KeywordLists] = TypeAdapter(Keywords)


def test_all_keywords_are_given_once_whatever_their_language_and_case() -> None:
    keywords = _KEYWORDS.validate_python({"en": ["chips", "  AI   act "], "nl": ["Chips", "wet"]})
    assert list(keywords) == ["chips", "AI act", "wet"]


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("chips", "expected_lists"),
        (["chips"], "expected_lists"),
        ({}, "expected_language"),
        ({"en": []}, "too_short"),
        ({"en": "chips"}, "tuple_type"),
        ({"en": [" "]}, "expected_text"),
        ({"English": ["chips"]}, "malformed_language"),
        ({"en": ["a" * (limits.KEYWORD + 1)]}, "too_many_characters"),
        ({"en": [f"word {each}" for each in range(limits.KEYWORDS + 1)]}, "too_many_keywords"),
    ],
)
def test_what_are_no_keywords_is_refused_for_what_it_is(value: Any, kind: str) -> None:
    with pytest.raises(ValidationError) as refused:
        _KEYWORDS.validate_python(value)
    assert [each["type"] for each in refused.value.errors()] == [kind]


def test_as_many_keywords_as_there_may_be_are_taken() -> None:
    words = [f"{each:02}".ljust(limits.KEYWORD, "x") for each in range(limits.KEYWORDS)]
    assert list(_KEYWORDS.validate_python({"en": words})) == words
