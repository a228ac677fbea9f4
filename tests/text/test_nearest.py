import pytest

from graph.text.nearest import did_you_mean, listed, nearest

IDS = ["lower-entry-barriers", "chip-scarcity", "single-winner-thesis", "cheaper-models"]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("lower-entry-barier", "lower-entry-barriers"),
        ("entry-barriers-lower", "lower-entry-barriers"),
        ("scarcity-chip", "chip-scarcity"),
        ("cheaper-model", "cheaper-models"),
    ],
)
def test_a_slip_of_letters_or_of_order_is_recognised(name: str, meant: str) -> None:
    assert nearest(name, IDS)[0] == meant


def test_nothing_is_suggested_where_nothing_is_alike() -> None:
    assert nearest("zzz", IDS) == ()
    assert did_you_mean("zzz", IDS) == ""
    assert did_you_mean("zzz", []) == ""


def test_three_are_suggested_at_most() -> None:
    assert did_you_mean("claim-0", [f"claim-{n}" for n in range(1, 9)]) == (
        "did you mean `claim-1`, `claim-2` or `claim-3`?"
    )


def test_a_list_in_prose() -> None:
    assert [listed("a"), listed("ab"), listed("abc", "or")] == ["a", "a and b", "a, b or c"]
