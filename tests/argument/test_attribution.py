"""Who says what, and who disagrees with whom."""

from graph.argument.attribution import disagreements, said_by
from graph.base import KnowledgeBase


def test_claims_are_told_by_who_says_them(kb: KnowledgeBase) -> None:
    assert said_by(kb) == {
        "ada-bron": ("cycling-keeps-fit", "paths-cost-much", "who-rides-in-the-rain")
    }


def test_who_contradicts_somebody_else_disagrees_whichever_of_the_two_is_asked_for(
    kb: KnowledgeBase,
) -> None:
    pair = ("paths-cost-much", "build-cycle-paths")
    assert disagreements(kb, ["build-cycle-paths"]) == (pair,)
    assert disagreements(kb, ["paths-cost-much"]) == (pair, ("roads-cost-more", "paths-cost-much"))


def test_nobody_disagrees_with_themselves(kb: KnowledgeBase) -> None:
    kb.claims["roads-cost-more"] = kb.claims["roads-cost-more"].model_copy(
        update={"speaker": "ada-bron"}
    )
    assert ("roads-cost-more", "paths-cost-much") not in disagreements(kb, ["paths-cost-much"])
