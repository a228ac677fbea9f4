"""Weighing a framework that is a former one with a few changes, from what that came to.

What a node comes to is computed from its weight and its inputs alone, and a cycle from its own
nodes and their inputs, in an order that nothing outside it has a part in. So a node of which
neither changed is what it was, to the last bit, and only what lies downstream of a change is
computed again.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from graph.semantics.assessment import Assessment, untold
from graph.semantics.bounds import Bounds
from graph.semantics.framework import Framework
from graph.semantics.ground import GroundKind
from graph.semantics.incidence import Incidence
from graph.semantics.link import LinkKind
from graph.semantics.methods import balance_of
from graph.semantics.solving import settle_all
from graph.semantics.weighing import Weighing


def reassess(
    former: Assessment, framework: Framework, kinds: Mapping[str, GroundKind]
) -> Assessment:
    """What `assess` gives of a framework, to the last bit, from the assessment of a former one.

    It takes time in proportion to what lies downstream of the claims and links that are not as
    they were, and a little for each that is. What was worked out of the former one is worked out
    here, too.
    """
    if framework == former.framework:
        framework = former.framework
        if kinds == former.kinds:
            return former
    else:
        framework.like(former.framework)
    changes = _changes(former.framework, framework)
    found, moved = _weighed(former.weighing, framework.incidence, changes)
    assessment = Assessment(framework, kinds, found)
    known, given = vars(former), vars(assessment)
    if "turned" in known:
        graph = framework.incidence
        graphs = (graph.with_grounds(tuple(map(untold, graph.grounds))), graph)
        given["turned"] = tuple(
            _weighed(each, graph, changes)[0]
            for each, graph in zip(former.turned, graphs, strict=True)
        )
    if "labelling" in known and changes.only_of_grounds:
        given["labelling"] = former.labelling
    others = _others(former, assessment, changes, moved)
    for name in ("_met_sides", "_met_standings"):
        met = known.get(name, {})
        given[name] = {node: met[place] for node, place in others if place in met}
    return assessment


@dataclass(frozen=True)
class _Changes:
    """What is not as it was: `places` are the nodes that the nodes of the new graph were in the
    former one, -1 for those that were none, and `nodes` those to be computed again."""

    places: Sequence[int]
    nodes: frozenset[int]
    only_of_grounds: bool


def _changes(former: Framework, framework: Framework) -> _Changes:
    old, new = former.incidence, framework.incidence
    if framework is former:
        return _Changes(range(len(new.weights)), frozenset(), True)
    claim, link = old.claim_numbers.get, old.link_numbers.get
    places = [claim(each, -1) for each in new.claims] + [link(each, -1) for each in new.links]
    names = {each for each in new.claims if former.grounds.get(each) != framework.grounds[each]}
    names_of_links: set[str] = set()
    were, are = ({each.id: each for each in f.links} for f in (former, framework))
    for one, other in ((were, are), (are, were)):
        for each in one.values():
            that = other.get(each.id)
            if that is not each and that != each:
                names_of_links.add(each.id)
                (names_of_links if each.kind is LinkKind.UNDERCUT else names).add(each.target)
    gone = former.grounds.keys() - framework.grounds.keys()
    olds = [old.claim_numbers[each] for each in names | gone if each in old.claim_numbers]
    olds += [old.link_numbers[each] for each in names_of_links if each in old.link_numbers]
    found = {new.claim_numbers[each] for each in names if each in new.claim_numbers}
    found.update(new.link_numbers[each] for each in names_of_links if each in new.link_numbers)
    # Of a cycle that was, all that is left of it: it may be none by now.
    for component in {old.component_of[node] for node in olds if node in old.cyclic}:
        for node in old.components[component]:
            number = _number(old, new, node)
            if number is not None:
                found.add(number)
    same = not names_of_links and framework.grounds.keys() == former.grounds.keys()
    return _Changes(places, frozenset(found), same)


def _number(old: Incidence, new: Incidence, node: int) -> int | None:
    first = len(old.claims)
    if node < first:
        return new.claim_numbers.get(old.claims[node])
    return new.link_numbers.get(old.links[node - first])


def _weighed(
    former: Weighing, graph: Incidence, changes: _Changes
) -> tuple[Weighing, frozenset[int]]:
    """A graph weighed as a former one was, and the nodes that have other bands than there."""
    if graph.claims == former.claims and graph.links == former.links:
        lower, upper = list(former.lower), list(former.upper)
    else:
        lower, upper = (
            [bounds[place] if place >= 0 else 0.0 for place in changes.places]
            for bounds in (former.lower, former.upper)
        )
    bounds = Bounds(graph, balance_of(former.accounting), lower, upper)
    moved = settle_from(bounds, changes.nodes)
    found = Weighing(former.accounting, graph.claims, graph.links, lower, upper)
    return found, moved


def settle_from(bounds: Bounds, nodes: Iterable[int]) -> frozenset[int]:
    """Compute these nodes again, and whatever depends on one that moves; those that do."""
    graph, lower, upper = bounds.incidence, bounds.lower, bounds.upper
    place_of, dependents = graph.component_of, graph.dependents
    queued = {place_of[node] for node in nodes}
    waiting = list(queued)
    heapify(waiting)
    moved: set[int] = set()
    while waiting:
        component = graph.components[heappop(waiting)]
        before = [(lower[node], upper[node]) for node in component]
        settle_all(bounds, [component], ())
        for node, band in zip(component, before, strict=True):
            if (lower[node], upper[node]) != band:
                moved.add(node)
                for follower in dependents[node]:
                    place = place_of[follower]
                    if place not in queued:
                        queued.add(place)
                        heappush(waiting, place)
    return frozenset(moved)


def _others(
    former: Assessment, assessment: Assessment, changes: _Changes, moved: frozenset[int]
) -> list[tuple[int, int]]:
    """The claims whose scales are as they were, each with its node then."""
    graph, kinds = assessment.framework.incidence, assessment.kinds
    affected = set(changes.nodes) | moved
    affected.update(follower for node in moved for follower in graph.dependents[node])
    return [
        (node, place)
        for node, (claim, place) in enumerate(zip(graph.claims, changes.places, strict=False))
        if node not in affected and place >= 0 and kinds[claim] is former.kinds[claim]
    ]
