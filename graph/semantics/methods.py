"""The methods of weighing, in one table: the first is what standings go by, the others are
what it is compared with."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

from graph.semantics.df_quad import DFQuAD
from graph.semantics.gradual import GradualSemantics
from graph.semantics.quadratic_energy import QuadraticEnergy

Method = Literal["quadratic-energy", "df-quad"]


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
PRIMARY: Final[Method] = next(iter(METHODS))
COMPARED: Final[tuple[Method, ...]] = tuple(each for each in METHODS if each != PRIMARY)


def semantics_of(method: Method) -> GradualSemantics:
    """The semantics of this name. Raises ValueError for another name."""
    try:
        return METHODS[method].semantics
    except KeyError:
        raise ValueError(f"unknown method {method!r}: not one of {', '.join(METHODS)}") from None
