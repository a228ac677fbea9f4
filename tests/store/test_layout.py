"""Laying out a file moves things about and loses nothing."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.records import Claim, Source
from graph.store import claim_text, read_file, record_text
from graph.store.comments import comments
from graph.store.layout import laid_out
from tests.store.records import claims, sources

UNTIDY = """\
---
# at the head
kind:   fact   # a kind
# about the claim
claim: {en: "A # b.", nl: "twee
  regels"}
implicit: FALSE

supports:
  # the first reason
  - claim: b   # its target
    because: {en: x}  # its warrant
  - {claim: c}
unheard-of: [1, {a: "true"}]
speaker:
# at the foot
---
A note.
"""
TIDY = """\
---
# at the head
# about the claim
claim:
  en: "A # b."
  nl: twee regels
kind: fact  # a kind
speaker:
implicit: false
supports:
  # the first reason
  # its target
  # its warrant
  - {claim: b, because: {en: x}}
  - {claim: c}
unheard-of:
  - 1
  - {a: "true"}
# at the foot
---
A note.
"""


def test_fields_come_in_order_and_comments_stay_with_their_fields() -> None:
    assert laid_out("claim", UNTIDY) == TIDY


def test_a_tidy_file_stays_as_it_is() -> None:
    assert laid_out("claim", TIDY) == TIDY


@pytest.mark.parametrize(
    "text", ["no fences", "---\nopen: yes\n", "---\na: [\n---\n", "---\n- a list\n---\n"]
)
def test_what_cannot_be_read_is_left_alone(text: str) -> None:
    assert laid_out("claim", text) is None


def test_a_comment_behind_the_mark_of_a_folded_text_is_kept() -> None:
    text = "---\nclaim:\n  en: > # why\n    two\n    lines\nkind: fact\n---\n"
    assert laid_out("claim", text) == "---\nclaim:\n  en: two lines  # why\nkind: fact\n---\n"


def _commented(text: str, seed: int) -> str:
    """The text with comments between and behind its lines."""
    draw = random.Random(seed)
    lines = []
    for number, line in enumerate(text.split("\n")[:-1]):
        if number and draw.random() < 0.3:
            lines.append(" " * draw.randrange(6) + f"# above {number} 'x: [")
        if number and line != "---" and draw.random() < 0.3:
            line += f"  # behind {number}"
        lines.append(line)
    return "\n".join(lines) + "\n"


def _said(text: str) -> list[str]:
    return sorted(comment.text for comment in comments(text))


@settings(max_examples=1000, deadline=None)
@given(claim=claims, seed=st.integers(0, 999))
def test_a_claim_keeps_its_fields_and_comments(claim: Claim, seed: int) -> None:
    plain = claim_text(claim, "A note.\n")
    assert laid_out("claim", plain) == plain

    commented = _commented(plain.removesuffix("A note.\n"), seed) + "A note.\n"
    tidy = laid_out("claim", commented)
    assert tidy is not None
    assert laid_out("claim", tidy) == tidy
    file, problems = read_file("claims/d/some-claim.md", tidy)
    assert problems == []
    assert file is not None
    assert file.record == claim
    assert file.body == "A note.\n"
    before, after = (each.split("\n---\n")[0] for each in (commented, tidy))
    assert _said(after.removeprefix("---\n")) == _said(before.removeprefix("---\n"))


@settings(max_examples=100, deadline=None)
@given(source=sources, seed=st.integers(0, 999))
def test_a_source_keeps_its_fields_and_comments(source: Source, seed: int) -> None:
    plain = record_text(source)
    assert laid_out("source", plain) == plain
    tidy = laid_out("source", _commented(plain, seed))
    assert tidy is not None
    assert laid_out("source", tidy) == tidy
    file, _ = read_file("claims/sources/s.yaml", tidy)
    assert file is not None
    assert file.record == source
    assert _said(tidy) == _said(_commented(plain, seed))
