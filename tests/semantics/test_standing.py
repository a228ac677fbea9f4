import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.semantics import (
    MARGIN,
    Band,
    Framework,
    FrameworkLink,
    GroundKind,
    LinkKind,
    Side,
    Standing,
    assess,
    is_open,
    side,
    standing,
)

DOCUMENTED, GRANTED, CONCLUDED = GroundKind


@pytest.mark.parametrize(
    ("band", "expected"),
    [
        (Band(0.12, 0.20), Side.FOR),
        (Band(-0.20, -0.12), Side.AGAINST),
        (Band(0.00, 0.00), Side.NEITHER),
        (Band(0.08, 0.80), Side.NEITHER),
        (Band(-0.80, -0.08), Side.NEITHER),
        (Band(-1.00, 1.00), Side.NEITHER),
    ],
)
def test_the_whole_band_must_clear_the_margin(band: Band, expected: Side) -> None:
    assert side(band) is expected


@pytest.mark.parametrize("edge", [MARGIN, -MARGIN])
def test_exactly_at_the_margin_is_on_neither_side_and_not_open(edge: float) -> None:
    assert side(Band(edge, edge)) is Side.NEITHER
    assert not is_open(Band(edge, edge))


@pytest.mark.parametrize(
    ("band", "expected"),
    [
        (Band(0.05, 0.30), True),
        (Band(-0.30, -0.05), True),
        (Band(-0.30, 0.30), True),
        (Band(-0.09, 0.09), False),
        (Band(0.11, 0.90), False),
        (Band(-0.90, -0.11), False),
    ],
)
def test_a_band_over_a_margin_is_open(band: Band, expected: bool) -> None:
    assert is_open(band) is expected


@pytest.mark.parametrize(
    ("ground", "support", "expected"),
    [
        (CONCLUDED, 0.4, Standing.SUPPORTED),
        (GRANTED, 0.4, Standing.SUPPORTED),
        (DOCUMENTED, 0.4, Standing.SUPPORTED),
        (DOCUMENTED, 0.0, Standing.DOCUMENTED),
        (GRANTED, 0.0, Standing.GRANTED),
        (CONCLUDED, 0.0, Standing.GRANTED),
    ],
)
def test_what_is_carried_is_named_after_what_carries_it(
    ground: GroundKind, support: float, expected: Standing
) -> None:
    assert standing(Band(0.4, 0.4), ground, support, 0.0) is expected


@pytest.mark.parametrize("ground", GroundKind)
def test_what_is_outweighed_is_opposed_whatever_its_ground(ground: GroundKind) -> None:
    assert standing(Band(-0.4, -0.4), ground, 0.3, 0.7) is Standing.OPPOSED


@pytest.mark.parametrize(
    ("band", "objection", "expected"),
    [
        (Band(0.0, 0.0), 0.0, Standing.BARE),
        (Band(0.05, 0.05), MARGIN, Standing.BARE),
        (Band(0.05, 0.05), 0.11, Standing.DISPUTED),
        (Band(-0.05, 0.05), 0.5, Standing.DISPUTED),
        (Band(0.05, 0.5), 0.0, Standing.DISPUTED),
    ],
)
def test_between_the_margins_it_takes_an_objection_with_force_to_be_disputed(
    band: Band, objection: float, expected: Standing
) -> None:
    assert standing(band, CONCLUDED, 0.0, objection) is expected


def test_words_are_as_published() -> None:
    assert [*Standing] == ["supported", "documented", "granted", "opposed", "disputed", "bare"]
    assert [*Side] == ["for", "against", "neither"]
    assert [*GroundKind] == ["documented", "granted", "concluded"]


@pytest.mark.parametrize("ground", [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9])
@pytest.mark.parametrize("against", [-0.1, 0.1])
def test_figures_that_come_to_a_tenth_come_to_one_standing(ground: float, against: float) -> None:
    grounds = {"t": ground, "a": round(ground + against, 1)}
    links = (FrameworkLink("l", ("a",), "t", LinkKind.CONTRADICTION),)
    assert assess(Framework(grounds, links), {}).standings["t"] is Standing.DISPUTED


@given(st.permutations("abcdef"))
def test_a_standing_does_not_hang_on_what_claims_are_called(names: list[str]) -> None:
    figures = (0.7, 0.1, 0.6, 0.8, 0.6, 0.9)
    grounds = {"t": 0.0} | dict(zip(names, figures, strict=True))
    kinds = [LinkKind.SUPPORT] * 3 + [LinkKind.CONTRADICTION] * 3
    links = tuple(
        FrameworkLink(f"l-{name}", (name,), "t", kind)
        for name, kind in zip(names, kinds, strict=True)
    )
    assert assess(Framework(grounds, links), {}).standings["t"] is Standing.DISPUTED
