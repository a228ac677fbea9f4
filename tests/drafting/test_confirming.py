import pytest

from graph.drafting.confirming import with_marks
from graph.store import FieldPath
from graph.store.amending import NotAmendableError
from graph.store.layout import laid_out

PATH = "claims/d/a.md"
MARK, OTHER = "abcdefghij", "ponmlkjihg"
HEAD = "---\n# at the head\nclaim: {en: A., nl: B.}  # odd layout\n"
REST = (
    "kind:   fact\nsupports:\n  # first\n  - claim: b   # why not\n  - {claim: c}  # two\n---\nN.\n"
)


def test_marks_go_where_they_belong_and_every_comment_stays() -> None:
    links: dict[FieldPath, str] = {("supports", 0): MARK, ("supports", 1): OTHER}
    changed = with_marks(PATH, HEAD + REST, links, {"nl": MARK})
    assert changed == (
        f"{HEAD}translates: {{nl: {MARK}}}\nkind:   fact\nsupports:\n  # first\n"
        f"  - claim: b   # why not\n    wording: {MARK}\n"
        f"  - {{claim: c, wording: {OTHER}}}  # two\n---\nN.\n"
    )


def test_an_older_mark_is_replaced_in_its_place() -> None:
    links: dict[FieldPath, str] = {("supports", 0): MARK, ("supports", 1): MARK}
    before = with_marks(PATH, HEAD + REST, links, {"nl": MARK})
    after = with_marks(PATH, before, {("supports", 1): OTHER}, {"nl": OTHER})
    assert after == before.replace(f"nl: {MARK}", f"nl: {OTHER}").replace(
        f"c, wording: {MARK}", f"c, wording: {OTHER}"
    )


def test_a_canonical_file_stays_canonical_where_a_line_becomes_too_long() -> None:
    because = "What is said here takes up nearly the whole of the line but not all."
    text = (
        "---\nclaim:\n  en: A.\nkind: fact\nstance: endorses\nsupports:\n"
        f"  - {{claim: b, because: {{en: {because}}}}}\n---\n"
    )
    assert laid_out("claim", text) == text
    changed = with_marks(PATH, text, {("supports", 0): MARK}, {})
    assert laid_out("claim", changed) == changed
    assert f"    wording: {MARK}\n" in changed


def test_an_old_line_break_stays_where_it_is() -> None:
    text = (HEAD + REST).replace("en: A.", "en: A\u2028b.").replace("# two", "# two\u0085three: x")
    changed = with_marks(PATH, text, {("supports", 1): OTHER}, {"nl": MARK})
    assert changed == text.replace("{claim: c}", f"{{claim: c, wording: {OTHER}}}").replace(
        "# odd layout\n", f"# odd layout\ntranslates: {{nl: {MARK}}}\n"
    )


def test_a_record_with_faults_is_left_alone() -> None:
    with pytest.raises(NotAmendableError, match="faults"):
        with_marks(PATH, "---\nkind: fact\n---\n", {}, {"nl": MARK})


def test_a_fit_gets_its_mark_and_the_day_on_which_it_was_read_again() -> None:
    text = (
        "---\nclaim: {en: A.}\nkind: fact\npassages:\n  - source: s\n    start: a b c\n"
        "    fit: {bears: partly, read: 2025-01-31}  # in part\n---\n"
    )
    fit: FieldPath = ("passages", 0, "fit")
    changed = with_marks(PATH, text, {fit: MARK}, {}, {fit: "2026-11-29"})
    assert changed == text.replace(
        "{bears: partly, read: 2025-01-31}", f"{{bears: partly, read: 2026-11-29, wording: {MARK}}}"
    )
