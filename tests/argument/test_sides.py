"""On which side of a thesis claims are."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from graph.argument.sides import side_of
from graph.base import KnowledgeBase
from graph.semantics import Framework, Side, balances
from tests.argument.arguments import knowledge_base
from tests.semantics.frameworks import frameworks

CLAIMS = {
    "one": "",
    "two": "",
    "reason": "supports: [{claim: one}]\n",
    "objection": "contradicts: [{claim: one}]\nsupports: [{claim: two}]\n",
    "reply": "contradicts: [{claim: objection}]\n",
    "doubt": "undercuts: [{link: reason -> one}]\n",
    "defence": "undercuts: [{link: doubt -> (reason -> one)}]\n",
    "needed": "supports: [{claim: one, scheme: necessary-condition}]\n",
    "only-two": "contradicts: [{claim: two}]\n",
    "elsewhere": "",
    "asked": "",
}


@pytest.fixture
def kb(tmp_path: Path) -> KnowledgeBase:
    folder = tmp_path / "claims" / "d"
    folder.mkdir(parents=True)
    (folder / "debate.yaml").write_text(
        "title: {en: T.}\nquestion: {en: Q?}\ntheses: [one, two]\n", "utf-8"
    )
    for claim, fields in CLAIMS.items():
        kind = "question" if claim == "asked" else "causal"
        text = f"---\nclaim: {{en: {claim}.}}\nkind: {kind}\n{fields}---\n"
        (folder / f"{claim}.md").write_text(text, "utf-8")
    return KnowledgeBase.load(tmp_path)


@pytest.mark.parametrize(
    ("claim", "side"),
    [
        ("reason", Side.FOR),
        ("objection", Side.AGAINST),
        ("reply", Side.FOR),
        ("doubt", Side.AGAINST),
        ("defence", Side.FOR),
        ("needed", Side.FOR),
        # What does nothing to the first thesis is told by what it does to the next.
        ("only-two", Side.AGAINST),
        ("elsewhere", None),
        ("asked", None),
        ("one", None),
        ("two", None),
    ],
)
def test_a_claim_is_on_the_side_that_it_works_for(
    kb: KnowledgeBase, claim: str, side: Side | None
) -> None:
    assert side_of(kb, claim) is side


def test_an_unknown_claim_is_an_error(kb: KnowledgeBase) -> None:
    with pytest.raises(KeyError):
        side_of(kb, "nobody")


@settings(deadline=None, max_examples=50)
@given(frameworks(most_claims=5, most_links=8))
def test_what_a_claim_does_to_another_is_what_weighing_everything_again_gives(
    framework: Framework,
) -> None:
    kb = knowledge_base(framework)
    for claim in framework.grounds:
        accepted = balances(kb.framework, accepted=[claim])["c0"].midpoint
        rejected = balances(kb.framework, rejected=[claim])["c0"].midpoint
        assert kb.effect(claim, "c0") == pytest.approx(accepted - rejected, abs=1e-6)
