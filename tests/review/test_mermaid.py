"""Labels in drawings for Mermaid."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.records.link_types import LinkType
from graph.review.telling.mermaid import mermaid
from graph.review.telling.report import Arrow, Drawing, Node


def _drawn(label: str) -> str:
    nodes = (Node(label, False, False), Node("Top", True, False))
    drawing = mermaid(Drawing(nodes, (Arrow(0, 1, LinkType.SUPPORT, False),)))
    found = re.search(r'^  n0\["([^"]*)"\]$', drawing, re.MULTILINE)
    assert found is not None, drawing
    return found[1]


@pytest.mark.parametrize("label", ["हिन्दी", "ภาษาไทย", "اللُّغَة", "שָׁלוֹם", "Việt Nam", "한국어"])
def test_a_label_keeps_the_marks_that_are_its_vowels(label: str) -> None:
    assert _drawn(label) == label


@pytest.mark.parametrize("label", ["", " ", "🚌 > 🚗", "(*)", "\u0301", "\ufe0f", "()[]{}"])
def test_a_box_of_which_no_sign_is_left_has_dots(label: str) -> None:
    assert _drawn(label) == "…"


@given(st.text())
def test_a_box_is_never_empty_and_holds_nothing_that_could_act(label: str) -> None:
    assert re.search(r"\w|…", drawn := _drawn(label))
    assert not re.search(r"""["<>\[\](){}`:/@#|\\&~^*=+!$']""", drawn)
