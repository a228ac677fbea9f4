"""A large framework in columns: what an `Incidence` has, as arrays of numpy.

This module and `graph.semantics.wide` are imported only where a framework is large: loading numpy
takes longer than weighing a small one.
"""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, compress, repeat
from operator import attrgetter, eq

import numpy as np
from numpy.typing import NDArray

from graph.semantics.link import FrameworkLink, LinkKind

Numbers = NDArray[np.intp]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Rows:
    """Nodes in rows, one row for each node: row n is `nodes[starts[n] : starts[n + 1]]`."""

    starts: Numbers
    nodes: Numbers

    @classmethod
    def of(cls, rows: Numbers, nodes: Numbers, size: int) -> "Rows":
        """Pairs of a row and a node in it, in order of both."""
        keys = rows * size + nodes
        keys.sort()
        starts = np.zeros(size + 1, np.intp)
        np.cumsum(np.bincount(keys // size, minlength=size), out=starts[1:])
        return cls(starts, keys % size)

    def of_nodes(self, rows: Numbers) -> Numbers:
        """Everything in these rows."""
        starts = self.starts[rows]
        lengths = self.starts[rows + 1] - starts
        ends = np.cumsum(lengths)
        places = np.arange(ends[-1] if len(ends) else 0)
        found: Numbers = self.nodes[places + np.repeat(starts - ends + lengths, lengths)]
        return found

    def row(self, node: int) -> list[int]:
        """One row."""
        found: list[int] = self.nodes[self.starts[node] : self.starts[node + 1]].tolist()
        return found


@dataclass(frozen=True)
class Columns:
    """Claims and links as numbered nodes, in the order of `Incidence`.

    `helping` are the supports of a claim and the premises of a link, also those of a condition,
    which `conditions` marks; `hindering` and `dependents` are as there.
    """

    claims: tuple[str, ...]
    links: tuple[str, ...]
    weights: Floats
    helping: Rows
    hindering: Rows
    dependents: Rows
    conditions: Flags

    def with_grounds(self, ground: Callable[[float], float]) -> "Columns":
        """The same with every ground as `ground` makes it."""
        first, weights = len(self.claims), self.weights.copy()
        weights[:first] = list(map(ground, weights[:first].tolist()))
        return replace(self, weights=weights)

    @property
    def size(self) -> int:
        """How many nodes there are."""
        return len(self.weights)


def columns_of(grounds: Mapping[str, float], links: Sequence[FrameworkLink]) -> Columns:
    """Number the claims and links of a framework.

    Raises KeyError where a premise or target does not exist, or a link is there twice.
    """
    claims = tuple(sorted(grounds))
    ordered = sorted(links, key=attrgetter("id"))
    names = tuple(map(attrgetter("id"), ordered))
    for name in compress(names, map(eq, names, names[1:])):
        raise KeyError(name)
    first, size = len(claims), len(claims) + len(ordered)
    number = dict(zip(claims, range(first), strict=True))
    nodes = np.arange(first, size)
    weights = np.empty(size)
    weights[:first] = np.fromiter(map(grounds.__getitem__, claims), np.float64, first)
    weights[first:] = np.fromiter(map(attrgetter("relevance"), ordered), np.float64, len(ordered))
    # Members of an enumeration are told apart by what they are: looking at names takes longer.
    kinds = np.fromiter(map(id, map(attrgetter("kind"), ordered)), np.int64, len(ordered))
    premises = [link.premises for link in ordered]
    several = np.fromiter(map(len, premises), np.intp, len(ordered))
    given = map(number.__getitem__, chain.from_iterable(premises))
    pairs = np.repeat(nodes, several) * size + np.fromiter(given, np.intp, int(several.sum()))
    if len(pairs) > len(ordered):
        pairs.sort()
        pairs = pairs[np.concatenate(([True], pairs[1:] != pairs[:-1]))]
    users, used = pairs // size, pairs % size
    undercuts = kinds == id(LinkKind.UNDERCUT)
    targets = _targets(ordered, names, number, undercuts)
    supports = kinds == id(LinkKind.SUPPORT)
    conditions = np.zeros(size, np.bool_)
    conditions[first:] = kinds == id(LinkKind.CONDITION)
    return Columns(
        claims,
        names,
        weights,
        Rows.of(
            np.concatenate((targets[supports], users)),
            np.concatenate((nodes[supports], used)),
            size,
        ),
        Rows.of(targets[~supports], nodes[~supports], size),
        Rows.of(np.concatenate((used, nodes)), np.concatenate((users, targets)), size),
        conditions,
    )


def _targets(
    links: Sequence[FrameworkLink],
    names: Sequence[str],
    claims: Mapping[str, int],
    undercuts: Flags,
) -> Numbers:
    """The node at which each link ends."""
    named = map(attrgetter("target"), links)
    found = np.fromiter(map(claims.get, named, repeat(-1)), np.intp, len(links))
    for place in np.flatnonzero(undercuts).tolist():
        target = links[place].target
        number = bisect_left(names, target)
        if number == len(names) or names[number] != target:
            raise KeyError(target)
        found[place] = len(claims) + number
    for place in np.flatnonzero(found < 0).tolist():
        raise KeyError(links[place].target)
    return found
