"""Weighing a framework: the balance of every claim and the force of every link, as bands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.semantics.band import Band
from graph.semantics.bounds import Bounds
from graph.semantics.framework import Framework
from graph.semantics.incidence import Incidence
from graph.semantics.methods import Accounting, balance_of
from graph.semantics.solving import solve


@dataclass(frozen=True)
class Weighing:
    """A framework weighed: balances of claims in [-1, 1] and forces of links in [0, 1], by id."""

    accounting: Accounting
    balances: Mapping[str, Band]
    forces: Mapping[str, Band]

    def band(self, graph: Incidence, node: int) -> Band:
        """The band of a node of the framework that was weighed."""
        first_link = len(graph.claims)
        if node < first_link:
            return self.balances[graph.claims[node]]
        return self.forces[graph.links[node - first_link]]


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
    graph = framework.incidence
    bounds: Bounds = solve(graph, balance_of(accounting), rejected, accepted)
    first_link = len(graph.claims)
    return Weighing(
        accounting,
        {claim: bounds.band(node) for node, claim in enumerate(graph.claims)},
        {link: bounds.band(node) for node, link in enumerate(graph.links, first_link)},
    )


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
