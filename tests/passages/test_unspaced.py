"""Words of scripts without spaces: they begin and end at any letter, with the signs on it."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.passages import Located, SourceText, locate, paragraphs_of, places, verify_passage
from graph.passages.folded_text import FoldedText
from graph.passages.folding import folded
from graph.passages.quotation import quoted_places
from graph.passages.verify import Status, verify_paragraph
from graph.text.unspaced import FOLLOWING, LEADING, LETTERS, has_unspaced

LETTER = (
    *"城裡的人會少開車公々〇ぁがバーㄅ",
    *("が", "葛\U000e0100", "𠮷", "น้ำ", "เมื", "แล้", "นา", "ที่"),
    *("ກ", "ເມົ", "ຂ້", "ខ្ញុំ", "ថ", "ကျွ", "တ္တ", "စ်", "ᦂ"),
)  # fmt: skip
BETWEEN = ("", "", "", "", "，", "。", " ", "「", "iPhone", "2024", "é", "한국", "\n")


@st.composite
def written(draw: st.DrawFn) -> tuple[list[str], int, int]:
    """Letters with what stands between them, and where a slice that has letters at its ends begins
    and ends."""
    parts = []
    for each in draw(st.lists(st.sampled_from(LETTER), min_size=1, max_size=12)):
        parts += [each, draw(st.sampled_from(BETWEEN))]
    letters = range(0, len(parts), 2)
    begin = draw(st.sampled_from(letters))
    return parts, begin, draw(st.sampled_from(letters[begin // 2 :])) + 1


@given(drawn=written())
def test_any_slice_of_letters_is_found_where_it_stands(drawn: tuple[list[str], int, int]) -> None:
    parts, begin, end = drawn
    text, words = "".join(parts), "".join(parts[begin:end])
    at = len("".join(parts[:begin]))
    source = SourceText((text,))
    spans = {(each.begin, each.end) for each in _every(source, words)}
    assert (at, at + len(words)) in spans
    assert words in {text[slice(*span)] for span in spans}
    found = locate(source, 0, words, None)
    assert isinstance(found, Located)
    assert quoted_places(source, words)
    assert verify_passage(source, 0, words, None, None).status is Status.UNFINGERPRINTED


def _every(source: SourceText, words: str) -> list[Located]:
    """Every place of words, also those that share letters with the one before."""
    found, text, begin = [], source.folded[0], 0
    sought = folded(words).text
    while (span := next(text.whole_words(sought, begin), None)) is not None:
        found.append(Located(0, words, text.as_it_stands(*span), text.as_it_stands(*span)))
        begin = span[0] + 1
    return found


@given(
    text=st.text(alphabet="少開车คน้ำเa \u0301\u0e31,", max_size=12),
    words=st.text(alphabet="少開คน้ำเa", min_size=1, max_size=3),
)
def test_texts_that_break_no_word_are_searched_alike_with_and_without_a_break(
    text: str, words: str
) -> None:
    """There are two ways to look for words, of which one is for texts that break some."""
    plain, broken = folded(text), folded(f"{text} ,a\u00ad\nb")
    sought = folded(words).text
    if "\u00ad" not in broken.text:
        return
    inside = [each for each in broken.whole_words(sought) if each[1] <= len(plain.text)]
    assert list(plain.whole_words(sought)) == inside


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("น้ำหนัก", "น"),
        ("เมือง", "มือง"),
        ("เมือง", "เม"),
        ("ខ្ញុំ", "ញុំ"),
        ("が", "か"),
        ("iPhone手機", "Phone手機"),
        ("手機iPhone", "手機iPh"),
        ("한국어", "국어"),
    ],
)
def test_a_letter_is_not_parted_from_its_signs_nor_a_word_of_another_script(
    text: str, words: str
) -> None:
    assert places(SourceText((unicodedata.normalize("NFD", text),)), words, None) == ()
    assert places(SourceText((text,)), words, None) == ()


def test_words_one_behind_the_other_are_all_found() -> None:
    text = folded("人人人，少開人人")
    assert list(text.whole_words("人")) == [(0, 1), (1, 2), (2, 3), (6, 7), (7, 8)]
    assert list(text.whole_words("人人")) == [(0, 2), (6, 8)]
    assert list(text.whole_words("人", 2)) == [(2, 3), (6, 7), (7, 8)]


def test_a_paragraph_opens_and_closes_with_words_that_stand_at_its_ends() -> None:
    source = paragraphs_of("จดหมาย\n\nรถเมล์ควรจะฟรี!\n\n公共汽車應該免費。")
    assert verify_paragraph(source, 1, "รถเมล์", "ฟรี").status is Status.VERIFIED
    assert verify_paragraph(source, 2, "公共", "免費").status is Status.VERIFIED
    assert verify_paragraph(source, 2, "共汽車", "免費").status is Status.CHANGED


def test_a_word_of_such_letters_is_each_of_them() -> None:
    text = FoldedText(map(folded, ["城裡的人", "公車", "iPhone手機"]))
    assert text.size == 4 + 2 + 3
    assert list(text.having("的人")) == [0]
    assert list(text.having("iPhone")) == [2]


def test_nearest_words_are_told_that_begin_within_a_row_of_letters() -> None:
    source = paragraphs_of("公車\n\n公共汽車應該免費，因為城裡的人一定會少開車。")
    verdict = verify_passage(source, 1, "城裡的人必定會少開車", None, None)
    assert verdict.status is Status.CHANGED
    assert "城裡的人一定會少開車" in verdict.message


@pytest.mark.parametrize("name", ["HANGUL", "TIBETAN", "ETHIOPIC", "DEVANAGARI", "LATIN", "ARABIC"])
def test_scripts_with_spaces_or_signs_between_words_are_not_among_them(name: str) -> None:
    own = [chr(each) for each in range(0x10000) if unicodedata.name(chr(each), "").startswith(name)]
    assert own
    assert not [each for each in own if has_unspaced(unicodedata.normalize("NFKC", each))]


@pytest.mark.parametrize(
    "name",
    ["CJK UNIFIED", "HIRAGANA LETTER", "KATAKANA LETTER", "THAI CHAR", "LAO", "KHMER", "MYANMAR"],
)
def test_of_scripts_without_spaces_no_letter_or_mark_is_forgotten(name: str) -> None:
    own = [chr(each) for each in range(0x10000) if unicodedata.name(chr(each), "").startswith(name)]
    letters = [each for each in own if unicodedata.category(each)[0] == "L"]
    marks = [each for each in own if unicodedata.category(each)[0] == "M"]
    assert letters
    assert not [each for each in letters if not _within(each, LETTERS + FOLLOWING)]
    assert not [each for each in marks if not _within(each, FOLLOWING + LEADING)]


def _within(sign: str, ranges: str) -> bool:
    return re.match(f"[{ranges}]", sign) is not None
