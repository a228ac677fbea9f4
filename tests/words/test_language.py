"""The interface in each language."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from graph.argument.phrases import in_figures
from graph.semantics import Band
from graph.words.language import BUNDLED, language


def names(texts: Mapping[str, Any], prefix: str = "") -> set[str]:
    found = set()
    for key, value in texts.items():
        found |= names(value, f"{prefix}{key}.") if isinstance(value, dict) else {prefix + key}
    return found


def test_every_language_says_the_same_things() -> None:
    first, *others = (names(language(code).texts) for code in BUNDLED)
    assert all(each == first for each in others)


def test_every_language_fills_in_the_same_names() -> None:
    def holes(code: str, name: str) -> set[str]:
        return set(re.findall(r"{\w+}", language(code).t(name)))

    for name in names(language("en").texts):
        assert holes("en", name) == holes("nl", name), name


def test_a_text_filled_in_with_markup_is_markup_in_which_all_else_is_text() -> None:
    english = language("en")
    said = replace(english, texts={"made": "a < {one} & {two}"})
    assert said.t("made", one=1, two="<i>") == "a < 1 & <i>"
    filled = said.t("made", one=Markup("<b>1</b>"), two="<i>")
    assert filled == Markup("a &lt; <b>1</b> &amp; &lt;i&gt;")
    assert isinstance(filled, Markup)


@pytest.mark.parametrize(
    ("code", "n", "text"),
    [("en", 1, "1 reason"), ("en", 0, "0 reasons"), ("nl", 1, "1 reden"), ("nl", 2, "2 redenen")],
)
def test_numbers_take_the_right_form(code: str, n: int, text: str) -> None:
    assert language(code).n("count.reasons", n) == text


def test_a_strength_has_two_decimals_and_an_open_band_both_ends() -> None:
    assert language("en").band(Band(0.5, 0.5)) == "0.50"
    assert language("nl").band(Band(0.412, 0.6)) == "0,41–0,60"


@given(st.integers(-200, 200), st.floats(0, 1e-12), st.floats(0, 1e-12))
def test_bounds_that_rounding_alone_parts_are_one_figure(
    halves: int, below: float, above: float
) -> None:
    edge = halves / 200
    exact = language("en").number(edge, 1)
    assert language("en").number(edge - below, 1) == language("en").number(edge + above, 1) == exact
    band = Band(edge - below, edge + above)
    for decimals in (1, 2):
        assert "–" not in language("en").band(band, decimals)
    assert " to " not in in_figures(band)
    wider = Band(edge - 0.1, edge + 0.1)
    assert "–" in language("en").band(wider)
    assert " to " in in_figures(wider)


@pytest.mark.parametrize(
    ("code", "texts"),
    [
        ("en", ("2025", "January 2025", "31 January 2025")),
        ("nl", ("2025", "januari 2025", "31 januari 2025")),
        ("de", ("2025", "Januar 2025", "31. Januar 2025")),
    ],
)
def test_a_date_is_as_precise_as_it_is_recorded(code: str, texts: tuple[str, ...]) -> None:
    dates = ("2025", "2025-01", "2025-01-31")
    assert tuple(map(language(code).date, dates)) == texts


@pytest.mark.parametrize("date", ["2025-02-30", "2025-02-29", "0000-05", "2025-13", "soon"])
def test_a_date_that_no_calendar_has_stays_as_it_is(date: str) -> None:
    assert language("en").date(date) == date


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("li", "Limburgs"),
        ("grc", "Oudgrieks"),
        ("nl-BE", "Nederlands (België)"),
        ("und", "onbekende taal"),
        ("dk", "dk"),
        ("gos", "gos"),
        ("en-XX9", "Engels (en-XX9)"),
    ],
)
def test_a_language_goes_by_its_name_or_by_its_code(code: str, name: str) -> None:
    assert language("nl").language_name(code) == name


@given(
    st.from_regex(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}", fullmatch=True)
    | st.sampled_from(sorted(language("en").locale.languages))
    | st.text()
)
def test_every_code_of_a_language_has_something_to_call_it(code: str) -> None:
    assert language("en").language_name(code) or not code


def test_a_language_names_the_others() -> None:
    assert language("nl").language_name("en") == "Engels"


@pytest.mark.parametrize(
    ("value", "text"), [(0.5, "0,50"), (-0.256, "−0,26"), (-0.001, "0,00"), (1.0, "1,00")]
)
def test_a_balance_has_a_minus_where_it_is_below_0(value: float, text: str) -> None:
    assert language("nl").number(value) == text
