"""The figures that the method page gives in its prose are those of the program."""

from collections.abc import Callable

import pytest

from graph.pages.bundled import SITE
from graph.records.grades import Grades
from graph.semantics import MARGIN, Band, Framework, FrameworkLink, LinkKind, Standing, assess
from graph.semantics.balance import accrued
from graph.words.language import BUNDLED, language

Figure = Callable[[float], str]


def _page(code: str) -> str:
    name = "method.md" if code == BUNDLED[0] else f"method.{code}.md"
    return (SITE / name).read_text("utf-8")


@pytest.fixture(params=BUNDLED)
def code(request: pytest.FixtureRequest) -> str:
    found: str = request.param
    return found


def _opposed(first: float, second: float) -> tuple[dict[str, Band], dict[str, Standing]]:
    """Two claims with these grounds that contradict each other."""
    links = (
        FrameworkLink("a -> b", ("a",), "b", LinkKind.CONTRADICTION),
        FrameworkLink("b -> a", ("b",), "a", LinkKind.CONTRADICTION),
    )
    weighed = assess(Framework({"a": first, "b": second}, links))
    return dict(weighed.balances), dict(weighed.standings)


def _sentence(code: str, *figures: str) -> bool:
    """Whether one sentence of the page has all these figures, in this order."""
    for sentence in _page(code).replace(". ", ".\n").splitlines():
        places = [sentence.find(figure) for figure in figures]
        if -1 not in places and places == sorted(places):
            return True
    return False


def test_reasons_that_carry_together(code: str) -> None:
    number = language(code).number
    half = Grades().granted
    assert _sentence(code, number(half), number(accrued([half] * 2)), number(accrued([half] * 3)))


def test_independent_sources_that_carry_together(code: str) -> None:
    number = language(code).number
    grade = Grades().unspecified
    assert _sentence(code, number(grade), number(1 - grade), number(accrued([grade] * 2)))


def test_two_claims_that_contradict_each_other(code: str) -> None:
    number = language(code).number
    better, half = Grades().primary, Grades().granted
    balances, standings = _opposed(better, half)
    assert standings["b"] is Standing.OPPOSED
    assert number(balances["a"].midpoint) == number(better)
    assert _sentence(code, number(better), number(half), number(balances["b"].midpoint))


def test_two_equal_claims_that_contradict_each_other_leave_a_band(code: str) -> None:
    number = language(code).number
    half = Grades().granted
    balances, standings = _opposed(half, half)
    assert standings["a"] is Standing.DISPUTED
    low, high = (number(end) for end in balances["a"])
    assert (low, high) == (number(0.0), number(half))
    assert _sentence(code, number(half), "0", high)


def test_the_margin_is_that_of_standings(code: str) -> None:
    margin = f"{MARGIN:g}".replace(".", language(code).decimal)
    page = _page(code)
    assert page.count(f" {margin}") >= 5
    assert f"−{margin}" in page


def test_every_standing_is_explained_by_its_word(code: str) -> None:
    for standing in Standing:
        assert f"- **{language(code).t(f'standing.{standing.value}')}**" in _page(code)


def test_addresses_of_places_on_the_page_keep_working(code: str) -> None:
    for place in (
        "close",
        "robust",
        "quality",
        "grounds",
        "lines",
        "reject",
        "replies",
        "formulas",
    ):
        assert _page(code).count(f'id="{place}"') == 1
