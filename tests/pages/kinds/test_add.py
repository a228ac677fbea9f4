"""What the form page knows: the records there are, and the fields of the forms for issues."""

from pathlib import Path
from typing import Any

import yaml

from graph.base import KnowledgeBase
from graph.drafting.issue_form import Heading
from graph.pages.kinds.add import CORRECTION, IN_LANGUAGE, known_records
from graph.passages import wording_mark

ROOT = Path(__file__).resolve().parents[3]


def _fields(form: str) -> dict[str, str]:
    text = (ROOT / ".github" / "ISSUE_TEMPLATE" / form).read_text("utf-8")
    body: list[Any] = yaml.safe_load(text)["body"]
    return {each["id"]: each["attributes"]["label"] for each in body if "id" in each}


def test_issues_are_filled_in_by_the_fields_of_their_forms() -> None:
    fields = _fields("claim.yml")
    assert list(fields.values()) == [each.value for each in Heading]
    assert [each.name.lower().replace("_", "-") for each in Heading] == list(fields)
    assert {each for pair in IN_LANGUAGE.values() for each in pair} <= set(fields)
    assert _fields("correction.yml") == CORRECTION


def test_every_claim_is_there_with_its_file_and_the_steps_to_it(whole: KnowledgeBase) -> None:
    known = known_records(whole)
    assert set(known["claims"]) == set(whole.claims)
    for claim, (texts, path, question, mark) in known["claims"].items():
        assert mark == wording_mark(whole.claims[claim].claim.original.text)
        assert texts == dict(whole.claims[claim].claim.root)
        assert (whole.tree.root / path).is_file()
        assert bool(question) == (whole.claims[claim].kind.value == "question")
    for claim in whole.claims:
        steps = {
            (link.id, link.claim, wording_mark(link.record.because.original.text))
            for link in (*whole.reasons(claim), *whole.objections(claim), *whole.conditions(claim))
            if link.record.because is not None
        }
        assert {tuple(each) for each in known["steps"].get(claim, [])} == steps


def test_ids_that_are_taken_include_older_ones(whole: KnowledgeBase) -> None:
    known = known_records(whole)
    assert set(known["taken"]["claims"]) == set(whole.claims) | set(whole.aliases)
    assert set(known["taken"]["sources"]) == set(whole.sources)
    speakers = set(known["speakers"].values())
    assert speakers == set(whole.speakers) == set(known["taken"]["speakers"])
