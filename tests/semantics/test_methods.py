"""The table of the methods of weighing."""

from typing import get_args

import pytest

from graph.semantics import METHODS, Method
from graph.semantics.methods import COMPARED, PRIMARY, semantics_of


def test_every_method_that_can_be_named_is_in_the_table() -> None:
    assert tuple(METHODS) == get_args(Method)


def test_one_method_is_primary_and_compared_with_all_others() -> None:
    assert (PRIMARY, *COMPARED) == tuple(METHODS)
    assert PRIMARY == "quadratic-energy"


def test_an_unknown_method_is_named_with_those_there_are() -> None:
    with pytest.raises(ValueError, match="unknown method 'dice': not one of quadratic-energy, df-"):
        semantics_of("dice")  # type: ignore[arg-type]
