from hypothesis import given
from hypothesis import strategies as st

from graph.text.word_difference import Edit, word_difference

KEPT, REMOVED, ADDED = Edit.KEPT, Edit.REMOVED, Edit.ADDED
TEXTS = st.text(st.sampled_from("ab ,.\n’"), max_size=40)


def test_only_the_words_that_differ_are_marked() -> None:
    assert word_difference("Costs fell by 10 percent.", "Costs fell by 10%.") == (
        (KEPT, "Costs fell by 10"),
        (REMOVED, " percent"),
        (ADDED, "%"),
        (KEPT, "."),
    )


def test_changes_beside_one_another_are_one_change() -> None:
    found = word_difference("The old grey mare is a fine one", "The young brown mare is a fine one")
    assert [text for edit, text in found if edit is REMOVED] == ["old grey"]
    assert [text for edit, text in found if edit is ADDED] == ["young brown"]


def test_another_sentence_altogether_is_shown_whole() -> None:
    old, new = "Everything flows.", "A wholly new thought about rivers"
    assert word_difference(old, new) == ((REMOVED, old), (ADDED, new))


def test_very_long_texts_are_not_compared_word_by_word() -> None:
    old, new = "a b " * 5000, "a c " * 5000
    assert word_difference(old, new) == ((REMOVED, old), (ADDED, new))


@given(TEXTS, TEXTS)
def test_the_stretches_make_up_both_texts(before: str, after: str) -> None:
    found = word_difference(before, after)
    assert "".join(text for edit, text in found if edit is not ADDED) == before
    assert "".join(text for edit, text in found if edit is not REMOVED) == after
    assert all(text for _, text in found)
