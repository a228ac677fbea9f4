"""What hangs together with what changed in a framework."""

import random

import networkx as nx

from graph.semantics import Framework, GroundKind, assess
from graph.semantics.hanging_together import touched_by_change
from tests.examples import examples
from tests.semantics.generated import generated_frameworks
from tests.semantics.test_reassessing import edited


def _parts(framework: Framework) -> "nx.Graph[str]":
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(framework.grounds)
    for link in framework.links:
        graph.add_edges_from((link.id, each) for each in (*link.premises, link.target))
    return graph


def _part(framework: Framework, claim: str) -> tuple[object, ...]:
    """All there is in the part of the argument that a claim stands in."""
    names = nx.node_connected_component(_parts(framework), claim)
    grounds = {name: value for name, value in framework.grounds.items() if name in names}
    return grounds, {link for link in framework.links if link.id in names}


def test_a_claim_is_touched_where_its_part_of_the_argument_is_not_as_it_was() -> None:
    draw = random.Random(4)
    met = [0, 0]
    for framework in generated_frameworks(examples(2), seed=31):
        other = edited(draw, framework)
        touched = touched_by_change(assess(framework), assess(other))
        for claim in other.grounds:
            same = claim in framework.grounds and _part(other, claim) == _part(framework, claim)
            assert (claim not in touched) == same
            met[same] += 1
    assert min(met) > examples(1)


def test_nothing_is_touched_where_nothing_changed() -> None:
    [framework] = generated_frameworks(1, seed=5)
    again = Framework(dict(framework.grounds), tuple(framework.links))
    assert touched_by_change(assess(framework), assess(again)) == frozenset()


def test_a_ground_of_another_kind_touches_its_part_alone() -> None:
    framework = Framework.from_edges({"a": 0.5, "b": 0.0, "c": 0.5}, supports=[("a", "b")])
    kinds = assess(framework).kinds
    before = assess(framework, kinds)
    other = next(each for each in GroundKind if each is not kinds["a"])
    after = assess(framework, {**kinds, "a": other})
    assert touched_by_change(before, after) == {"a", "b"}
    assert touched_by_change(after, before) == {"a", "b"}
