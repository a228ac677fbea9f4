"""What is told of hand-written pages before a site is made of them."""

from pathlib import Path

import pytest

from graph.store.problem import Fault
from graph.store.written_pages import head_unfit, page_problems


def _told(root: Path, **pages: bytes) -> list[tuple[str, Fault, int, str]]:
    (root / "site").mkdir()
    for name, raw in pages.items():
        (root / "site" / f"{name}.md").write_bytes(raw)
    return [(each.path, each.fault, each.span.line, each.found) for each in page_problems(root)]


def test_a_page_is_utf_8(tmp_path: Path) -> None:
    assert _told(
        tmp_path, a=b"\xef\xbb\xbf# A\r\n", b=b"# B\n\n\xe9", c="# C".encode("utf-16")
    ) == [
        ("site/b.md", Fault.NOT_UTF8, 3, ""),
        ("site/c.md", Fault.NOT_UTF8, 1, ""),
    ]


@pytest.mark.parametrize("end", ["---", "...", "--- "])
@pytest.mark.parametrize("line", ["\n", "\r\n"])
def test_what_a_page_says_of_itself_is_plain(tmp_path: Path, end: str, line: str) -> None:
    heads = {
        "plain": "title: So\ntags: [a, b]\n",
        "no_yaml": "title: [\n",
        "alias": "a: &a {x: 1}\nb: *a\n",
        "merged": "a: &a {x: 1}\nb: {<<: [*a, *a]}\n",
        "deep": f"x: {'[' * 50_000}\n",
    }
    pages = {
        name: f"---\n{head}{end}\n# A\n".replace("\n", line).encode()
        for name, head in heads.items()
    }
    assert [each[:2] for each in _told(tmp_path, **pages)] == [
        ("site/alias.md", Fault.TOO_DEEP),
        ("site/deep.md", Fault.TOO_DEEP),
        ("site/merged.md", Fault.TOO_DEEP),
    ]


@pytest.mark.parametrize("text", ["", "# A\n", "---\n", "---\n\na: &a\n", "----\n*a\n---\n"])
def test_a_page_without_such_a_beginning_has_none_that_is_unfit(text: str) -> None:
    assert head_unfit(text) == ""


def test_of_what_is_still_to_be_written_no_more_is_told_than_is_read(tmp_path: Path) -> None:
    ((_, fault, line, found),) = _told(tmp_path, a=b"\n<!-- to write: " + b"x" * 90_000 + b"-->\n")
    assert (fault, line, len(found)) == (Fault.TO_WRITE, 2, 201)
