from graph.store import Fault
from graph.store.front_matter import FrontMatter, Unfenced, split_front_matter


def test_fields_and_text_are_split_at_the_fences() -> None:
    assert split_front_matter("---\na: b\n---\nText.\n") == FrontMatter("a: b\n", 2, "Text.\n", 4)


def test_a_rule_in_the_text_is_text() -> None:
    parts = split_front_matter("---\na: b\n---\nOne.\n\n---\n\nTwo.\n")
    assert isinstance(parts, FrontMatter)
    assert parts.body == "One.\n\n---\n\nTwo.\n"


def test_the_second_fence_may_end_the_file() -> None:
    assert split_front_matter("---\na: b\n---") == FrontMatter("a: b\n", 2, "", 4)


def test_old_line_breaks_in_the_fields_do_not_move_the_text() -> None:
    parts = split_front_matter("---\na: b\x0cc\u2028d\n---\nText.")
    assert isinstance(parts, FrontMatter)
    assert (parts.body, parts.body_line) == ("Text.", 4)


def test_a_missing_first_fence_is_told_from_a_missing_second() -> None:
    first, second = split_front_matter("a: b\n---\n"), split_front_matter("---\na: b\n")
    assert isinstance(first, Unfenced)
    assert isinstance(second, Unfenced)
    assert (first.fault, second.fault) == (Fault.NO_FRONT_MATTER, Fault.OPEN_FRONT_MATTER)
