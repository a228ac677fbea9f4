"""What else carries a claim is found without a look at each of its reasons."""

import pytest

from graph.argument.carried import SHOWN, carried_without
from graph.base import KnowledgeBase
from graph.base.followed import Followed
from graph.base.reads import noting
from graph.semantics import Framework, FrameworkLink, LinkKind
from tests.argument.arguments import knowledge_base, links_put_in_order


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
            assert list(carried_without(sample, claim, gone)) == expected[:SHOWN]
            told += bool(expected)
    assert told > 10


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
