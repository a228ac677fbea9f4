"""A record written and read again is the same record, in the same file."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from graph.records import Claim, Debate, Grades, Source, Speaker
from graph.store import read_file, read_tree
from graph.store.writing import claim_text, record_text
from tests.examples import examples
from tests.store.records import FIELDS, NASTY, claims, debates, grades, sources, speakers


@settings(max_examples=examples(2.5), deadline=None)
@given(claim=claims, body=st.sampled_from(["", "A note.\n", "No newline", "\n---\nA rule.\n"]))
def test_a_claim_is_read_as_it_was_written(claim: Claim, body: str) -> None:
    text = claim_text(claim, body)
    file, problems = read_file("claims/d/some-claim.md", text)

    assert problems == []
    assert file is not None
    assert file.record == claim
    assert file.body == body
    assert isinstance(file.record, Claim)
    assert claim_text(file.record, file.body) == text


@settings(max_examples=examples(1), deadline=None)
@given(debate=debates)
def test_a_debate_is_read_as_it_was_written(debate: Debate) -> None:
    _survives("claims/d/debate.yaml", debate)


@settings(max_examples=examples(1), deadline=None)
@given(source=sources)
def test_a_source_is_read_as_it_was_written(source: Source) -> None:
    _survives("claims/sources/s.yaml", source)


@settings(max_examples=examples(1), deadline=None)
@given(speaker=speakers)
def test_a_speaker_is_read_as_it_was_written(speaker: Speaker) -> None:
    _survives("claims/speakers/p.yaml", speaker)


@settings(max_examples=examples(1), deadline=None)
@given(grades=grades)
def test_grades_are_read_as_they_were_written(grades: Grades) -> None:
    _survives("claims/grounds.yaml", grades)


@pytest.mark.parametrize("kind", FIELDS)
def test_generated_records_have_every_field_of_their_kind(kind: type[BaseModel]) -> None:
    # What no generated record has is lost in writing without a failing test.
    assert FIELDS[kind] == {info.alias or name for name, info in kind.model_fields.items()}


def _survives(path: str, written: Debate | Source | Speaker | Grades) -> None:
    text = record_text(written)
    file, problems = read_file(path, text)

    assert problems == []
    assert file is not None
    assert file.record == written
    assert isinstance(file.record, (Debate, Source, Speaker, Grades))
    assert record_text(file.record) == text


@pytest.mark.content
def test_the_committed_records_are_canonical() -> None:
    tree = read_tree(Path(__file__).parents[2])
    assert tree.problems == ()
    for file in tree.files:
        if isinstance(file.record, Claim):
            assert claim_text(file.record, file.body) == _without_head(file.text), file.path
        elif file.record is not None:
            assert record_text(file.record) == _without_head(file.text), file.path


def _without_head(text: str) -> str:
    """The text without the line by which editors find the form of a new record."""
    return re.sub(r"(?m)^# yaml-language-server: .*\n", "", text, count=1)


@pytest.mark.parametrize("text", NASTY)
def test_any_text_survives_in_a_line_and_in_braces(text: str) -> None:
    claim = Claim.model_validate(
        {"id": "some-claim", "kind": "fact", "claim": {"en": text}, "label": {"en": text}}
    )
    file, problems = read_file("claims/d/some-claim.md", claim_text(claim))
    assert problems == []
    assert file is not None
    assert file.record == claim
