"""How a claim is cited."""

import json

import pytest

from graph.pages.views.claim_citation import DAY, citing
from graph.records import Name, Source
from graph.records.source import SourceType
from graph.words.language import language

WORK = Source(
    id="trams-pay",
    type=SourceType.WEBPAGE,
    title="Trams | pay & soon",
    author=(Name(literal="Elsterveen Debates"),),
    issued="2026-03-02",
    container_title="Betoog",
    url="https://trams.example/claims/trams-pay/",
)
COMMIT = "0123456789abcdef0123456789abcdef01234567"


@pytest.mark.parametrize("code", ["en", "nl", "de"])
def test_every_form_has_the_address_the_version_and_a_place_for_the_day(code: str) -> None:
    found = citing(language(code), WORK, COMMIT)
    forms = {"plain": str(found.plain), **dict(found.forms)}
    assert list(forms) == ["plain", "bibtex", "csl_json", "wikipedia"]
    for name, text in forms.items():
        assert DAY in text, name
        assert "trams.example/claims/trams-pay" in text, name
        if name != "wikipedia":
            assert "0123456789" in text, name


def test_csl_is_json_with_the_day_as_it_is_written() -> None:
    item = json.loads(dict(citing(language("en"), WORK, COMMIT).forms)["csl_json"])
    assert item["accessed"] == {"raw": DAY}
    assert item["version"] == "0123456789"
    assert item["title"] == WORK.title


def test_bibtex_is_one_entry_that_is_closed() -> None:
    text = dict(citing(language("en"), WORK, COMMIT).forms)["bibtex"]
    assert text.startswith("@")
    assert text.count("{") == text.count("}")
    assert text.endswith(f"urldate = {{{DAY}}}\n}}")


@pytest.mark.parametrize(
    ("code", "begins", "read"),
    [
        ("en", "{{Cite web |url=", "access-date"),
        ("nl", "{{Citeer web |url=", "bezochtdatum"),
        ("de", "{{Internetquelle |url=", "abruf"),
    ],
)
def test_wikipedia_has_the_template_of_the_language(code: str, begins: str, read: str) -> None:
    text = dict(citing(language(code), WORK, COMMIT).forms)["wikipedia"]
    assert text.startswith(begins)
    assert f"|{read}={DAY}}}}}" in text
    assert "Trams {{!}} pay & soon" in text


def test_what_is_not_known_is_left_out() -> None:
    found = citing(language("en"), WORK.model_copy(update={"url": None}), "")
    assert "Version" not in found.plain
    assert "url=" not in dict(found.forms)["wikipedia"]
    assert "version" not in json.loads(dict(found.forms)["csl_json"])
