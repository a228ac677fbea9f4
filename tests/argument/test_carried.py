"""What else carries a claim is found without a look at each of its reasons."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings

from graph.argument.carried import SHOWN, carried_without
from graph.base import KnowledgeBase
from graph.base.followed import Followed
from graph.base.reads import noting
from graph.semantics import Band, Framework, FrameworkLink, LinkKind
from graph.semantics.reweighing import Reweighing
from graph.semantics.solving import fixed_bands
from tests.argument.arguments import knowledge_base, links_put_in_order
from tests.argument.test_lines import argument
from tests.examples import examples
from tests.semantics.frameworks import frameworks


def test_the_most_forceful_reasons_are_named_that_do_not_need_what_is_gone(
    sample: KnowledgeBase,
) -> None:
    forces = sample.assessment.forces
    told = 0
    for claim in sample.claims:
        reasons = sample.by_force(sample.reasons(claim))
        for gone in {premise for link in reasons for premise in link.premises}:
            expected = [
                link.id
                for link in reasons
                if forces[link.id].upper > 0.0 and gone not in link.premises
            ]
            # What a doubt about it comes to may change.
            found = list(carried_without(sample, claim, gone))
            after = _forces_without(sample, gone)
            standing = [each for each in expected if after[each].upper > 0.0]
            assert found == [each for each in standing if each in found]
            assert found == standing[:SHOWN] or _are_doubted(sample, standing)
            told += bool(found)
    assert told > 10


@settings(deadline=None, max_examples=examples(0.4))
@given(frameworks())
def test_what_is_said_to_carry_a_claim_all_the_same_has_force_without_what_is_gone(
    framework: Framework,
) -> None:
    kb = knowledge_base(framework)
    for gone in kb.claims:
        after = _forces_without(kb, gone)
        for claim in kb.claims:
            found = carried_without(kb, claim, gone) if claim != gone else ()
            assert all(after[each].upper > 0.0 for each in found)


def _forces_without(kb: KnowledgeBase, gone: str) -> Mapping[str, Band]:
    """The forces of all links where a claim is rejected."""
    graph = kb.framework.incidence
    after = Reweighing(kb.assessment).after(fixed_bands(graph, [gone], (), -1.0))
    return {
        each: after.get(graph.link_numbers[each]) or force
        for each, force in kb.assessment.forces.items()
    }


def _are_doubted(kb: KnowledgeBase, links: list[str]) -> bool:
    return any(kb.undercuts(each) for each in links)


def test_a_reason_that_falls_with_what_is_gone_carries_nothing() -> None:
    claims = {"t": 0.0, "a": 0.5, "b": 0.5, "c": 0.0, "d": 0.6}
    kb = argument(claims, "r: a + t", "s: b + t", "u: b + c", "v: c + t", "w: d - c 0.1")
    assert carried_without(kb, "t", "b") == ("r",)
    assert carried_without(kb, "t", "a") == ("s", "v")


def test_a_reason_that_is_doubted_once_more_is_not_vouched_for() -> None:
    claims = {"t": 0.0, "a": 0.5, "b": 0.9, "c": 0.9, "d": 0.9}
    kb = argument(claims, "r: a + t", "s: b + t", "u: c / r", "v: b - c 1")
    assert carried_without(kb, "t", "b") == ()
    assert carried_without(kb, "t", "d") == ("s", "r")


def test_of_many_reasons_each_is_looked_at_once_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    claims = [f"reason-{number:02}" for number in range(40)]
    links = tuple(FrameworkLink(each, (each,), "top", LinkKind.SUPPORT) for each in claims)
    kb = knowledge_base(Framework({"top": 0.0, **dict.fromkeys(claims, 0.5)}, links))
    ordered = links_put_in_order(monkeypatch)
    with noting() as reads:
        found = [carried_without(Followed(kb), "top", claim) for claim in claims]
    assert [len(each) for each in found] == [SHOWN] * len(claims)
    assert sum(ordered) == len(claims)
    assert len(reads) == len(claims)
