"""What became of each objection, and which are open."""

from graph.argument.objections import (
    Reply,
    defends,
    doubted,
    doubts_about,
    open_objections,
    replies,
    reply,
    step_doubted,
)
from graph.base import KnowledgeBase
from graph.semantics import Framework, FrameworkLink, LinkKind
from tests.argument.arguments import knowledge_base

COST = "paths-cost-much -> build-cycle-paths"
ROADS = "roads-cost-more -> paths-cost-much"
GRANTED = "money-is-granted -> (paths-cost-much -> build-cycle-paths)"


def test_an_objection_with_a_reply_that_holds_is_not_open(kb: KnowledgeBase) -> None:
    assert reply(kb, COST) is Reply.REPLIED
    assert replies(kb, "build-cycle-paths") == {Reply.REPLIED: 1}


def test_contradictions_and_undercuts_without_a_reply_are_open(kb: KnowledgeBase) -> None:
    assert list(open_objections(kb)) == [GRANTED, ROADS]
    assert all(reply(kb, link) is Reply.OPEN for link in open_objections(kb))


def test_a_support_is_no_open_objection_though_nothing_is_said_against_it() -> None:
    kb = knowledge_base(Framework.from_edges({"a": 0.5, "b": 0.5}, [("a", "b")]))
    assert open_objections(kb) == {}


def test_mutual_objections_are_disputed() -> None:
    framework = Framework.from_edges({"a": 0.5, "b": 0.5}, [], [("a", "b"), ("b", "a")])
    kb = knowledge_base(framework)
    assert replies(kb, "a") == replies(kb, "b") == {Reply.DISPUTED: 1}
    assert open_objections(kb) == {}


def _doubts() -> KnowledgeBase:
    """A reason, a doubt about its step, a reply to that, and a doubt about the reply."""
    names = ("reason", "doubt", "reply", "retort")
    targets = ("top", "l0", "l1", "l2")
    kinds = (LinkKind.SUPPORT, *[LinkKind.UNDERCUT] * 3)
    links = tuple(
        FrameworkLink(f"l{number}", (name,), target, kind)
        for number, (name, target, kind) in enumerate(zip(names, targets, kinds, strict=True))
    )
    return knowledge_base(Framework(dict.fromkeys(("top", *names), 0.5), links))


def test_an_undercut_of_an_undercut_is_a_defence_and_a_doubt_about_it_is_none() -> None:
    kb = _doubts()
    links = [kb.links[f"l{number}"] for number in range(4)]
    assert [defends(kb, link) for link in links] == [False, False, True, False]
    assert [doubted(kb, link) for link in links] == [None, None, links[1], links[2]]
    assert {step_doubted(kb, link).id for link in links} == {"l0"}


def test_doubts_about_a_claim_are_those_about_the_steps_to_it() -> None:
    kb = _doubts()
    assert [link.claim for link in doubts_about(kb, "top")] == ["doubt"]
    assert doubts_about(kb, "reason") == ()
