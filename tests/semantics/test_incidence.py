import random

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.semantics import Framework, FrameworkLink, LinkKind
from graph.semantics.incidence import strongly_connected_components
from tests.semantics.frameworks import frameworks
from tests.semantics.generated import generated_frameworks


@settings(deadline=None)
@given(
    st.integers(1, 12).flatmap(
        lambda n: st.lists(st.lists(st.integers(0, n - 1), max_size=3), min_size=n, max_size=n)
    )
)
def test_components_agree_with_networkx_and_come_after_their_inputs(
    inputs: list[list[int]],
) -> None:
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(range(len(inputs)))
    graph.add_edges_from((node, other) for node, others in enumerate(inputs) for other in others)
    components = strongly_connected_components(inputs)
    expected = {frozenset(c) for c in nx.strongly_connected_components(graph)}
    assert {frozenset(c) for c in components} == expected
    assert sum(map(len, components)) == len(inputs)
    done: set[int] = set()
    for component in components:
        done |= set(component)
        assert all(set(inputs[node]) <= done for node in component)


@settings(deadline=None)
@given(frameworks())
def test_dependents_are_inputs_turned_round(framework: Framework) -> None:
    graph = framework.incidence
    forward = {(a, b) for b, inputs in enumerate(graph.inputs) for a in inputs}
    assert forward == {(a, b) for a, bs in enumerate(graph.dependents) for b in bs}


@settings(deadline=None)
@given(frameworks())
def test_upstream_is_all_ancestors(framework: Framework) -> None:
    inputs = framework.incidence.inputs
    graph: nx.DiGraph[int] = nx.DiGraph([(a, b) for b, others in enumerate(inputs) for a in others])
    graph.add_nodes_from(range(len(inputs)))
    for node in range(len(inputs)):
        assert framework.incidence.upstream(node) == nx.ancestors(graph, node) | {node}


def test_a_component_is_in_one_order_whatever_lies_around_it() -> None:
    draw = random.Random(3)
    compared = 0
    for framework in generated_frameworks(60, seed=3):
        links = framework.links
        # Something else that depends on a few claims, and comes first.
        more = [
            FrameworkLink(
                f"a{number}", (draw.choice(sorted(framework.grounds)),), "b", LinkKind.SUPPORT
            )
            for number in range(3)
        ]
        around = Framework({**framework.grounds, "b": 0.0}, (*links, *more))
        alone, within = (
            {
                tuple([*graph.claims, *graph.links][node] for node in component)
                for component in graph.components
                if len(component) > 1
            }
            for graph in (framework.incidence, around.incidence)
        )
        assert alone == within
        compared += len(alone)
    assert compared > 30
