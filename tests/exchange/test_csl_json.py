"""Sources as CSL-JSON."""

from graph.exchange.csl_json import csl_item, source_note
from graph.records import Source

SOURCE = Source.model_validate(
    {
        "id": "smith-2024",
        "type": "article-journal",
        "title": "On {braces} & ampersands",
        "author": [{"family": "Smith", "given": "Ann"}, {"literal": "The Office"}],
        "issued": "2024-05",
        "container-title": "A Journal",
        "URL": "https://example.org/a",
        "accessed": "2025-01-31",
        "quality": {"level": "primary", "peer_reviewed": "true"},
    }
)


def test_dates_become_date_parts_of_their_own_precision() -> None:
    item = csl_item(SOURCE)
    assert item["issued"] == {"date-parts": [[2024, 5]]}
    assert item["accessed"] == {"date-parts": [[2025, 1, 31]]}


def test_a_person_has_a_family_name_and_a_body_a_literal_one() -> None:
    assert csl_item(SOURCE)["author"] == [
        {"family": "Smith", "given": "Ann"},
        {"literal": "The Office"},
    ]


def test_variables_carry_their_csl_names_and_absent_ones_are_left_out() -> None:
    item = csl_item(SOURCE)
    assert item["container-title"] == "A Journal"
    assert "volume" not in item
    assert "quality" not in item


def test_the_address_is_the_works_own_and_the_note_says_where_it_was_read() -> None:
    seen = SOURCE.model_copy(update={"seen_at": "https://mirror.example/a"})
    item = csl_item(seen)
    assert (item["URL"], item["note"]) == (
        "https://example.org/a",
        "Seen at https://mirror.example/a",
    )
    assert "note" not in csl_item(SOURCE)
    for note in ("A draft", "A draft."):
        noted = source_note(seen.model_copy(update={"note": note}))
        assert noted == "A draft. Seen at https://mirror.example/a"


def test_keywords_of_all_languages_are_one_list() -> None:
    keyed = {
        **SOURCE.model_dump(by_alias=True),
        "keywords": {"en": ["tests"], "nl": ["Tests", "toets"]},
    }
    assert csl_item(Source.model_validate(keyed))["keyword"] == "tests, toets"
    assert "keyword" not in csl_item(SOURCE)
