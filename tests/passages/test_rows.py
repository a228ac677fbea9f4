"""Links to passages in scripts without spaces name whole rows of letters, and a context."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.passages import SourceText, Words, paragraphs_of, prefix_in, suffix_in, words_in
from graph.passages.rows import row_before, row_behind, within_row

TEXT = paragraphs_of(
    "公車來信\n\n公共汽車應該免費，因為城裡的人會少開車。第二句也在這裡。\n\n"
    "我說公共汽車應該免費，因為城裡的人會少開車。「第二句」也在這裡。"
)


@pytest.mark.parametrize(
    ("paragraph", "start", "end", "prefix", "words", "suffix"),
    [
        (1, "城裡的人", None, "因為", ("城裡的人", None), "會少開車"),
        (1, "公共汽", None, None, ("公共汽", None), "車應該免費"),
        (1, "共汽車", "少開車", "公", ("共汽車應該免費", "因為城裡的人會少開車"), None),
        (2, "共汽車", "少開車", "我說公", ("共汽車應該免費", "因為城裡的人會少開車"), None),
        (2, "「第二", "也在", None, ("第二句」也在", None), "這裡"),
        (1, "公共汽車應該免費", "也在這裡", None, ("公共汽車應該免費", "第二句也在這裡"), None),
    ],
)  # fmt: skip
def test_a_link_names_rows_and_what_stands_around_them(
    paragraph: int,
    start: str,
    end: str | None,
    prefix: str | None,
    words: tuple[str, str | None],
    suffix: str | None,
) -> None:
    found = words_in(TEXT, paragraph, start, end)
    assert found == Words(*words)
    around = prefix_in(TEXT, paragraph, *found), suffix_in(TEXT, paragraph, *found)
    assert around == (prefix, suffix)


def test_what_is_far_from_where_its_row_begins_has_no_context() -> None:
    assert row_before("人" * 500, 300) is None
    assert row_behind("人" * 500, 100) is None
    assert row_before("a, 人人", 4) == "人"
    assert row_behind("人人 a", 1) == "人"
    assert row_before("a 2024人人", 6) == "2024"


@given(text=st.text(alphabet="人車น้ำa1 ，。.", max_size=14), at=st.integers(0, 14))
def test_a_context_reaches_to_where_a_row_begins_and_ends(text: str, at: int) -> None:
    at = min(at, len(text))
    before, behind = row_before(text, at), row_behind(text, at)
    assert (before is not None) == (behind is not None) == within_row(text, at)
    if before is not None and behind is not None:
        assert text[at - len(before) : at + len(behind)] == before + behind
        assert not within_row(text, at - len(before))
        assert not within_row(text, at + len(behind))


def test_in_a_script_with_spaces_nothing_is_a_row() -> None:
    text = "Our town’s buses are free, एक नगर, 한국어 글."
    assert not [at for at in range(len(text)) if within_row(text, at)]
    source = SourceText((text,))
    words = words_in(source, 0, "town", "buses")
    assert suffix_in(source, 0, *words) is None
    assert not re.search("-", "".join(each or "" for each in words))
