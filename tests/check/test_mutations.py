"""Whatever is in the files, checking gives findings: no traceback, no write."""

import json
import os
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.base import KnowledgeBase
from graph.check import check, github_report, json_report, sarif_report, text_report

BASE = Path(__file__).parent.parent / "cases" / "base"
FILES = {
    path.relative_to(BASE).as_posix(): path.read_bytes()
    for path in sorted(BASE.rglob("*"))
    if path.is_file()
}
EXAMPLES = int(os.environ.get("BETOOG_MUTATIONS", "400"))
SNIPPETS = [
    b"\t", b"\r", b"\r\n", b"\x00", b"\xff", b"\xef\xbb\xbf", b"\xc2\x85", b"\xe2\x80\xa8",
    b"---\n", b"...\n", b": ", b"- ", b"? ", b"[", b"]", b"{", b"}", b"'", b'"', b"\\", b"#",
    b"&a ", b"*a", b"!x ", b"!!int ", b"<<: ", b"|\n", b">\n", b"%", b"@", b"`", b"~", b"null",
    b"id: x\n", b"supports: [{}]\n", b"passages: 3\n", b"claim: []\n", b"with: [a, a]\n",
    b" -> ", b"(", b")", b"-> (-> ())", b"999999999999999999999", b"1e999", b"nan", b"[" * 5000,
    b"\x1b[31m", "\u202e".encode(), "\U0001f600".encode(), "漢字".encode(),
]  # fmt: skip


@st.composite
def mutated(draw: st.DrawFn) -> tuple[str, bytes]:
    """A file of the base with a few slips in it."""
    path = draw(st.sampled_from(sorted(FILES)))
    content = FILES[path]
    for _ in range(draw(st.integers(1, 4))):
        content = _slip(draw, content)
    return path, content


def _slip(draw: st.DrawFn, content: bytes) -> bytes:
    at = draw(st.integers(0, max(len(content) - 1, 0)))
    lines = content.splitlines(keepends=True) or [b""]
    line = draw(st.integers(0, len(lines) - 1))
    match draw(st.integers(0, 6)):
        case 0:
            return content[:at] + bytes([draw(st.integers(0, 255))]) + content[at + 1 :]
        case 1:
            return b"".join(lines[:line] + lines[line + 1 :])
        case 2:
            return b"".join([*lines[: line + 1], *lines[line:]])
        case 3:
            other = draw(st.sampled_from(sorted(FILES)))
            cut = draw(st.integers(0, len(FILES[other])))
            return content[:at] + FILES[other][cut : cut + 200] + content[at:]
        case 4:
            return content[:at] + draw(st.sampled_from(SNIPPETS)) + content[at:]
        case 5:
            return content[:at] + content[at + draw(st.integers(1, 40)) :]
        case _:
            indent = draw(st.sampled_from([b" ", b"  ", b"    "]))
            return b"".join([*lines[:line], indent + lines[line], *lines[line + 1 :]])


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(slips=st.lists(mutated(), min_size=1, max_size=3))
def test_no_slip_gives_a_traceback_or_a_write(slips: list[tuple[str, bytes]]) -> None:
    written = FILES | dict(slips)
    with TemporaryDirectory() as folder:
        root = Path(folder)
        for path, content in written.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(content)

        kb = KnowledgeBase.load(root)
        findings = check(kb)

        assert [each for each in findings if each.code == "X001"] == []
        assert list(findings) == sorted(set(findings))
        for finding in findings:
            assert finding.line >= 1
            assert 1 <= finding.column < finding.end_column
            file = kb.tree.by_path.get(finding.path)
            assert file is None or finding.line <= len(file.lines)
        assert text_report(findings, kb.tree).replace("\n", "").isprintable()
        assert json_report(findings).isascii()
        assert len(github_report(findings).splitlines()) == len(findings)
        assert len(json.loads(sarif_report(findings))["runs"][0]["results"]) == len(findings)
        after = {
            path.relative_to(root).as_posix(): path.read_bytes()
            for path in root.rglob("*")
            if path.is_file()
        }
        assert after == written
