import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.drafting.issue_form import (
    HOW,
    LARGEST,
    Field,
    Heading,
    IssueForm,
    UnreadableIssueError,
    body_of,
    draft_fields,
    form_of,
)
from graph.drafting.issue_template import FOLDER, issue_templates
from graph.records import Kind, Level
from graph.text.naming import clean
from graph.words.language import BUNDLED, language

ROOT = Path(__file__).parents[2]
FORMS = ROOT / FOLDER


FORM = IssueForm(language("en"), ("en", "nl"))
FIELDS = FORM.fields
CLAIM, WHY = Field(Heading.CLAIM, "en"), Field(Heading.WHY, "en")
REMARKS = Field(Heading.REMARKS)
NAMES = {
    "ENGLISH": CLAIM,
    "DUTCH": Field(Heading.CLAIM, "nl"),
    "WHY": WHY,
    "WHY_DUTCH": Field(Heading.WHY, "nl"),
    **{each.name: Field(each) for each in Heading if Field(each) in FIELDS},
}


def form(made: IssueForm = FORM, /, **answers: str) -> str:
    """The body that the host makes of a form, with these answers by the names of its fields."""
    given = {NAMES[name]: answer for name, answer in answers.items()}
    return filled_in(given, made)


def filled_in(answers: Mapping[Field, str], made: IssueForm = FORM) -> str:
    return "\n\n".join(
        f"### {made.label(each)}\n\n{answers.get(each, '_No response_')}" for each in made.fields
    )


SOURCES = {"example.org/report": "the-report", "10.1000/182": "the-paper"}


def fields(made: IssueForm = FORM, /, **answers: str) -> tuple[dict[str, Any], list[str]]:
    speakers = {"jane doe": "jane-doe"}
    found, wrong = draft_fields(made, made.answers(form(made, **answers)), speakers, SOURCES)
    return found, [each.field for each in wrong]


@pytest.mark.parametrize(
    ("said", "source"),
    [
        ("https://example.org/report", "the-report"),
        ("http://www.example.org/report/", "the-report"),
        ("<https://example.org/report>", "the-report"),
        ("https://doi.org/10.1000/182", "the-paper"),
        ("doi:10.1000/182", "the-paper"),
    ],
)
def test_a_source_that_is_there_is_known_by_its_address(said: str, source: str) -> None:
    found, _ = fields(SOURCE=said)
    assert found["source"] == source
    assert "new_source" not in found


@pytest.mark.process
def test_the_forms_are_valid() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema",
         "vendor.github-issue-forms", *map(str, sorted(FORMS.glob("*.yml")))],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("codes", [("en", "nl"), ("nl",), ("de", "fr", "en")])
def test_the_form_asks_for_what_is_read(codes: tuple[str, ...]) -> None:
    words = language(codes[0] if codes[0] in BUNDLED else "en")
    made = IssueForm(words, codes)
    body = yaml.safe_load(issue_templates(words, codes)[f"{FOLDER}/claim.yml"])["body"]
    asked = {each["id"]: each["attributes"] for each in body if "id" in each}
    assert list(asked) == [each.id for each in made.fields]
    assert [each["label"] for each in asked.values()] == list(map(made.label, made.fields))
    assert list(map(made.kinds.get, asked["kind"]["options"])) == list(Kind)
    assert list(map(made.how.get, asked["how"]["options"])) == list(HOW)
    assert list(map(made.levels.get, asked["level"]["options"])) == list(Level)
    assert [name for name in asked if name.startswith("claim")] == [
        f"claim-{each}" for each in codes
    ]


def test_what_is_chosen_is_read_in_the_words_of_the_form_or_as_records_have_it() -> None:
    dutch = IssueForm(language("nl"), ("nl",))
    for kind in ("oorzaak en gevolg", "Oorzaak en gevolg", "causal"):
        found, wrong = fields(dutch, DUTCH="Het baat.", KIND=kind, TARGET="a", HOW="supports")
        assert (found["kind"], found["links"][0]["type"], wrong) == ("causal", "supports", [])
    assert fields(dutch, KIND="leugen")[1] == [dutch.label(Field(Heading.KIND))]


@pytest.mark.parametrize("code", BUNDLED)
def test_a_form_is_known_by_its_headings_whatever_the_languages_of_the_site(code: str) -> None:
    made = IssueForm(language(code), ("en", "nl"))
    body = form(made, ENGLISH="One.", KIND="fact")
    found = form_of(body, [language(each) for each in BUNDLED], ("de", "nl", "en"))
    assert found.words.code == code
    assert found.answers(body) == {CLAIM: "One.", Field(Heading.KIND): "fact"}


