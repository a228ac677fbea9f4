from pathlib import Path

import pytest

from graph.editor.completion import completion, documentation
from graph.editor.open_records import Desk

PATH = "claims/paths/new-claim.md"


def labels(desk: Desk, fields: str, path: str = PATH) -> list[str]:
    lead = "---\n" if path.endswith(".md") else ""
    text = lead + fields
    desk.type(path, text + ("\n---\n" if lead else "\n"))
    lines = text.split("\n")
    found = completion(desk.kb, path, len(lines), len(lines[-1]) + 1)
    return [each.label for each in found.proposals] if found is not None else []


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("supports:\n  - claim: ", "build-cycle-paths"),
        ("supports:\n  - {claim: x, with: [", "town-cares-for-health"),
        ("answers: [", "who-rides-in-the-rain"),
        ("undercuts:\n  - link: ", "paths-cost-much -> build-cycle-paths"),
        ("passages:\n  - {source: ", "essay"),
        ("speaker: a", "ada-bron"),
        ("supports:\n  - claim: x\n    scheme: ", "positive-consequences"),
        ("kind: ", "prediction"),
        ("implicit: ", "true"),
        ("outcome: {state: ", "came-true"),
        ("outcome:\n  claims: [", "roads-cost-more"),
        ("outcome:\n  b", "because"),
        ("ki", "kind"),
        ("supports:\n  - claim: x\n    be", "because"),
        ("passages:\n  - {", "paragraph"),
        ("claim:\n  ", "nl"),
    ],
)
def test_proposes_what_fits_in_a_claim(desk: Desk, fields: str, expected: str) -> None:
    assert expected in labels(desk, fields)


def test_only_questions_can_be_answered(desk: Desk) -> None:
    assert labels(desk, "answers: [") == ["who-rides-in-the-rain"]


def test_a_debate_names_its_theses(desk: Desk) -> None:
    path = "claims/paths/debate.yaml"
    assert "build-cycle-paths" in labels(desk, "theses: [", path)
    assert "roots" in labels(desk, "themes:\n  - id: x\n    ro", path)


def test_a_finding_names_claims_and_keywords_stand_under_languages(desk: Desk) -> None:
    path = "claims/paths/debate.yaml"
    finding = "findings:\n  - finding: {en: So.}\n    claims: ["
    assert "build-cycle-paths" in labels(desk, finding, path)
    assert labels(desk, "findings:\n  - f", path) == ["finding", "claims"]
    assert labels(desk, "keywords:\n  ")[:2] == ["en", "nl"]
    assert labels(desk, "editors: [", path) == []


def test_a_source_has_a_type_and_its_title_names_nothing(desk: Desk) -> None:
    assert "webpage" in labels(desk, "type: ", "claims/sources/new.yaml")
    assert labels(desk, "title: ", "claims/sources/new.yaml") == []


def test_a_source_names_its_original_and_a_debate_its_texts(desk: Desk) -> None:
    assert labels(desk, "original: ", "claims/sources/copy.yaml") == ["copy", "essay"]
    assert "essay" in labels(desk, "source: ", "claims/paths/debate.yaml")
    assert "essay" in labels(desk, "source: [essay, ", "claims/paths/debate.yaml")


def test_the_grades_of_sources_have_their_fields(desk: Desk) -> None:
    assert "peer_reviewed" in labels(desk, "primary: 0.8\npe", "claims/grounds.yaml")


def test_claims_are_found_by_words_of_any_language(desk: Desk) -> None:
    assert labels(desk, "supports:\n  - claim: houdt fit") == ["cycling-keeps-fit"]
    desk.type(PATH, "---\nsupports:\n  - claim: \n---\n")
    found = completion(desk.kb, PATH, 3, 12)
    assert found is not None
    fit = next(each for each in found.proposals if each.label == "cycling-keeps-fit")
    assert "Cycling keeps people fit." in fit.filter
    assert "Fietsen" in fit.filter


def test_steps_sources_and_speakers_are_found_by_more_than_one_word(desk: Desk) -> None:
    cost = labels(desk, "undercuts:\n  - link: cost cycle")
    assert "paths-cost-much -> build-cycle-paths" in cost
    assert "cycling-keeps-fit -> build-cycle-paths" not in cost
    name = desk.kb.speakers["ada-bron"].name.wording("en").text
    assert labels(desk, f"speaker: {name}") == ["ada-bron"]
    assert labels(desk, "speaker: nobody here") == []


def test_a_step_that_is_being_named_is_not_proposed_itself(desk: Desk) -> None:
    fields = "claim: {en: A.}\nkind: fact\nundercuts:\n  - link: cost"
    found = labels(desk, fields)
    assert found
    assert not [each for each in found if each.startswith(f"{Path(PATH).stem} ->")]


def test_the_target_of_a_link_is_proposed_first(desk: Desk) -> None:
    assert labels(desk, "supports:\n  - ")[0] == "claim"
    assert labels(desk, "undercuts:\n  - ")[0] == "link"


def test_nothing_is_proposed_in_the_text_below(desk: Desk) -> None:
    desk.type(PATH, "---\nkind: fact\n---\nkind: ")

    assert completion(desk.kb, PATH, 4, 7) is None
    assert completion(desk.kb, "claims/none.md", 1, 1) is None


def test_a_proposal_shows_the_sentence_and_the_standing(desk: Desk) -> None:
    said = documentation(desk.kb, "claim", "build-cycle-paths")

    assert "The town should build cycle paths" in said
    assert desk.kb.assessment.standings["build-cycle-paths"].value in said
