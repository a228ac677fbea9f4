"""How a claim is shown to stand: a word and a mark with two sides."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.base import KnowledgeBase
from graph.pages.views.mark import STEPS, Mark, Stand, length
from graph.pages.views.reader import Reader
from graph.semantics import MARGIN, Band, Sides, Standing
from graph.words.language import language

SHARES = st.floats(0.0, 1.0)


@pytest.mark.parametrize(
    ("share", "steps"),
    [(0.0, 0), (0.09, 0), (0.1, 1), (0.3, 2), (0.5, 3), (0.89, 4), (0.9, 5), (1.0, 5)],
)
def test_a_length_is_the_nearest_fifth_and_halves_go_up(share: float, steps: int) -> None:
    assert length(share) == steps


def test_what_puts_a_claim_on_a_side_has_a_length() -> None:
    assert length(MARGIN) == 1
    assert length(MARGIN - 1e-6) == 0


@given(st.lists(SHARES, min_size=2))
def test_more_is_never_shorter_and_nothing_is_longer_than_a_side(shares: list[float]) -> None:
    steps = [length(each) for each in sorted(shares)]
    assert all(one <= other for one, other in pairwise(steps))
    assert steps[0] >= 0
    assert steps[-1] <= STEPS


def test_rounding_errors_do_not_shorten_a_side() -> None:
    assert 1.0 - (1.0 - 0.1) < 0.1
    assert length(1.0 - (1.0 - 0.1)) == length(0.1) == 1


def test_what_is_open_comes_on_top_of_what_there_is_at_least() -> None:
    mark = Mark.of(Sides(Band(0.2, 0.8), Band(0.0, 0.5)))
    assert mark == Mark(carried=1, carried_open=3, taken=0, taken_open=3)


def test_a_mark_has_a_text_in_the_words_of_the_language() -> None:
    sides = Sides(Band(0.75, 0.75), Band(0.2, 0.6))
    english, dutch = (
        Stand.of(language(code), Standing.SUPPORTED, sides).figures for code in ("en", "nl")
    )
    assert english == "for 0.8, against 0.2–0.6"
    assert dutch == "voor 0,8, tegen 0,2–0,6"


def test_looks_are_the_word_and_the_mark_not_the_figures() -> None:
    english = language("en")

    def stand(standing: Standing, carried: float) -> Stand:
        return Stand.of(english, standing, Sides(Band(carried, carried), Band(0.0, 0.0)))

    assert stand(Standing.SUPPORTED, 0.8).looks_like(stand(Standing.SUPPORTED, 0.74))
    assert not stand(Standing.SUPPORTED, 0.8).looks_like(stand(Standing.SUPPORTED, 0.6))
    assert not stand(Standing.SUPPORTED, 0.5).looks_like(stand(Standing.GRANTED, 0.5))


def test_every_claim_has_the_mark_of_the_sides_of_its_scale(whole: KnowledgeBase) -> None:
    reader = Reader(whole, language("nl"))
    for claim, sides in whole.assessment.sides.items():
        view = reader.claim(claim)
        assert view.stand == Stand.of(language("nl"), whole.assessment.standings[claim], sides)
        assert dict(view.figures)["balance"] == language("nl").band(
            whole.assessment.balances[claim]
        )
