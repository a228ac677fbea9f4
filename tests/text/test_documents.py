"""Text as the bytes of a document."""

import xml.etree.ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from graph.text.documents import document


def test_what_xml_does_not_allow_is_left_out() -> None:
    assert document("a\0b\x1b[31m\ud800\ufffe\uffff c\té") == "ab[31m c\té".encode()


@given(st.text(st.characters(exclude_characters="&<>")))
def test_any_text_makes_well_formed_xml_and_keeps_what_is_allowed(text: str) -> None:
    content = document(f"<a>{text}</a>")
    assert (ET.fromstring(content).text or "") == document(text).decode().replace(
        "\r\n", "\n"
    ).replace("\r", "\n")


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"])))
def test_every_other_text_is_as_it_was(text: str) -> None:
    assert document(text) == text.encode()
