"""Citations: the entry of a source, with its address as a link."""

from typing import Any

import pytest

from graph.pages.views.citation import citation, page_citation
from graph.records import Source


def _cited(**fields: Any) -> str:
    source = Source.model_validate({"id": "a", "type": "webpage", "title": "T", **fields})
    return str(citation(source, "en"))


def test_a_doi_leads_to_its_work() -> None:
    link = '<a href="https://doi.org/10.1000/182" rel="external">https://doi.org/10.1000/182</a>'
    assert link in _cited(DOI="10.1000/182")


def test_a_doi_with_signs_that_end_addresses_leads_to_its_work() -> None:
    cited = _cited(DOI="10.1002/1<1::A>3.0;2#x")
    assert 'href="https://doi.org/10.1002/1%3C1::A%3E3.0;2%23x"' in cited
    assert ">https://doi.org/10.1002/1&lt;1::A&gt;3.0;2#x</a>" in cited


@pytest.mark.parametrize("end", ["(a)", "b,c;d.e", "?x='1'&amp;y=%20", "a__b~", "[0]", ","])
def test_a_link_holds_the_whole_of_an_address(end: str) -> None:
    shown = f"https://example.org/{end}".replace("&", "&amp;")
    link = shown.replace("'", "&#x27;")
    assert f'<a href="{link}" rel="external">{shown}</a>' in _cited(
        URL=f"https://example.org/{end}"
    )


def test_markup_in_a_record_is_text_in_its_citation() -> None:
    cited = _cited(title="<b>&amp;", author=[{"literal": '<i x="'}], note="https://example.org/")
    assert "<b>" not in cited
    assert "&lt;b&gt;&amp;amp;" in cited


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Available at"), ("nl", "Beschikbaar op"), ("de-AT", "Verfügbar unter"),
        ("pt", "Disponível em"), ("ar", "موجود في"), ("gsw", "Available at"),
    ],
)  # fmt: skip
def test_a_citation_is_in_the_language_of_its_reader(language: str, words: str) -> None:
    fields = {"id": "a", "type": "webpage", "title": "T", "URL": "https://example.org/"}
    assert words in citation(Source.model_validate(fields), language)


@pytest.mark.parametrize(
    "title",
    [
        "T", "It is so", "Is it so?", "It is so..", ".", "…", "?!", "“Quoted”", "<b> & so on",
        "a, ", " b", "Of https://example.org/a/", "Seen \ue000 there", "100 %", "Of Q: {t}",
    ],
)  # fmt: skip
@pytest.mark.parametrize("url", ["https://example.org/a/", "https://example.org/?a&b", None])
@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_page_is_cited_as_any_other_work(title: str, url: str | None, language: str) -> None:
    fields = {"id": "a", "type": "webpage", "author": [{"literal": "Q"}], "issued": "2025-02-03"}
    page = Source.model_validate({**fields, "title": "T", "URL": url, "container-title": "S."})
    page = page.model_copy(update={"title": title})
    assert page_citation(page, language) == citation(page, language)


def test_a_page_whose_author_has_the_sign_that_stands_for_a_title_is_cited_as_any_other() -> None:
    fields = {"id": "a", "type": "webpage", "title": "T", "URL": "https://example.org/a/"}
    page = Source.model_validate({**fields, "author": [{"literal": "Q"}], "issued": "2025"})
    page = page.model_copy(update={"container_title": "Of \ue000 and \ue001"})
    assert "Of \ue000 and \ue001" in page_citation(page, "en")
    assert page_citation(page, "en") == citation(page, "en")
