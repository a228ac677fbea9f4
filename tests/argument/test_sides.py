"""On which side of a thesis claims are, and for which one links work."""

import pytest
from hypothesis import given, settings

from graph.argument.sides import greatest_effect, link_side, side_known, side_of
from graph.base import KnowledgeBase
from graph.records import Debate, LocalizedText
from graph.semantics import Framework, FrameworkLink, LinkKind, Side, reject
from graph.store import Tree
from graph.store.record_file import RecordFile
from tests.argument.arguments import knowledge_base
from tests.examples import examples
from tests.semantics.frameworks import frameworks

SUPPORT, CONTRADICTION, UNDERCUT = LinkKind.SUPPORT, LinkKind.CONTRADICTION, LinkKind.UNDERCUT


def debate(framework: Framework, *theses: str) -> KnowledgeBase:
    """The knowledge base of a framework with theses."""
    tree = knowledge_base(framework).tree
    record = Debate(
        id="d",
        title=LocalizedText({"en": "D"}),
        question=LocalizedText({"en": "Why?"}),
        theses=theses,
    )
    file = RecordFile("claims/d/debate.yaml", "debate", "d", "d", "", record=record)
    return KnowledgeBase(Tree(tree.root, (*tree.files, file), ()))


def link(name: str, kind: LinkKind, premise: str, target: str) -> FrameworkLink:
    return FrameworkLink(name, (premise,), target, kind)


@pytest.fixture
def kb() -> KnowledgeBase:
    """A thesis with a reason, a critic, a critic of the critic, doubts, and a reason that fails."""
    grounds = {"t": 0.0, "lost": 0.0} | dict.fromkeys(
        ("reason", "critic", "reply", "doubt", "defence", "spent", "foe", "loner", "ally"), 0.5
    )
    links = (
        link("reason-t", SUPPORT, "reason", "t"),
        link("critic-t", CONTRADICTION, "critic", "t"),
        link("reply-critic", CONTRADICTION, "reply", "critic"),
        link("doubt-reason", UNDERCUT, "doubt", "reason-t"),
        link("defence-doubt", UNDERCUT, "defence", "doubt-reason"),
        link("lost-t", SUPPORT, "lost", "t"),
        FrameworkLink("spent-lost", ("spent", "nil"), "lost", SUPPORT),
        link("foe-spent", CONTRADICTION, "foe", "spent"),
        link("loner-ally", CONTRADICTION, "loner", "ally"),
    )
    return debate(Framework(grounds | {"nil": 0.0}, links), "t")


def test_of_very_many_theses_not_all_are_asked_about(monkeypatch: pytest.MonkeyPatch) -> None:
    theses = [f"t{number}" for number in range(5)]
    grounds = dict.fromkeys((*theses, "nil"), 0.0) | {"claim": 0.5, "early": 0.5}
    links = [FrameworkLink(f"claim-{each}", ("claim", "nil"), each, SUPPORT) for each in theses[:4]]
    links += [link("claim-t4", SUPPORT, "claim", "t4"), link("early-t0", SUPPORT, "early", "t0")]
    kb = debate(Framework(grounds, tuple(links)), *theses)
    assert (side_of(kb, "claim"), side_known(kb, "claim")) == (Side.FOR, True)
    assert greatest_effect(kb, "claim") > 0.0
    monkeypatch.setattr("graph.argument.sides.ASKED", 3)
    assert (side_of(kb, "claim"), side_known(kb, "claim")) == (None, False)
    assert greatest_effect(kb, "claim") == 0.0
    assert (side_of(kb, "early"), side_known(kb, "early")) == (Side.FOR, True)


def test_a_claim_is_on_the_side_that_it_helps(kb: KnowledgeBase) -> None:
    assert side_of(kb, "reason") is side_of(kb, "reply") is side_of(kb, "defence") is Side.FOR
    assert side_of(kb, "critic") is side_of(kb, "doubt") is Side.AGAINST
    assert side_of(kb, "t") is side_of(kb, "loner") is None


def test_an_objection_works_for_the_other_side_than_what_it_hits(kb: KnowledgeBase) -> None:
    sides = {name: link_side(kb, each) for name, each in kb.links.items()}
    assert sides["reason-t"] is sides["reply-critic"] is sides["defence-doubt"] is Side.FOR
    assert sides["critic-t"] is sides["doubt-reason"] is Side.AGAINST


def test_where_nothing_arrives_the_route_tells_the_side_of_a_link(kb: KnowledgeBase) -> None:
    assert side_of(kb, "spent") is None
    assert link_side(kb, kb.links["foe-spent"]) is Side.AGAINST
    assert link_side(kb, kb.links["loner-ally"]) is None


def test_a_doubt_about_an_objection_is_for_the_thesis_also_where_nothing_arrives() -> None:
    links = (
        FrameworkLink("dead-t", ("dead", "nil"), "t", CONTRADICTION),
        link("idle-dead", UNDERCUT, "idle", "dead-t"),
        link("foe-idle", CONTRADICTION, "foe", "idle"),
        link("foe-idle-dead", UNDERCUT, "foe", "idle-dead"),
    )
    grounds = dict.fromkeys(("dead", "idle", "foe"), 0.5) | {"t": 0.0, "nil": 0.0}
    kb = debate(Framework(grounds, links), "t")
    assert side_of(kb, "idle") is None
    assert link_side(kb, kb.links["idle-dead"]) is Side.FOR
    assert link_side(kb, kb.links["foe-idle"]) is Side.AGAINST
    assert link_side(kb, kb.links["foe-idle-dead"]) is Side.AGAINST


@settings(deadline=None, max_examples=examples(0.5))
@given(frameworks(most_claims=6))
def test_sides_and_effects_are_those_of_accepting_instead_of_rejecting(
    framework: Framework,
) -> None:
    kb = debate(framework, "c0")
    for claim in kb.claims:
        if claim == "c0":
            continue
        ends = []
        for rejected, accepted in (([claim], []), ([], [claim])):
            changes = {each.id: each for each in reject(kb.assessment, rejected, accepted)}
            change = changes.get("c0")
            band = kb.assessment.balances["c0"] if change is None else change.after
            ends.append(band.midpoint)
        effect = ends[1] - ends[0]
        assert greatest_effect(kb, claim) == pytest.approx(abs(effect))
        if abs(effect) > 1e-6:
            assert side_of(kb, claim) is (Side.FOR if effect > 0 else Side.AGAINST)


@pytest.mark.parametrize(
    ("claim", "side"),
    [
        # What the first thesis cannot hold without, though it holds at present.
        ("needed", Side.FOR),
        ("objection", Side.AGAINST),
        # What does nothing to the first thesis is told by what it does to the next.
        ("only-two", Side.AGAINST),
        ("elsewhere", None),
        ("one", None),
        ("two", None),
    ],
)
def test_of_several_theses_the_first_that_a_claim_does_something_to_tells_its_side(
    claim: str, side: Side | None
) -> None:
    grounds = dict.fromkeys(("one", "two", "needed", "objection", "only-two", "elsewhere"), 0.5)
    links = (
        link("needed-one", LinkKind.CONDITION, "needed", "one"),
        link("objection-one", CONTRADICTION, "objection", "one"),
        link("objection-two", SUPPORT, "objection", "two"),
        link("only-two-two", CONTRADICTION, "only-two", "two"),
    )
    assert side_of(debate(Framework(grounds, links), "one", "two"), claim) is side


def test_an_unknown_claim_is_on_no_side_but_an_error(kb: KnowledgeBase) -> None:
    with pytest.raises(KeyError):
        side_of(kb, "nobody")
