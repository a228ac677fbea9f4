"""Sources as BibTeX, read back by an independent reader."""

from pybtex.database import parse_string

from graph.exchange.bibtex import bibtex
from graph.records import Source
from tests.exchange.test_csl_json import SOURCE


def test_an_entry_reads_back_with_its_fields() -> None:
    entry = parse_string(bibtex([SOURCE]), "bibtex").entries["smith-2024"]
    assert entry.type == "article"
    assert entry.fields["journal"] == "A Journal"
    assert entry.fields["year"] == "2024"
    assert entry.fields["month"] == "may"
    assert entry.fields["urldate"] == "2025-01-31"


def test_the_name_of_a_body_stays_in_one_piece() -> None:
    people = parse_string(bibtex([SOURCE]), "bibtex").entries["smith-2024"].persons["author"]
    assert people[0].last_names == ["Smith"]
    assert people[1].last_names == ["{The Office}"]


def test_a_report_has_an_institution() -> None:
    report = Source.model_validate(
        {"id": "r", "type": "report", "title": "R", "publisher": "A Bureau"}
    )
    entry = parse_string(bibtex([report]), "bibtex").entries["r"]
    assert entry.type == "techreport"
    assert entry.fields["institution"] == "A Bureau"
