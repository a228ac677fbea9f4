"""The methods of weighing, in one table each: those of this program, and those as published."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

from graph.semantics.balance import ACCRUAL, STRONGEST, Balance
from graph.semantics.df_quad import DFQuAD
from graph.semantics.gradual import GradualSemantics
from graph.semantics.quadratic_energy import QuadraticEnergy

Accounting = Literal["accrual", "strongest"]
"""How several reasons for a claim, or objections to it, count together."""

ACCOUNTINGS: Final[Mapping[Accounting, Balance]] = MappingProxyType(
    {"accrual": ACCRUAL, "strongest": STRONGEST}
)
"""The ways of weighing balances: the first is what standings go by."""

Method = Literal["quadratic-energy", "df-quad"]
"""A bare method, as it was published."""


class Published(NamedTuple):
    """A method as it was published: its name there, the same in every language, and what it
    computes."""

    name: str
    semantics: GradualSemantics


METHODS: Final[Mapping[Method, Published]] = MappingProxyType(
    {
        "quadratic-energy": Published("Quadratic Energy", QuadraticEnergy()),
        "df-quad": Published("DF-QuAD", DFQuAD()),
    }
)


def balance_of(accounting: Accounting) -> Balance:
    """The balances of this name. Raises ValueError for another name."""
    try:
        return ACCOUNTINGS[accounting]
    except KeyError:
        raise ValueError(
            f"unknown method {accounting!r}: not one of {', '.join(ACCOUNTINGS)}"
        ) from None


def semantics_of(method: Method) -> GradualSemantics:
    """The semantics of this name. Raises ValueError for another name."""
    try:
        return METHODS[method].semantics
    except KeyError:
        raise ValueError(f"unknown method {method!r}: not one of {', '.join(METHODS)}") from None
