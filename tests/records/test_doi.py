"""DOIs, however they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.records.doi import bare_doi, doi_address


@pytest.mark.parametrize(
    "text",
    [
        "10.1000/182",
        "https://doi.org/10.1000/182",
        "HTTP://DX.DOI.ORG/10.1000/182",
        "doi.org/10.1000/182",
        "doi:10.1000/182",
        "DOI: 10.1000/182",
        "DOI 10.1000/182",
        "https://doi.org/10.1000%2F182",
    ],
)
def test_every_way_to_write_a_doi_is_the_same_name_and_address(text: str) -> None:
    assert bare_doi(text) == "10.1000/182"
    assert doi_address(text) == "https://doi.org/10.1000/182"


def test_what_would_end_an_address_is_escaped_in_it() -> None:
    name = "10.1002/(SICI)1<1::A>3.0.CO;2-Q#x"
    assert bare_doi(name) == name
    assert doi_address(name) == "https://doi.org/10.1002/(SICI)1%3C1::A%3E3.0.CO;2-Q%23x"


@given(st.text())
def test_any_text_has_an_address_and_keeps_its_name(text: str) -> None:
    assert doi_address(text).startswith("https://doi.org/")
    assert bare_doi(text) or not text