def test_the_body_is_found_in_an_event() -> None:
    assert body_of(json.dumps({"issue": {"body": "### a\r\nb"}})) == "### a\nb"
    for wrong in ("{", '{"issue": 3}', '{"issue": {"body": 3}}', "{" * 2000, "x" * (LARGEST + 1)):
        with pytest.raises(UnreadableIssueError, match="body"):
            body_of(wrong)


def test_no_answer_is_none_and_the_first_of_two_counts() -> None:
    body = form(ENGLISH="One.") + f"\n\n### {FORM.label(CLAIM)}\n\nTwo.\n### Unknown\nthree"
    assert FORM.answers(body)[CLAIM] == "One."
    assert Field(Heading.CLAIM, "nl") not in FORM.answers(body)


_HOSTILE = [
    "### {}",
    "Text.\n### {}\nmore",
    "Text.\n\n### {}\n\nmore\n\n### {}\n\nonce more",
    "```\n### {}\n```",
    "```md\n\n### {}\n\nmore\n```\nText.",
    "~~~~\n```\n\n### {}\n\n~~~\n~~~~",
    "```\n\n### {}\n\nthat nobody closes",
]


def _anybody_can_tell(answer: str, inside: Field, named: Field) -> bool:
    """Whether an answer does not end as the host ends it, with the next field."""
    closed = "\n```\n" in f"{answer}\n" or answer.endswith("~~~~")
    alike = f"\n\n### {FORM.label(named)}\n\n" in f"\n\n{answer}\n\n"
    return closed or not alike or FIELDS.index(named) != FIELDS.index(inside) + 1


@pytest.mark.parametrize(
    ("answer", "inside", "named"),
    [
        (answer, inside, named)
        for inside in (CLAIM, WHY, REMARKS)
        for named in FIELDS
        for answer in (each.replace("{}", FORM.label(named)) for each in _HOSTILE)
        if _anybody_can_tell(answer, inside, named)
    ],
)
def test_a_heading_inside_an_answer_is_part_of_it(answer: str, inside: Field, named: Field) -> None:
    given = {each: f"the {each.id}" for each in FIELDS}
    found = FORM.answers(filled_in({**given, inside: answer}))
    assert found == {**given, inside: answer if inside == REMARKS else clean(answer)}


def test_remarks_that_name_an_empty_field_leave_it_empty() -> None:
    given = form(ENGLISH="One.", REMARKS="As said:\n\n### Source\n\nhttps://example.org/")
    assert set(FORM.answers(given)) == {CLAIM, REMARKS}
    assert "https://example.org/" in FORM.answers(given)[REMARKS]


def test_a_block_that_nobody_closes_takes_no_field_along() -> None:
    given = {each: f"the {each.id}" for each in FIELDS}
    found = FORM.answers(filled_in({**given, WHY: "So:\n```\nx = 1"}))
    assert found == {**given, WHY: "So: ``` x = 1"}


def test_fields_in_another_order_and_without_empty_lines_are_read() -> None:
    body = "\n".join(f"### {FORM.label(each)} ###\nthe {each.id}" for each in reversed(FIELDS))
    assert FORM.answers(body) == {each: f"the {each.id}" for each in FIELDS}


@pytest.mark.parametrize("written", ["<{}>", "[the claim]({})", "{}"])
def test_an_address_may_be_a_link_of_markdown(written: str) -> None:
    found, wrong = fields(
        ENGLISH="Paths pay.", KIND="fact", HOW="A reason for it", TITLE="T", ISSUED="2025",
        TARGET=written.replace("{}", "https://x.org/claims/a-b/"),
        SOURCE=written.replace("{}", "https://example.org/x"),
    )  # fmt: skip
    assert wrong == []
    assert found["links"][0]["target"] == "a-b"
    assert found["new_source"]["URL"] == "https://example.org/x"


@pytest.mark.parametrize(
    "target",
    [
        "a-b", "https://x.org/claims/a-b", "https://x.org/kb/nl/claims/a-b/index.html#reasons",
        "https://x.org/claims/a-b/?reject=c", "a-b.md", "claims/d/paragraph-01/a-b.md",
        "https://github.com/o/r/blob/main/claims/d/a-b.md?plain=1", "claims/d/a-b.nl.md",
    ],
)  # fmt: skip
def test_a_claim_is_named_by_its_page_and_by_its_file_too(target: str) -> None:
    found, wrong = fields(
        ENGLISH="Paths pay.", KIND="fact", TARGET=target, HOW="A reason for it", WHY="So."
    )
    assert wrong == []
    assert found["links"][0]["target"] == "a-b"


