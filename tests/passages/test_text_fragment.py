import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.passages import (
    TextDirective,
    build_directive,
    fragment_url,
    parse_directive,
    parse_fragment,
)

VECTORS: dict[str, Any] = json.loads(
    (Path(__file__).parent / "vectors" / "text-fragments.json").read_text("utf-8")
)
TERMS = st.text(st.characters(codec="utf-8"), min_size=1)
PAGE = "https://example.org/page"


@pytest.mark.parametrize("case", VECTORS["parse"], ids=lambda case: case["value"])
def test_parsing_reproduces_the_vectors(case: dict[str, Any]) -> None:
    expected = TextDirective(**case["result"]) if case["result"] else None
    assert parse_directive(case["value"]) == expected


@pytest.mark.parametrize("case", VECTORS["build"], ids=lambda case: case["start"])
def test_building_reproduces_the_vectors(case: dict[str, Any]) -> None:
    terms = {key: case[key] for key in ("start", "end", "prefix", "suffix")}
    assert build_directive(**terms) == case["directive"]
    assert parse_directive(case["directive"].removeprefix("text=")) == TextDirective(**terms)


@pytest.mark.parametrize("case", VECTORS["fragment"], ids=lambda case: case["fragment"])
def test_parsing_a_fragment_reproduces_the_vectors(case: dict[str, Any]) -> None:
    expected = [TextDirective(**result) for result in case["result"]]
    assert parse_fragment(case["fragment"]) == expected


@given(TERMS, st.none() | TERMS, st.none() | TERMS, st.none() | TERMS)
def test_every_directive_that_is_built_parses_back(
    start: str, end: str | None, prefix: str | None, suffix: str | None
) -> None:
    built = build_directive(start, end, prefix=prefix, suffix=suffix)
    expected = TextDirective(prefix, start, end, suffix)
    assert parse_directive(built.removeprefix("text=")) == expected
    assert parse_fragment(f"anchor:~:{built}&other&{built}") == [expected, expected]


@given(st.text(st.characters()) | st.text("ab-,&%2:~é\ud800"))
def test_no_directive_is_too_odd_to_parse(value: str) -> None:
    directive = parse_directive(value)
    assert directive is None or directive.start or "%" in value
    parse_fragment(value)


def test_an_empty_term_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one character"):
        build_directive("")
    with pytest.raises(ValueError, match="at least one character"):
        build_directive("start", "")


def test_a_passage_url_carries_first_and_last_words() -> None:
    assert fragment_url(PAGE, "one two", "the end") == f"{PAGE}#:~:text=one%20two,the%20end"
    assert fragment_url(PAGE, "one two") == f"{PAGE}#:~:text=one%20two"


def test_an_anchor_stays_and_an_earlier_directive_goes() -> None:
    assert fragment_url(f"{PAGE}#top", "x") == f"{PAGE}#top:~:text=x"
    assert fragment_url(f"{PAGE}#top:~:text=old", "x") == f"{PAGE}#top:~:text=x"


@pytest.mark.parametrize("end", ["one two three", "two three", "three", ""])
def test_an_end_within_the_start_is_left_out(end: str) -> None:
    assert fragment_url(PAGE, "one two three", end) == f"{PAGE}#:~:text=one%20two%20three"
