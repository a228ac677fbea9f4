import pytest

from graph.semantics import MARGIN, Band, Standing, robust, standing


@pytest.mark.parametrize(
    ("band", "expected"),
    [
        (Band(0.56, 0.60), Standing.SUPPORTED),
        (Band(0.40, 0.44), Standing.OPPOSED),
        (Band(0.50, 0.50), Standing.UNDECIDED),
        (Band(0.54, 0.90), Standing.UNDECIDED),
        (Band(0.10, 0.46), Standing.UNDECIDED),
        (Band(0.00, 1.00), Standing.UNDECIDED),
    ],
)
def test_the_whole_band_must_clear_the_margin(band: Band, expected: Standing) -> None:
    assert standing(band, 0.5, argued=True) is expected


def test_exactly_at_the_margin_is_undecided() -> None:
    edge = 0.5 + MARGIN
    assert standing(Band(edge, edge), 0.5, argued=True) is Standing.UNDECIDED


def test_without_argument_the_strength_does_not_count() -> None:
    assert standing(Band(0.9, 0.9), 0.5, argued=False) is Standing.UNARGUED


def test_robust_is_the_same_standing_not_the_same_strength() -> None:
    assert robust(Band(0.6, 0.6), Band(0.9, 0.9), 0.5, argued=True)
    assert not robust(Band(0.54, 0.54), Band(0.56, 0.56), 0.5, argued=True)
    assert robust(Band(0.54, 0.54), Band(0.56, 0.56), 0.5, argued=False)


def test_words_are_as_published() -> None:
    assert [*Standing] == ["supported", "opposed", "undecided", "unargued"]
