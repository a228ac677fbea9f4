"""What became of each objection, and which are open."""

from graph.argument.objections import Reply, open_objections, replies, reply
from graph.base import KnowledgeBase
from graph.semantics import Framework
from tests.argument.arguments import knowledge_base

COST = "paths-cost-much -> build-cycle-paths"
ROADS = "roads-cost-more -> paths-cost-much"
GRANTED = "money-is-granted -> (paths-cost-much -> build-cycle-paths)"


def test_an_objection_that_is_answered_is_not_open(kb: KnowledgeBase) -> None:
    assert reply(kb, COST) is Reply.ANSWERED
    assert replies(kb, "build-cycle-paths") == {Reply.ANSWERED: 1}


def test_contradictions_and_undercuts_that_nothing_answers_are_open(kb: KnowledgeBase) -> None:
    assert list(open_objections(kb)) == [GRANTED, ROADS]
    assert all(reply(kb, link) is Reply.OPEN for link in open_objections(kb))


def test_a_support_is_no_open_objection_though_nothing_answers_it() -> None:
    kb = knowledge_base(Framework.from_edges({"a": 0.5, "b": 0.5}, [("a", "b")]))
    assert open_objections(kb) == {}


def test_mutual_objections_are_disputed() -> None:
    framework = Framework.from_edges({"a": 0.5, "b": 0.5}, [], [("a", "b"), ("b", "a")])
    kb = knowledge_base(framework)
    assert replies(kb, "a") == replies(kb, "b") == {Reply.DISPUTED: 1}
    assert open_objections(kb) == {}
