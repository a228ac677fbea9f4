import pytest

from graph.text.naming import LONGEST, clean, slug, unique


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The barriers to making AI models turn out lower.", "barriers-making-ai-models-turn-out"),
        ("Europe’s café isn't open.", "europes-cafe-isnt-open"),
        ("To be or not to be.", "not"),
        ("It is as it is.", "it-is-as-it-is"),
        ("漢字", "claim"),
        ("../../etc/passwd\x00", "etc-passwd"),
        ("x" * 90, "x" * LONGEST),
        ("one " + "y" * 60, "one"),
    ],
)
def test_an_id_is_made_of_telling_words(text: str, expected: str) -> None:
    assert slug(text, "claim") == expected


def test_a_taken_id_gets_the_first_free_number() -> None:
    assert unique("a", set()) == "a"
    assert unique("a", {"a", "a-2"}) == "a-3"


def test_text_is_cleaned_of_what_nobody_sees() -> None:
    assert clean("  a\tb\u00a0c\r\nd\u200be\x07\u202e ") == "a b c de"
    assert clean("e\u0301") == "é"
