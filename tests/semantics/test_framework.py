import pickle

import pytest

from graph.semantics import Framework, FrameworkLink, LinkKind, strength

SUPPORT, CONTRADICTION, UNDERCUT, CONDITION = LinkKind


def test_edges_become_single_premise_links() -> None:
    framework = Framework.from_edges({"a": 0.5, "b": 0.5}, [("b", "a")], [("a", "b")])
    assert {(link.premises, link.target, link.kind) for link in framework.links} == {
        (("b",), "a", SUPPORT),
        (("a",), "b", CONTRADICTION),
    }


def test_an_edge_given_twice_is_one_link() -> None:
    once = Framework.from_edges({"a": 0.5, "b": 0.5}, [("b", "a")], [])
    assert Framework.from_edges({"a": 0.5, "b": 0.5}, [("b", "a"), ("b", "a")], []) == once


def test_a_claim_may_both_support_and_contradict_another() -> None:
    framework = Framework.from_edges({"a": 0.5, "b": 0.5}, [("b", "a")], [("b", "a")])
    assert strength(framework)["a"] == (0.5, 0.5)


def test_grounds_are_not_shared_with_the_caller() -> None:
    scores = {"a": 0.5}
    framework = Framework(scores)
    scores["a"] = 0.9
    assert framework.grounds["a"] == 0.5


def test_survives_pickling_after_use() -> None:
    framework = Framework.from_edges({"a": 0.5, "b": 0.5}, [("b", "a")], [])
    before = strength(framework)
    assert strength(pickle.loads(pickle.dumps(framework))) == before


@pytest.mark.parametrize("ground", [-0.1, 1.1, float("nan")])
def test_a_ground_out_of_range_is_refused(ground: float) -> None:
    with pytest.raises(ValueError, match="'a' has ground"):
        Framework({"a": ground})


@pytest.mark.parametrize("relevance", [0.0, -1.0, 1.5, float("nan")])
def test_a_relevance_out_of_range_is_refused(relevance: float) -> None:
    with pytest.raises(ValueError, match="relevance"):
        FrameworkLink("l", ("a",), "b", SUPPORT, relevance)


def test_a_link_without_premises_is_refused() -> None:
    with pytest.raises(ValueError, match="no premise"):
        FrameworkLink("l", (), "b", SUPPORT)


@pytest.mark.parametrize(
    ("link", "message"),
    [
        (FrameworkLink("l", ("x",), "a", SUPPORT), "unknown premise 'x'"),
        (FrameworkLink("l", ("a",), "x", SUPPORT), "unknown claim 'x'"),
        (FrameworkLink("l", ("a",), "l2", CONTRADICTION), "unknown claim 'l2'"),
        (FrameworkLink("l", ("a",), "l2", CONDITION), "unknown claim 'l2'"),
        (FrameworkLink("l", ("a",), "a", UNDERCUT), "unknown link 'a'"),
    ],
)
def test_a_reference_to_nothing_is_refused(link: FrameworkLink, message: str) -> None:
    other = FrameworkLink("l2", ("a",), "a", SUPPORT)
    with pytest.raises(ValueError, match=message):
        Framework({"a": 0.5}, (link, other))


def test_two_links_with_one_id_are_refused() -> None:
    link = FrameworkLink("l", ("a",), "a", SUPPORT)
    with pytest.raises(ValueError, match="the id 'l'"):
        Framework({"a": 0.5}, (link, link))
