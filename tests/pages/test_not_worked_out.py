"""What is too much to be worked out for every claim is said on the page, and all else is there."""

import pytest

from graph.answers.show import show_answer
from graph.answers.standing import standing_answer
from graph.base import KnowledgeBase, knowledge_base
from graph.pages.frame import Settings
from graph.pages.site import Site
from tests.conftest import ROOT
from tests.shapes import ring, shaped


@pytest.fixture
def knot(monkeypatch: pytest.MonkeyPatch) -> KnowledgeBase:
    """Claims in a knot that is too large for what may be done."""
    monkeypatch.setattr(knowledge_base, "_WORK", 0)
    monkeypatch.setattr(knowledge_base, "_LEAST_WORK", 20)
    return shaped(ring(30))


def test_a_claim_whose_consequences_are_too_much_has_no_side_that_is_known(
    knot: KnowledgeBase,
) -> None:
    assert knot.changes("c3") is None
    assert knot.without("c3", "top") is None
    assert knot.effect("c3", "top") is None
    answer = standing_answer(knot)["claims"]["c3"]
    assert (answer["side"], answer["side_known"]) == (None, False)
    assert show_answer(knot, "c3")["side_known"] is False
    assert show_answer(knot, "top")["side_known"] is True


def test_what_is_enough_is_worked_out() -> None:
    kb = shaped(ring(30))
    assert kb.changes("c3")
    assert show_answer(kb, "c0")["side"] == "for"
    assert show_answer(kb, "c0")["side_known"] is True


@pytest.mark.parametrize(
    ("prefix", "claim", "weak", "thesis"),
    [
        (
            "",
            ("It is not worked out on which side", "That is not worked out, because too many"),
            "Of 28 claims it is not worked out how much they do to the thesis; they come last.",
            "Looking further for what would bring it down was given up",
        ),
        (
            "nl/",
            ("Er is niet uitgerekend aan welke kant", "Dat is niet uitgerekend, omdat er te veel"),
            "Van 28 beweringen is niet uitgerekend hoeveel ze voor de stelling uitmaken",
            "Naar wat dit onderuithaalt, is niet verder gezocht",
        ),
    ],
)
def test_pages_say_so_in_both_languages(
    knot: KnowledgeBase, prefix: str, claim: tuple[str, str], weak: str, thesis: str
) -> None:
    pages = {each.file: each for each in Site(knot, Settings((ROOT / "templates",))).pages()}
    page = pages[f"{prefix}claims/c3/index.html"].render()
    assert all(sentence in page for sentence in claim)
    # Of the claim that leads out of the knot it is: without it, nothing behind it is asked.
    assert weak in pages[f"{prefix}weak-spots/index.html"].render()
    assert thesis in pages[f"{prefix}claims/top/index.html"].render()
