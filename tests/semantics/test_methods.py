"""The tables of the methods of weighing."""

from typing import get_args

import pytest

from graph.semantics import ACCOUNTINGS, METHODS, Accounting, Method
from graph.semantics.methods import balance_of, semantics_of


def test_every_method_that_can_be_named_is_in_a_table() -> None:
    assert tuple(METHODS) == get_args(Method)
    assert tuple(ACCOUNTINGS) == get_args(Accounting)


def test_an_unknown_method_is_named_with_those_there_are() -> None:
    with pytest.raises(ValueError, match="unknown method 'dice': not one of quadratic-energy, df-"):
        semantics_of("dice")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="unknown method 'dice': not one of accrual, strongest"):
        balance_of("dice")  # type: ignore[arg-type]
