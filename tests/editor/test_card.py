import pytest

from graph.editor.card import card, plain
from graph.editor.open_records import Desk


def test_a_claim_shows_its_sentences_and_its_standing(desk: Desk) -> None:
    said = card(desk.kb, "claim", "paths-are-expensive")

    assert "**Cycle paths cost much.**" in said
    assert "Fietspaden kosten veel." in said
    word = desk.kb.assessment.standings["paths-cost-much"].value
    assert f"`paths-cost-much` · fact · {word} · 0 reasons, 1 objection" in said


def test_a_claim_says_why_it_stands_where_it_stands(desk: Desk) -> None:
    *_, why, _, ground = card(desk.kb, "claim", "build-cycle-paths").splitlines()

    assert why.startswith("One reason carries it, “Cycling keeps people fit”. ")
    assert "“Cycle paths cost much” speaks against it, but weighs less." in why
    assert ground == "An unstated premise: taken for granted, but others give reasons for it."


def test_a_card_counts_doubts_about_the_steps(desk: Desk) -> None:
    step = "cycling-keeps-fit -> build-cycle-paths"
    doubt = f"claim: {{en: Or not.}}\nkind: fact\nundercuts:\n  - {{link: {step}}}\n"
    desk.type("claims/paths/or-not.md", f"---\n{doubt}---\n")

    assert "1 objection, 1 doubt about the steps" in card(desk.kb, "claim", "build-cycle-paths")


def test_what_became_of_a_prediction_is_said(desk: Desk) -> None:
    desk.type(
        "claims/paths/more-will-ride.md",
        "---\nclaim: {en: More will ride.}\nkind: prediction\n"
        "outcome: {state: open, on: 2025-01-31, because: {en: No path is built.}}\n---\n",
    )
    assert "Still open as of 31 January 2025: No path is built." in card(
        desk.kb, "claim", "more-will-ride"
    )


def test_a_question_is_open(desk: Desk) -> None:
    assert "open question" in card(desk.kb, "claim", "who-rides-in-the-rain")


def test_every_kind_of_record_has_a_card(desk: Desk) -> None:
    assert card(desk.kb, "source", "essay")
    assert card(desk.kb, "speaker", "ada-bron")
    assert "?" in card(desk.kb, "scheme", "positive-consequences")
    assert "*because* Cycling keeps people fit." in card(
        desk.kb, "link", "cycling-keeps-fit -> build-cycle-paths"
    )
    for kind in ("claim", "source", "speaker", "scheme", "link"):
        assert card(desk.kb, kind, "nobody") == ""


def test_a_text_is_no_markdown() -> None:
    assert plain("[a](b) <i>*x*") == r"\[a\](b) \<i\>\*x\*"


@pytest.mark.parametrize(
    ("language", "claim", "link", "kind"),
    [
        ("nl", "Fietspaden kosten veel.", "*omdat* Fietsen houdt mensen fit.", "oorzaak en gevolg"),
        ("de", "Cycle paths cost much.", "*weil* Cycling keeps people fit.", "Ursache und Wirkung"),
    ],
)
def test_a_card_is_in_the_first_language_of_the_site(
    desk: Desk, language: str, claim: str, link: str, kind: str
) -> None:
    configuration = f"plugins: [betoog: {{languages: [{language}, en]}}]\n"
    (desk.root / "mkdocs.yml").write_text(configuration, "utf-8")
    assert card(desk.kb, "claim", "paths-cost-much").startswith(f"**{claim}**")
    assert link in card(desk.kb, "link", "cycling-keeps-fit -> build-cycle-paths")
    fit = card(desk.kb, "claim", "cycling-keeps-fit")
    assert f"· {kind} ·" in fit
    for english in ("reason", "objection", "granted", "Granted"):
        assert english not in fit


def test_a_card_is_found_by_an_older_id(desk: Desk) -> None:
    desk.type("claims/speakers/ada-bron.yaml", "name: Ada Bron\naliases: [ada]\n")
    assert card(desk.kb, "speaker", "ada") == "**Ada Bron**"
