"""What the form page knows: the records there are, and the fields of the forms for issues."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.base import KnowledgeBase
from graph.drafting.issue_template import FOLDER, issue_templates
from graph.pages.frame import Settings
from graph.pages.kinds.add import known_records
from graph.pages.site import Site
from graph.passages import wording_mark
from graph.words.language import Language, language

ROOT = Path(__file__).resolve().parents[3]


def _fields(form: str, words: Language, codes: tuple[str, ...]) -> list[list[str]]:
    body: list[Any] = yaml.safe_load(issue_templates(words, codes)[f"{FOLDER}/{form}"])["body"]
    return [[each["id"], each["attributes"]["label"]] for each in body if "id" in each]


def _adding(kb: KnowledgeBase, path: str) -> dict[str, Any]:
    pages = Site(kb, Settings((ROOT / "templates",))).pages()
    page = next(each.render() for each in pages if each.file == path)
    data = page.partition('id="adding">')[2].partition("</script>")[0]
    found: dict[str, Any] = json.loads(data)
    return found


@pytest.mark.parametrize("path", ["add/index.html", "nl/add/index.html"])
def test_issues_are_filled_in_by_the_fields_of_the_site_s_first_form(
    whole: KnowledgeBase, path: str
) -> None:
    adding = _adding(whole, path)
    assert adding["labels"] == _fields("claim.yml", language("en"), whole.languages)
    assert adding["correction"] == _fields("correction.yml", language("en"), whole.languages)
    ids = {each for pair in adding["wording"].values() for each in pair}
    assert ids <= {name for name, _ in adding["labels"]}
    assert adding["languages"] == list(adding["wording"]) == list(whole.languages)


def test_the_forms_of_this_repository_are_those_of_its_languages() -> None:
    kb = KnowledgeBase.load(ROOT)
    for path, text in issue_templates(language(kb.languages[0]), kb.languages).items():
        assert (ROOT / path).read_text("utf-8") == text


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


@pytest.mark.parametrize("written", [frozenset(("contribute/",)), frozenset(), None])
def test_the_form_leads_to_a_page_on_contributing_only_where_there_is_one(
    whole: KnowledgeBase, written: frozenset[str] | None
) -> None:
    pages = Site(whole, Settings((ROOT / "templates",), written=written)).pages()
    page = next(each.render() for each in pages if each.file == "add/index.html")
    main = page.partition("<main")[2].partition("</main>")[0]
    there = written is None or "contribute/" in written
    assert ("contribute/" in main) is there
