import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.passages import paragraphs_of

BODY = st.lists(st.text("abc, ", min_size=1).map(lambda text: f"x{text}."))


def test_the_first_block_is_paragraph_zero() -> None:
    assert paragraphs_of("A headline\n\nThe lead.\n\nMore.\n").paragraphs == (
        "A headline",
        "The lead.",
        "More.",
    )


def test_section_headings_are_not_counted() -> None:
    text = "Headline\n\nLead.\n\nA section heading\n\nText.\n\n‘Another’ one\n\nLast."
    assert paragraphs_of(text).paragraphs == ("Headline", "Lead.", "Text.", "Last.")


def test_a_section_heading_is_known_by_the_paragraph_it_stands_above() -> None:
    text = "Headline\n\nLead.\n\nPart one\n\nThe first half\n\nText.\n\nPart two\n\nLast."
    assert paragraphs_of(text).headings == {2: ("Part one", "The first half"), 3: ("Part two",)}


@pytest.mark.parametrize(
    "block",
    [
        "Is it so?",
        "‘So it is.’",
        "Three things follow:",
        "- a list item",
        "2. a second one",
        "two lines\nof verse",
        "बसें मुफ़्त हैं।",
        "هل الحافلات مجانية؟",
        "「バスは無料です。」",
        "„Busse sind frei.“",
        "« Les bus sont gratuits. »",
        "a block without a full stop that runs on for many more words than headings have",
    ],
)
def test_what_is_no_heading_stays(block: str) -> None:
    assert paragraphs_of(f"Headline\n\n{block}\n\nLast.").paragraphs[1] == block


def test_a_short_last_block_heads_nothing_and_stays() -> None:
    assert paragraphs_of("Headline\n\nText.\n\nThe author").paragraphs[-1] == "The author"


def test_blank_lines_may_hold_spaces_and_any_line_ending() -> None:
    text = "\ufeffHeadline\r\n \t\r\nOne.\r\n\r\n\r\n\r\nTwo,\r\nthree.\r\n"
    assert paragraphs_of(text).paragraphs == ("Headline", "One.", "Two,\nthree.")


@pytest.mark.parametrize("text", ["", " \n\n \n"])
def test_an_empty_text_has_no_paragraphs(text: str) -> None:
    assert paragraphs_of(text).paragraphs == ()


@given(BODY)
def test_paragraphs_keep_their_order_and_number(body: list[str]) -> None:
    blocks = ["Headline", *body]
    found = paragraphs_of("\n\n".join(blocks)).paragraphs
    assert found == tuple(block.strip() for block in blocks)
