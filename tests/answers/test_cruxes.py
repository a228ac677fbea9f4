from graph.answers.cruxes import all_cruxes_answer, cruxes_answer, cruxes_text
from graph.base import KnowledgeBase
from graph.semantics import Crux, cruxes
from tests.printed import printed


def ranked(kb: KnowledgeBase, thesis: str) -> tuple[Crux, ...]:
    return cruxes(kb.framework, kb.assessment, thesis)


def test_cruxes_have_exactly_the_agreed_keys(kb: KnowledgeBase) -> None:
    answer = cruxes_answer(ranked(kb, "build-cycle-paths"))
    assert list(answer) == ["cruxes"]
    assert answer["cruxes"]
    for crux in answer["cruxes"]:
        assert list(crux) == ["id", "delta", "standing"]
        assert len(crux["standing"]) == 2


def test_a_reason_counts_for_the_thesis_and_an_objection_against_it(kb: KnowledgeBase) -> None:
    answer = cruxes_answer(ranked(kb, "build-cycle-paths"))
    deltas = {crux["id"]: crux["delta"] for crux in answer["cruxes"]}
    assert deltas["cycling-keeps-fit"] < 0 < deltas["paths-cost-much"]


def test_several_theses_are_answered_each_like_one(kb: KnowledgeBase) -> None:
    found = ranked(kb, "build-cycle-paths")
    assert all_cruxes_answer({"build-cycle-paths": found}) == {
        "theses": {"build-cycle-paths": cruxes_answer(found)}
    }


def test_the_text_names_the_thesis_and_each_crux(kb: KnowledgeBase) -> None:
    text = printed(cruxes_text(kb, "build-cycle-paths", ranked(kb, "build-cycle-paths")))
    assert text.startswith("The town should build cycle paths. (build-cycle-paths)\nundecided")
    assert "cycling-keeps-fit" in text


def test_a_claim_without_reasons_has_no_cruxes_and_the_text_says_so(kb: KnowledgeBase) -> None:
    text = printed(cruxes_text(kb, "roads-cost-more", ranked(kb, "roads-cost-more")))
    assert "No claim moves it" in text
