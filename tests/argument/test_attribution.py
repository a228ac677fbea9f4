"""Who says what, how sure, who agrees, and who disagrees with whom."""

from pathlib import Path

from graph.argument.attribution import disagreements, own_certainty, own_stance, said_by
from graph.base import KnowledgeBase
from graph.records import Certainty, Stance
from tests.argument.test_grounding import read, said_in


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


def test_who_says_what_another_argues_with_contradicts_nobody(tmp_path: Path) -> None:
    fields = {
        "c": f"kind: fact\n{said_in('blom')}",
        "p": f"kind: fact\nspeaker: ada\n{said_in('ilo')}",
        "r": f"kind: fact\nspeaker: ada\n{said_in('maker')}"
        "contradicts: [{claim: c, with: [p]}]\n",
    }
    kb = read(tmp_path, fields)
    assert disagreements(kb, ["p"]) == ()
    assert disagreements(kb, ["p", "r"]) == (("r", "c"),)


def test_nobody_disagrees_with_themselves(kb: KnowledgeBase) -> None:
    told = kb.claims["roads-cost-more"].model_copy(update={"speaker": "ada-bron"})
    kb.claims = {**kb.claims, told.id: told}
    assert ("roads-cost-more", "paths-cost-much") not in disagreements(kb, ["paths-cost-much"])


def test_a_stance_is_told_of_the_author_of_the_text_under_analysis_only(tmp_path: Path) -> None:
    fields = {
        "own": said_in("blom"),
        "agreed": said_in("blom") + "speaker: ada\n",
        "reported": said_in("blom") + "speaker: ada\nstance: reports\n",
        "disputed": said_in("ilo", "blom") + "stance: disputes\n",
        "elsewhere": said_in("ilo") + "stance: reports\n",
        "unstated": "implicit: true\n",
        "asked": said_in("blom") + "kind: question\nstance: reports\n",
    }
    kb = read(
        tmp_path,
        {
            claim: each if "kind:" in each else f"kind: causal\n{each}"
            for claim, each in fields.items()
        },
    )
    assert {claim: own_stance(kb, claim) for claim in fields} == {
        "own": None,
        "agreed": ("Blom", Stance.ENDORSES),
        "reported": ("Blom", Stance.REPORTS),
        "disputed": ("Blom", Stance.DISPUTES),
        "elsewhere": None,
        "unstated": None,
        "asked": None,
    }


def test_nobody_words_an_unstated_premise_or_puts_a_question_forward(tmp_path: Path) -> None:
    sure = "certainty: certain\n"
    kb = read(
        tmp_path,
        {
            "said": f"kind: causal\n{sure}",
            "unstated": f"kind: causal\nimplicit: true\n{sure}",
            "asked": f"kind: question\n{sure}",
        },
    )
    found = {claim: own_certainty(kb, claim) for claim in kb.claims}
    assert found == {"said": Certainty.CERTAIN, "unstated": None, "asked": None}
