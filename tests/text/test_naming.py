import json
from pathlib import Path

import pytest

from graph.records.scalars import is_well_formed_id
from graph.text.naming import LONGEST, clean, plain, slug, slug_of, unique

IDS: dict[str, str] = json.loads(Path(__file__).with_name("ids.json").read_text("utf-8"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The barriers to making AI models turn out lower.", "barriers-making-ai-models-turn-out"),
        ("Europe’s café isn't open.", "europes-cafe-isnt-open"),
        ("To be or not to be.", "not"),
        ("It is as it is.", "it-is-as-it-is"),
        ("../../etc/passwd\x00", "etc-passwd"),
        ("x" * 90, "x" * LONGEST),
        ("one " + "y" * 60, "one"),
    ],
)
def test_an_id_is_made_of_telling_words(text: str, expected: str) -> None:
    assert slug(text, "claim") == expected


@pytest.mark.parametrize(("text", "expected"), IDS.items())
def test_any_script_has_ids(text: str, expected: str) -> None:
    assert slug(text, "claim") == expected
    assert is_well_formed_id(expected)
    assert len(expected) <= LONGEST


def test_no_letter_of_a_script_without_ids_is_taken_for_another() -> None:
    han = [chr(each) for each in range(0x4E00, 0x4E00 + 1_000)]
    assert len({slug(each, "claim") for each in han}) == len(han)


def test_a_text_that_has_words_comes_before_a_mark_of_the_first() -> None:
    assert slug_of(["下雨了。", "It rains."], "claim") == "rains"
    assert slug_of(["下雨了。", "🚲"], "claim") == slug("下雨了。", "claim")
    assert slug_of([], "claim") == "claim"


def test_a_taken_id_gets_the_first_free_number() -> None:
    assert unique("a", set()) == "a"
    assert unique("a", {"a", "a-2"}) == "a-3"


def test_text_is_cleaned_of_what_nobody_sees() -> None:
    assert clean("  a\tb\u00a0c\r\nd\u200be\x07\u202e ") == "a b\u00a0c de"
    assert clean("e\u0301") == "é"


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u3000", "\u2009", "\u2007"])
def test_spaces_that_somebody_chose_stay_in_texts_and_not_in_names(space: str) -> None:
    assert clean(f" {space}10{space}000 \n{space}! {space} ") == f"10{space}000 {space}!"
    assert clean(space) == clean(f" {space}\t") == plain(space) == ""
    assert plain(f" a{space}{space} ->{space}b ") == "a -> b"
    assert clean(clean(f"{space}a{space} b ")) == clean(f"{space}a{space} b ")
    assert slug(f"下雨{space}了。", "claim") == slug("下雨 了。", "claim")
