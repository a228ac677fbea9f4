"""A framework as a numbered graph: what each claim and link depends on, and in which order."""

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from graph.semantics.link import FrameworkLink, LinkKind


@dataclass(frozen=True)
class Incidence:
    """Claims and links as numbered nodes, with their inputs and dependents.

    Claims come first, then links, each sorted by id, so that numbers do not depend on the order
    in which a framework was written down. `helping[node]` raise a node: the supports of a claim,
    the premises of a link. `hindering[node]` lower it: the contradictions and conditions of a
    claim, the undercuts of a link. `opposing[node]` are the premises of a condition, whose force
    rises as they fall. `weights` holds grounds and relevances. `dependents[node]` are the nodes
    that have it among their inputs.
    """

    claims: tuple[str, ...]
    links: tuple[str, ...]
    weights: tuple[float, ...]
    helping: tuple[tuple[int, ...], ...]
    hindering: tuple[tuple[int, ...], ...]
    opposing: Mapping[int, tuple[int, ...]]
    dependents: tuple[tuple[int, ...], ...]

    @property
    def grounds(self) -> tuple[float, ...]:
        """What each claim has of itself."""
        return self.weights[: len(self.claims)]

    def with_grounds(self, grounds: Sequence[float]) -> "Incidence":
        """The same graph with other grounds; what does not depend on these is not worked out
        again."""
        made = copy(self)
        weights = (*grounds, *self.weights[len(self.claims) :])
        object.__setattr__(made, "weights", weights)
        return made

    @cached_property
    def claim_numbers(self) -> Mapping[str, int]:
        """The node of each claim id."""
        return {claim: number for number, claim in enumerate(self.claims)}

    @cached_property
    def link_numbers(self) -> Mapping[str, int]:
        """The node of each link id."""
        return {link: number for number, link in enumerate(self.links, len(self.claims))}

    @cached_property
    def inputs(self) -> tuple[tuple[int, ...], ...]:
        """Everything that each node is computed from."""
        found = [h + k for h, k in zip(self.helping, self.hindering, strict=True)]
        for node, premises in self.opposing.items():
            found[node] += premises
        return tuple(found)

    @cached_property
    def components(self) -> tuple[tuple[int, ...], ...]:
        """Strongly connected components, each after those it depends on."""
        return strongly_connected_components(self.inputs)

    @cached_property
    def component_of(self) -> tuple[int, ...]:
        """The place in `components` of the component of each node."""
        places = [0] * len(self.weights)
        for place, component in enumerate(self.components):
            for node in component:
                places[node] = place
        return tuple(places)

    @cached_property
    def cyclic(self) -> frozenset[int]:
        """The nodes that a cycle goes through."""
        return frozenset(
            node
            for component in self.components
            for node in component
            if len(component) > 1 or node in self.inputs[node]
        )

    def nodes_of(self, claims: Iterable[str]) -> frozenset[int]:
        """The nodes of these claims. Raises KeyError for a claim that does not exist."""
        return frozenset(self.claim_numbers[claim] for claim in claims)

    def argued(self, node: int) -> bool:
        """Whether any support, contradiction or condition points at this claim."""
        return bool(self.helping[node] or self.hindering[node])

    def upstream(self, node: int) -> frozenset[int]:
        """The nodes that this one depends on, through any number of links, and itself."""
        found = {node}
        waiting = [node]
        while waiting:
            new = set(self.inputs[waiting.pop()]) - found
            found |= new
            waiting.extend(new)
        return frozenset(found)


