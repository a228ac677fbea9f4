"""Weighing a framework: the balance of every claim and the force of every link, as bands."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

from graph.semantics.band import Band
from graph.semantics.framework import Framework
from graph.semantics.incidence import Incidence
from graph.semantics.methods import Accounting, balance_of
from graph.semantics.solving import solve

if TYPE_CHECKING:
    from graph.semantics.columns import Columns


@dataclass(frozen=True)
class Weighing:
    """A framework weighed: balances of claims in [-1, 1] and forces of links in [0, 1], by id.

    `claims` and `links` are those of the numbered graph, and `lower` and `upper` the bounds of
    its nodes: of the claims, then of the links.
    """

    accounting: Accounting
    claims: tuple[str, ...]
    links: tuple[str, ...]
    lower: Sequence[float]
    upper: Sequence[float]

    @cached_property
    def bands(self) -> tuple[Band, ...]:
        """The bands of all nodes."""
        return tuple(_bands(self.lower, self.upper))

    @cached_property
    def balances(self) -> Mapping[str, Band]:
        """What carries each claim less what is taken from it, in [-1, 1]."""
        return dict(zip(self.claims, _bands(self.lower, self.upper), strict=False))

    @cached_property
    def forces(self) -> Mapping[str, Band]:
        """The forces of links, in [0, 1]."""
        first = len(self.claims)
        return dict(zip(self.links, _bands(self.lower[first:], self.upper[first:]), strict=True))


def _bands(lower: Sequence[float], upper: Sequence[float]) -> Iterable[Band]:
    # What Band(*pair) comes to, for as many as there may be.
    make: partial[Band] = partial(tuple.__new__, Band)
    return map(make, zip(lower, upper, strict=True))


def weigh(
    framework: Framework,
    accounting: Accounting = "accrual",
    rejected: Iterable[str] = (),
    accepted: Iterable[str] = (),
) -> Weighing:
    """Weigh a framework in which the balance of rejected claims is -1, that of accepted ones 1.

    Raises ValueError for an unknown method and for a claim both rejected and accepted, and
    KeyError for an unknown claim among them.
    """
    decided = tuple(rejected), tuple(accepted)
    if framework.is_large and not any(decided):
        return _weigh_columns(framework.columns, accounting)
    return weigh_graph(framework.incidence, accounting, *decided)


def weigh_with(
    framework: Framework, ground: Callable[[float], float], accounting: Accounting = "accrual"
) -> Weighing:
    """Weigh a framework in which every ground is what `ground` makes of it."""
    if framework.is_large:
        return _weigh_columns(framework.columns.with_grounds(ground), accounting)
    graph = framework.incidence
    return weigh_graph(graph.with_grounds(tuple(map(ground, graph.grounds))), accounting)


def _weigh_columns(columns: "Columns", accounting: Accounting) -> Weighing:
    from graph.semantics.wide import solve_wide

    lower, upper = solve_wide(columns, balance_of(accounting))
    return Weighing(accounting, columns.claims, columns.links, lower, upper)


def weigh_graph(
    graph: Incidence,
    accounting: Accounting = "accrual",
    rejected: Iterable[str] = (),
    accepted: Iterable[str] = (),
) -> Weighing:
    """The same for a framework as a numbered graph."""
    lower, upper = solve(graph, balance_of(accounting), rejected, accepted)
    return Weighing(accounting, graph.claims, graph.links, lower, upper)


def balances(
    framework: Framework,
    rejected: Iterable[str] = (),
    accepted: Iterable[str] = (),
    method: Accounting = "accrual",
) -> Mapping[str, Band]:
    """The balance of every claim: what carries it less what is taken from it, in [-1, 1].

    By `accrual` several reasons carry more than one; by `strongest` only the strongest reason
    and the strongest objection count. Outside cycles a band is one value. On a cycle it encloses
    every solution; where the bounds meet, there is only one. The formulas are in
    `graph.semantics.balance`.

    Raises ValueError for an unknown method and for a claim both rejected and accepted, and
    KeyError for an unknown claim among them.
    """
    return weigh(framework, method, rejected, accepted).balances
