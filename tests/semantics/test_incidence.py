import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.semantics import Framework
from graph.semantics.incidence import strongly_connected_components
from tests.semantics.frameworks import frameworks


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
