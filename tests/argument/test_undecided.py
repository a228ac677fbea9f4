"""What keeps a claim open is said to be a contradiction only where there is one."""

from graph.argument.undecided import undecided
from graph.semantics import is_open
from tests.argument.test_lines import argument


def test_two_that_contradict_each_other_keep_what_rests_on_them_open() -> None:
    kb = argument({"t": 0.0, "a": 0.9, "b": 0.9}, "r: a + t", "x: a - b", "y: b - a")
    assert is_open(kb.assessment.balances["t"])
    assert undecided(kb, "t").pattern == "explain.open.between"
    assert undecided(kb, "a").pattern == "explain.open.pair"


def test_three_that_contradict_each_other_in_turn_do_too() -> None:
    kb = argument(
        {"t": 0.0, "a": 0.9, "b": 0.9, "c": 0.9}, "r: a + t", "x: a - b", "y: b - c", "z: c - a"
    )
    assert is_open(kb.assessment.balances["t"])
    assert undecided(kb, "t").pattern == "explain.open.further"


def test_a_circle_that_a_condition_keeps_open_has_nobody_contradict_anybody() -> None:
    kb = argument({"t": 0.0, "a": 0.5, "p": 0.5}, "r: a + t", "s: t ? a", "x: p - t")
    assert is_open(kb.assessment.balances["a"])
    for claim in ("t", "a"):
        assert undecided(kb, claim).pattern == "explain.open.circle"
