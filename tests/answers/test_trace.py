import pytest

from graph.answers.trace import trace_answer, trace_text, traced
from graph.base import KnowledgeBase
from graph.errors import AnswerError
from tests.printed import printed

THESIS = "build-cycle-paths"
HEALTH = "The town cares for the health of its people."


def test_a_route_names_its_claims_from_the_start_and_the_links_between(kb: KnowledgeBase) -> None:
    answer = trace_answer(traced(kb, "roads-cost-more", None))
    assert not answer["more"]
    (route,) = answer["routes"]
    assert route["claims"] == ["roads-cost-more", "paths-cost-much", THESIS]
    assert route["links"] == ["contradicts", "contradicts"]
    assert [each["claim"] for each in route["steps"]] == route["claims"][:-1]
    assert [each["target"] for each in route["steps"]] == route["claims"][1:]


def test_a_step_has_all_that_the_text_tells_of_it(kb: KnowledgeBase) -> None:
    (route,) = trace_answer(traced(kb, "cycling-keeps-fit", None))["routes"]
    assert route["steps"] == [
        {
            "id": f"cycling-keeps-fit -> {THESIS}",
            "type": "supports",
            "claim": "cycling-keeps-fit",
            "target": THESIS,
            "together": ["town-cares-for-health"],
            "aimed_at": None,
            "because": {"en": "Health is worth paying for.", "nl": "Gezondheid is geld waard."},
        }
    ]


def test_an_undercut_leads_to_the_claim_its_link_is_aimed_at(kb: KnowledgeBase) -> None:
    (route,) = trace_answer(traced(kb, "money-is-granted", THESIS))["routes"]
    assert route["claims"] == ["money-is-granted", THESIS]
    assert route["links"] == ["undercuts"]
    assert [each["aimed_at"] for each in route["steps"]] == [f"paths-cost-much -> {THESIS}"]


def test_the_text_reads_from_the_conclusion_with_warrants_and_linked_premises(
    kb: KnowledgeBase,
) -> None:
    text = printed(trace_text(kb, "cycling-keeps-fit", None, traced(kb, "cycling-keeps-fit", None)))
    assert text.splitlines()[2:] == [
        "1. 1 step",
        "   The town should build cycle paths. (build-cycle-paths)",
        "     because Cycling keeps people fit. (cycling-keeps-fit)",
        "       together with The town cares for the health of its people. (town-cares-for-health)",
        "       Health is worth paying for.",
    ]


def test_objections_are_joined_by_but_and_undercuts_by_unless(kb: KnowledgeBase) -> None:
    objection = printed(
        trace_text(kb, "roads-cost-more", None, traced(kb, "roads-cost-more", None))
    )
    assert objection.index("but Cycle paths cost much") < objection.index("but Roads cost more")
    undercut = printed(
        trace_text(kb, "money-is-granted", None, traced(kb, "money-is-granted", None))
    )
    assert "unless Others pay for the paths. (money-is-granted)" in undercut
    assert f"against the step paths-cost-much -> {THESIS}" in undercut


def test_where_no_route_leads_the_answer_is_empty_and_the_text_says_so(kb: KnowledgeBase) -> None:
    found = traced(kb, THESIS, "roads-cost-more")
    assert trace_answer(found) == {"routes": [], "more": False}
    text = printed(trace_text(kb, THESIS, "roads-cost-more", found))
    assert text == f"No route of at most 12 steps leads from {THESIS} to roads-cost-more."


def test_a_thesis_is_its_own_route(kb: KnowledgeBase) -> None:
    found = traced(kb, THESIS, None)
    assert trace_answer(found) == {
        "routes": [{"claims": [THESIS], "links": [], "steps": []}],
        "more": False,
    }
    assert "a thesis itself" in printed(trace_text(kb, THESIS, None, found))


def test_without_any_thesis_one_has_to_say_where_to(kb: KnowledgeBase) -> None:
    kb.debates = {}
    with pytest.raises(AnswerError, match="say which claim"):
        traced(kb, "roads-cost-more", None)
