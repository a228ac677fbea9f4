"""Laying out a file moves things about and loses nothing."""

import random
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.records import Claim, Debate, Source, Speaker
from graph.store.comments import comments
from graph.store.layout import laid_out
from graph.store.writing import claim_text, record_text
from graph.store.yaml_reading import read_yaml
from tests.examples import examples
from tests.store.records import claims, debates, sources, speakers
from tests.store.untidy import untidy

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


@pytest.mark.parametrize("marker", ["<<<<<<< ours", "=======", ">>>>>>> theirs"])
def test_what_a_merge_left_within_quotes_stays_where_it_is_found(marker: str) -> None:
    fields = f'claim: {{en: "One\n{marker}\nother."}}\nkind: fact\n'
    assert laid_out("claim", f"---\n{fields}---\n") is None
    assert laid_out("source", fields) is None


def test_a_comment_behind_the_mark_of_a_folded_text_is_kept() -> None:
    text = "---\nclaim:\n  en: > # why\n    two\n    lines\nkind: fact\n---\n"
    assert laid_out("claim", text) == "---\nclaim:\n  en: two lines  # why\nkind: fact\n---\n"


def test_a_flag_written_over_lines_is_a_flag_after_the_first_time() -> None:
    text = "---\nclaim: {en: A.}\nkind: fact\nimplicit: >\n  true\n---\n"
    tidy = laid_out("claim", text)
    assert tidy == "---\nclaim:\n  en: A.\nkind: fact\nimplicit: true\n---\n"


@settings(max_examples=examples(2.5), deadline=None)
@given(claim=claims)
def test_a_claim_as_the_program_writes_it_is_tidy(claim: Claim) -> None:
    plain = claim_text(claim, "A note.\n")
    assert laid_out("claim", plain) == plain


def test_a_mapping_that_is_empty_stays_one() -> None:
    assert laid_out("speaker", "name: {}\n") == "name: {}\n"


def _said(text: str) -> list[str]:
    return sorted(comment.text for comment in comments(text))


def _folded(data: Any) -> Any:
    """Plain data with the white space within its texts folded."""
    if isinstance(data, dict):
        return {key: _folded(each) for key, each in data.items()}
    if isinstance(data, list):
        return [_folded(each) for each in data]
    return (
        re.sub(r"[ \t\r\n\u0085\u2028\u2029]+", " ", data).strip(" ")
        if isinstance(data, str)
        else data
    )


def _keeps_everything(kind: str, record: Any, seed: int) -> None:
    """The record, written in some untidy way, is laid out once and for all, and loses nothing."""
    written = read_yaml(record_text(record)).data
    text = untidy(written, random.Random(seed))
    assert read_yaml(text).complaints == []
    before, after = ("---\n", "---\nA note.\n# Not a comment.\n") if kind == "claim" else ("", "")
    tidy = laid_out(kind, f"{before}{text}{after}")
    assert tidy is not None
    assert laid_out(kind, tidy) == tidy
    assert tidy.startswith(before)
    assert tidy.endswith(after)
    fields = tidy[len(before) : len(tidy) - len(after)]
    assert _said(fields) == _said(text)
    assert _folded(read_yaml(fields).data) == _folded(written)


@pytest.mark.long
@settings(max_examples=examples(10), deadline=None)
@given(claim=claims, seed=st.integers(0, 10**6))
def test_a_claim_keeps_its_fields_and_comments(claim: Claim, seed: int) -> None:
    _keeps_everything("claim", claim, seed)


@settings(max_examples=examples(2.5), deadline=None)
@given(source=sources, seed=st.integers(0, 10**6))
def test_a_source_keeps_its_fields_and_comments(source: Source, seed: int) -> None:
    _keeps_everything("source", source, seed)


@settings(max_examples=examples(2.5), deadline=None)
@given(debate=debates, seed=st.integers(0, 10**6))
def test_a_debate_keeps_its_fields_and_comments(debate: Debate, seed: int) -> None:
    _keeps_everything("debate", debate, seed)


def test_a_comment_behind_the_first_field_of_an_item_stays_there() -> None:
    text = (
        "title:\n  en: A\nquestion:\n  en: B\nfindings:\n  - finding:  # why\n      en: "
        f"{'x' * 120}\n    claims: [a]\n"
    )
    assert laid_out("debate", text) == text


@settings(max_examples=examples(1), deadline=None)
@given(speaker=speakers, seed=st.integers(0, 10**6))
def test_a_speaker_keeps_its_fields_and_comments(speaker: Speaker, seed: int) -> None:
    _keeps_everything("speaker", speaker, seed)


def test_records_are_written_untidily_in_every_way_there_is() -> None:
    """The test above is worth as much as what it draws."""
    fields = {"claim": {"en": "One two three.", "nl": "Een twee."}, "topics": ["a", "b c"],
              "supports": [{"claim": "x", "because": {"en": "It is so."}}]}  # fmt: skip
    texts = [untidy(fields, random.Random(seed)) for seed in range(300)]
    for pattern in (
        r": > ?", r": \|", r"'One two three\.'", r'"One two three\."', r'"One\n', r"^#", r"^ +#",
        r"\{[^}\n]*#[^\n]*\n", r"\[[^]\n]*#[^\n]*\n", r": [>|][+-]?  *#", r"^ *$", r"^- ",
        r"^  +- ", r"é 漢 😀", r"^supports ?: \[\{", r"^claim ?: *$",
    ):  # fmt: skip
        assert any(re.search(pattern, text, re.MULTILINE) for text in texts), pattern
