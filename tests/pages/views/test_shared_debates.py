"""What the pages of a debate and its themes have in common."""

from itertools import product

from graph.argument.sides import greatest_effect
from graph.base import KnowledgeBase
from graph.pages.views.shared_debates import SharedDebates
from graph.semantics import NOTICEABLE
from tests.small import read_texts

_DEBATE = "title: {en: Paths}\nquestion: {en: Build them?}\ntheses: [top]\n"


def _claim(name: str, more: str) -> str:
    return f"---\nclaim: {{en: So says {name}.}}\nkind: fact\nlabel: {{en: {name}}}\n{more}---\n"


def _base(**claims: str) -> KnowledgeBase:
    files = {f"claims/d/{name}.md": _claim(name, more) for name, more in claims.items()}
    return read_texts({"claims/d/debate.yaml": _DEBATE, **files})


def test_of_a_claim_that_carries_something_it_is_told_what_is_lost_with_it() -> None:
    kb = _base(top="", good="supports: [{claim: top}]\n")
    told = SharedDebates(kb).told_effect("good", "d")
    assert told is not None
    assert told.pattern == "crux.falls"


def test_of_a_claim_that_carries_nothing_it_is_told_what_it_would_carry() -> None:
    kb = _base(
        top="",
        good="supports: [{claim: top}]\n",
        broken="supports: [{claim: top}]\n",
        **{f"bad-{n}": "contradicts: [{claim: broken}]\n" for n in range(4)},
    )
    assert kb.assessment.balances["broken"].upper <= 0.0
    assert kb.effect("broken", "top")
    told = SharedDebates(kb).told_effect("broken", "d")
    assert told is not None
    assert told.pattern == "crux.accepted.stronger.much"


def test_every_claim_whose_effect_is_felt_has_a_sentence(sample: KnowledgeBase) -> None:
    shared = SharedDebates(sample)
    felt = [
        (claim, debate)
        for claim, debate in product(sample.claims, sample.debates)
        if greatest_effect(sample, claim, debate) >= NOTICEABLE
    ]
    assert len(felt) > 10
    assert [each for each in felt if shared.told_effect(*each) is None] == []