def incidence_of(grounds: Mapping[str, float], links: Iterable[FrameworkLink]) -> Incidence:
    """Number the claims and links of a framework. Takes references to exist."""
    claims = tuple(sorted(grounds))
    ordered = sorted(links, key=lambda link: link.id)
    node_of_claim = {claim: number for number, claim in enumerate(claims)}
    node_of_link: dict[str, int] = {}
    if any(link.kind is LinkKind.UNDERCUT for link in ordered):
        node_of_link = {link.id: number for number, link in enumerate(ordered, len(claims))}
    size = len(claims) + len(ordered)
    helping: list[list[int]] = [[] for _ in range(size)]
    hindering: list[list[int]] = [[] for _ in range(size)]
    dependents: list[list[int]] = [[] for _ in range(size)]
    opposing: dict[int, tuple[int, ...]] = {}
    for node, link in enumerate(ordered, len(claims)):
        kind, premises = link.kind, [node_of_claim[premise] for premise in link.premises]
        if len(premises) > 1:
            premises = sorted(set(premises))
        if kind is LinkKind.CONDITION:
            opposing[node] = tuple(premises)
        else:
            helping[node] = premises
        for premise in premises:
            dependents[premise].append(node)
        target = (node_of_link if kind is LinkKind.UNDERCUT else node_of_claim)[link.target]
        (helping if kind is LinkKind.SUPPORT else hindering)[target].append(node)
        dependents[node].append(target)
    return Incidence(
        claims=claims,
        links=tuple(link.id for link in ordered),
        weights=(
            *(float(grounds[claim]) for claim in claims),
            *(float(link.relevance) for link in ordered),
        ),
        helping=tuple(map(tuple, helping)),
        hindering=tuple(map(tuple, hindering)),
        opposing=opposing,
        dependents=tuple(map(tuple, dependents)),
    )


class Inputs(Protocol):
    """The nodes that each node of a graph depends on, by its number."""

    def __getitem__(self, node: int, /) -> Sequence[int]: ...

    def __len__(self) -> int: ...


def strongly_connected_components(
    inputs: Inputs,
) -> tuple[tuple[int, ...], ...]:
    """Components of the graph in which each node has these inputs, inputs first.

    Tarjan (1972), "Depth-first search and linear graph algorithms", with its own stack, so that
    no chain is too long. Within a component, nodes are `in_order`.
    """
    size = len(inputs)
    entered, low = [0] * size, [0] * size
    clock = 0
    # Beyond any clock: a finished component no longer lowers others.
    finished = size + 1
    path: list[int] = []
    found: list[tuple[int, ...]] = []
    for root in range(size):
        if entered[root]:
            continue
        clock += 1
        entered[root] = low[root] = clock
        path.append(root)
        search = [(root, iter(inputs[root]))]
        while search:
            node, rest = search[-1]
            lowest = low[node]
            for following in rest:
                if not entered[following]:
                    low[node] = lowest
                    clock += 1
                    entered[following] = low[following] = clock
                    path.append(following)
                    search.append((following, iter(inputs[following])))
                    break
                if low[following] < lowest:
                    lowest = low[following]
            else:
                search.pop()
                if lowest == entered[node]:
                    if path[-1] == node:
                        low[path.pop()] = finished
                        found.append((node,))
                        continue
                    start = len(path) - 1
                    while path[start] != node:
                        start -= 1
                    for member in path[start:]:
                        low[member] = finished
                    found.append(in_order(path[start:], inputs))
                    del path[start:]
                else:
                    low[node] = lowest
                    parent = search[-1][0]
                    if lowest < low[parent]:
                        low[parent] = lowest
    return tuple(found)


def in_order(component: Iterable[int], inputs: Inputs) -> tuple[int, ...]:
    """The nodes of a strongly connected component, inputs before dependents as far as a cycle
    allows.

    That is the order in which a search through the component alone, from its least node, leaves
    them. So it is the same whatever lies around the component, and so are values that are
    computed in this order.
    """
    waiting = set(component)
    root = min(waiting)
    waiting.discard(root)
    left: list[int] = []
    search = [(root, iter(inputs[root]))]
    while search:
        node, rest = search[-1]
        for following in rest:
            if following in waiting:
                waiting.discard(following)
                search.append((following, iter(inputs[following])))
                break
        else:
            search.pop()
            left.append(node)
    return tuple(left)