def test_answers_become_a_draft() -> None:
    found, wrong = fields(
        ENGLISH="Paths pay.", KIND="fact", TARGET="https://x.org/nl/claims/a-b/?c#d",
        HOW="A reason for it", WHY="So.", SOURCE="https://doi.org/10.1234/x", TITLE="T",
        ISSUED="2025", PARAGRAPH="3", START="a b", SPEAKER="Jane Doe",
    )  # fmt: skip
    assert wrong == []
    assert found["links"] == [{"type": "supports", "target": "a-b", "because": {"en": "So."}}]
    assert found["new_source"]["DOI"] == "10.1234/x"
    assert (found["paragraph"], found["speaker"]) == (3, "jane-doe")


@pytest.mark.parametrize(
    ("how", "type_"), [(how, type_) for how, type_ in FORM.how.items() if type_ != "answers"]
)
def test_a_link_is_of_the_type_that_was_chosen(how: str, type_: str) -> None:
    found, wrong = fields(ENGLISH="Paths pay.", KIND="fact", TARGET="a", HOW=how, WHY="So.")
    assert wrong == []
    assert [each["type"] for each in found["links"]] == [type_]


def test_what_cannot_be_read_is_named_by_its_heading() -> None:
    _, wrong = fields(
        ENGLISH="x" * 3000, KIND="lie", TARGET="a", HOW="Whatever", PARAGRAPH="-1",
        SOURCE="https://x.org", ISSUED="yesterday",
    )  # fmt: skip
    asked = (Heading.KIND, Heading.PARAGRAPH, Heading.ISSUED, Heading.HOW)
    assert wrong == [FORM.label(each) for each in (CLAIM, *map(Field, asked))]


@pytest.mark.parametrize("hostile", ["../../etc/passwd", "a\x00b", "$(rm -rf)", "; ls", "‮evil"])
def test_ids_from_an_issue_are_only_ever_letters_digits_and_hyphens(hostile: str) -> None:
    found, _ = fields(KIND="fact", TARGET=hostile, HOW="A reason for it", SOURCE=hostile)
    for text in (found["links"][0]["target"], found["source"]):
        assert set(text) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_an_answer_needs_no_warrant() -> None:
    found, wrong = fields(ENGLISH="It does.", KIND="fact", TARGET="why", HOW="An answer to it")
    assert wrong == []
    assert (found["links"], found["answers"]) == ([], ["why"])


@pytest.mark.parametrize("issued", ["2023-02-30", "1900-02-29", "2025-13", "0000", "May 2025"])
def test_a_date_that_no_calendar_has_is_named_by_its_heading(issued: str) -> None:
    assert fields(SOURCE="https://example.org/", KIND="fact", ISSUED=issued)[1] == [
        FORM.label(Field(Heading.ISSUED))
    ]


@pytest.mark.parametrize("written", ["10.1/x", "DOI: 10.1/x", "https://dx.doi.org/10.1%2Fx"])
def test_a_doi_is_recorded_alone(written: str) -> None:
    found, wrong = fields(SOURCE=written, KIND="fact", ISSUED="2024-02-29")
    assert (found["new_source"]["DOI"], wrong) == ("10.1/x", [])


@pytest.mark.parametrize(
    "written",
    ['https://example.org/"onclick=x', "https://", "ftp://example.org/a", "https://a b/c"],
)
def test_what_is_meant_as_an_address_and_is_none_is_said_to_be_none(written: str) -> None:
    found, wrong = fields(SOURCE=written, KIND="fact")
    assert wrong == [FORM.label(Field(Heading.SOURCE))]
    assert "source" not in found
    assert "new_source" not in found


def test_no_author_is_passed_over_and_no_name_of_a_step_is_cut() -> None:
    step = " -> ".join(["a" * 90] * 4)
    found, _ = fields(
        SOURCE="10.1/x", AUTHOR="; ".join(f"Doe {each}" for each in range(40)), KIND="fact",
        TARGET=step, HOW=FORM.words.t("issue.how.undercuts"), WHY="So.",
    )  # fmt: skip
    assert len(found["new_source"]["author"]) == 40
    assert [each["target"] for each in found["links"]] == [step]
