import pytest

from graph.records import Claim, Speaker
from graph.store.writing import claim_text, record_text

DATA = {
    "id": "a-claim",
    "kind": "fact",
    "claim": {"en": "One: a sentence.", "nl": "Een zin."},
    "label": {"en": "One", "nl": "Een, twee"},
}


def test_fields_stand_in_the_order_of_the_model_with_quotes_only_where_needed() -> None:
    text = claim_text(Claim.model_validate(DATA), "Text.\n")
    assert text == (
        "---\n"
        "claim:\n"
        '  en: "One: a sentence."\n'
        "  nl: Een zin.\n"
        'label: {en: One, nl: "Een, twee"}\n'
        "kind: fact\n"
        "stance: endorses\n"
        "---\n"
        "Text.\n"
    )


def test_a_link_begins_with_its_target() -> None:
    step = {"because": {"en": "So.", "nl": "Dus."}, "claim": "b", "with": ["c"], "id": "my-link"}
    text = record_text(Claim.model_validate(DATA | {"supports": [step]}))
    assert (
        "supports:\n  - {claim: b, with: [c], because: {en: So., nl: Dus.}, id: my-link}\n"
    ) in text


def test_what_does_not_fit_on_a_line_stands_below_its_name() -> None:
    step = {"claim": "b", "because": {"en": "So " * 20 + "on.", "nl": "En zo " * 10 + "voort."}}
    text = record_text(Claim.model_validate(DATA | {"supports": [step]}))
    assert "  - claim: b\n    because:\n      en: So So" in text


def test_the_day_of_an_outcome_is_named_as_people_write_it() -> None:
    outcome = {
        "state": "open",
        "on": "2025-01-31",
        "because": {"no": "Ikke sett.", "en": "Unseen."},
    }
    text = record_text(Claim.model_validate(DATA | {"outcome": outcome}))
    assert '{state: open, on: 2025-01-31, because: {"no": Ikke sett., en: Unseen.}}' in text


@pytest.mark.parametrize("score", [0.0, 0.5, 1.0])
def test_every_base_score_is_written_and_none_that_is_absent(score: float) -> None:
    because = {"base_score": str(score), "base_score_because": {"en": "A draw.", "nl": "Gelijk."}}
    assert f"base_score: {score}\n" in record_text(Claim.model_validate(DATA | because))
    assert "base_score" not in record_text(Claim.model_validate(DATA))


def test_a_name_that_is_the_same_everywhere_has_no_language() -> None:
    speaker = Speaker.model_validate({"id": "p", "name": "Jane Doe", "role": {"en": "judge"}})
    assert record_text(speaker) == "name: Jane Doe\nrole:\n  en: judge\n"


def test_invisible_characters_are_written_as_escapes() -> None:
    text = record_text(Speaker.model_validate({"id": "p", "name": "a\x07b\u202ec\U000e0001d"}))
    assert text == 'name: "a\\x07b\\u202Ec\\U000E0001d"\n'
