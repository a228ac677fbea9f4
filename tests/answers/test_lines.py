from typing import Any

import pytest

from graph.answers.lines import lines_answer, lines_text
from graph.argument.downfall import Downfall, brought_down_by
from graph.argument.lines import lines_of
from graph.base import KnowledgeBase
from tests.argument.test_lines import argument
from tests.printed import printed


@pytest.fixture
def kb() -> KnowledgeBase:
    return argument(
        {"t": 0, "a": 0, "b": 0.5, "c": 0.9, "u": 0.7},
        "r: a + t",
        "s: b + a",
        "q: c + t 0.5",
        "x: u / r",
    )


def answered(kb: KnowledgeBase) -> dict[str, Any]:
    return dict(lines_answer(lines_of(kb, "t"), brought_down_by(kb, "t")))


def test_lines_have_exactly_the_agreed_keys(kb: KnowledgeBase) -> None:
    answer = answered(kb)
    assert list(answer) == ["lines", "brought_down_by", "given_up"]
    for line in answer["lines"]:
        assert list(line) == ["link", "premises", "force", "state", "claims", "weakest"]


def test_a_line_tells_its_force_its_state_and_its_weakest_link(kb: KnowledgeBase) -> None:
    first, second = answered(kb)["lines"]
    assert first == {
        "link": "q",
        "premises": ["c"],
        "force": pytest.approx([0.45, 0.45]),
        "state": "holds",
        "claims": ["c"],
        "weakest": {"why": "relevance", "link": "q"},
    }
    assert second["force"] == pytest.approx([0.15, 0.15])
    assert second["weakest"] == {"why": "undercut", "claim": "u"}


def test_what_brings_it_down_is_told_in_sets(kb: KnowledgeBase) -> None:
    assert answered(kb)["brought_down_by"] == [["a", "c"], ["b", "c"]]


def test_the_text_has_words_and_figures_only_on_demand(kb: KnowledgeBase) -> None:
    sets = brought_down_by(kb, "t")
    text = printed(lines_text(kb, "t", sets))
    assert "holds: So says c." in text
    assert "The step from “Says c” to “Says t” counts for half." in text
    assert "a + c" in text
    assert "0.45" not in text
    assert "0.45" in printed(lines_text(kb, "t", sets, numbers=True))


def test_that_looking_for_sets_was_given_up_is_told(kb: KnowledgeBase) -> None:
    lines = lines_of(kb, "t")
    assert lines_answer(lines, brought_down_by(kb, "t"))["given_up"] is False
    assert lines_answer(lines, Downfall(given_up=True))["given_up"] is True
    text = " ".join(printed(lines_text(kb, "t", Downfall(given_up=True))).split())
    assert "Looking for them was given up: too many claims bear on it." in text
