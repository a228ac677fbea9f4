"""What a merge leaves in files."""

import pytest

from graph.store.conflicts import conflicts

BOTH = "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> topic\n"


@pytest.mark.parametrize(
    ("path", "text", "lines"),
    [
        ("claims/d/a.md", f"---\nkind: fact\n---\n{BOTH}", [4]),
        ("claims/d/a.md", f"---\n{BOTH}---\n{BOTH}", [2, 8]),
        ("claims/d/a.nl.md", BOTH.replace("=======", "||||||| base\nc\n======="), [1]),
        ("claims/sources/a.txt", BOTH, [1]),
        ("claims/sources/a.yaml", "title: T\n=======\n", [2]),
        ("claims/d/a.md", "---\nkind: fact\n=======\n---\n", [3]),
        ("claims/d/a.md", "---\nkind: fact\n---\nA heading\n=======\n", []),
        ("claims/d/a.md", "---\n---\n<<<<<<< HEAD\na\n", [3]),
        ("claims/d/a.md", "---\n---\n>>>>>>> topic\n", [3]),
        ("claims/d/a.md", "---\n---\n <<<<<<< HEAD\n", []),
        ("claims/d/a.md", "---\n---\n<<<<<<<HEAD and >>>>>>>>\n", []),
    ],
)
def test_a_conflict_is_found_where_it_begins(path: str, text: str, lines: list[int]) -> None:
    assert [each.span.line for each in conflicts(path, text)] == lines
