import pytest

from graph.answers.cruxes import Ranked, all_cruxes_answer, cruxes_answer, cruxes_text
from graph.answers.cruxes import ranked as ranked_of
from graph.base import KnowledgeBase
from graph.semantics import cruxes
from tests.printed import printed


def ranked(kb: KnowledgeBase, thesis: str) -> Ranked:
    return ranked_of(cruxes(kb.assessment, thesis), 0)


def test_cruxes_have_exactly_the_agreed_keys(kb: KnowledgeBase) -> None:
    answer = cruxes_answer(ranked(kb, "build-cycle-paths"))
    assert list(answer) == ["cruxes", "unknown", "total", "turning"]
    assert answer["cruxes"]
    for crux in answer["cruxes"]:
        assert list(crux) == ["id", "effect", "standing"]
        assert len(crux["standing"]) == 2


def test_a_reason_counts_for_the_thesis_and_an_objection_against_it(kb: KnowledgeBase) -> None:
    answer = cruxes_answer(ranked(kb, "build-cycle-paths"))
    effects = {crux["id"]: crux["effect"] for crux in answer["cruxes"]}
    # Accepted, the reason has the force of its other premise, 0.5, and rejected none.
    assert effects["cycling-keeps-fit"] == pytest.approx(0.25)
    # Half of the objection gets past the doubt about its step.
    assert effects["paths-cost-much"] == pytest.approx(-0.5)
    # What is against an objection is for the thesis.
    assert effects["roads-cost-more"] > 0


def test_several_theses_are_answered_each_like_one(kb: KnowledgeBase) -> None:
    found = ranked(kb, "build-cycle-paths")
    assert all_cruxes_answer({"build-cycle-paths": found}) == {
        "theses": {"build-cycle-paths": cruxes_answer(found)}
    }


def test_the_text_names_the_thesis_and_each_crux(kb: KnowledgeBase) -> None:
    text = printed(cruxes_text(kb, "build-cycle-paths", ranked(kb, "build-cycle-paths")))
    assert text.startswith("The town should build cycle paths. (build-cycle-paths)\nsupported\n")
    row = next(line for line in text.splitlines() if line.startswith("cycling-keeps-fit"))
    assert row.split() == ["cycling-keeps-fit", "for", "supported", "→", "granted"]
    assert "0." not in text


def test_with_numbers_the_text_has_balance_and_effects(kb: KnowledgeBase) -> None:
    found = ranked(kb, "build-cycle-paths")
    text = printed(cruxes_text(kb, "build-cycle-paths", found, numbers=True))
    assert "supported · 0.55" in text
    row = next(line for line in text.splitlines() if line.startswith("paths-cost-much"))
    assert row.split()[:3] == ["paths-cost-much", "against", "-0.50"]


def test_a_claim_without_reasons_has_no_cruxes_and_the_text_says_so(kb: KnowledgeBase) -> None:
    text = printed(cruxes_text(kb, "roads-cost-more", ranked(kb, "roads-cost-more")))
    assert "No claim does anything to it" in text


def test_what_is_not_worked_out_is_told_in_a_number(kb: KnowledgeBase) -> None:
    found = ranked(kb, "build-cycle-paths")._replace(unknown=3)
    assert cruxes_answer(found)["unknown"] == 3
    told = "For 3 other claims this would take too much work to tell."
    assert told in printed(cruxes_text(kb, "build-cycle-paths", found))
    nothing = printed(cruxes_text(kb, "build-cycle-paths", ranked_of((), 3)))
    assert "None of the others does anything to it." in nothing
    assert told in nothing


def test_with_a_limit_it_is_told_of_how_many_and_how_many_of_all_turn_the_thesis(
    kb: KnowledgeBase,
) -> None:
    every = cruxes(kb.assessment, "build-cycle-paths")
    turning = sum(each.standing[0] is not each.standing[1] for each in every)
    assert 1 < turning < len(every)
    few = ranked_of(every, 0, 1)
    answer = cruxes_answer(few)
    assert [each["id"] for each in answer["cruxes"]] == [every[0].id]
    assert (answer["total"], answer["turning"]) == (len(every), turning)
    text = printed(cruxes_text(kb, "build-cycle-paths", few))
    assert f"1 of {len(every)} claims; rejecting {turning} of the {len(every)} changes" in text
    whole = printed(cruxes_text(kb, "build-cycle-paths", ranked_of(every, 0)))
    assert f"\n{len(every)} claims; rejecting {turning} of the {len(every)} changes" in whole
