"""Slips of the pen and the keyboard in files of records, for tests of whatever reads or writes."""

import os
from collections.abc import Mapping
from pathlib import Path

from hypothesis import strategies as st

from tests.examples import examples

BASE = Path(__file__).parent / "cases" / "base"
FILES = {
    path.relative_to(BASE).as_posix(): path.read_bytes()
    for path in sorted(BASE.rglob("*"))
    if path.is_file()
}
EXAMPLES = int(os.environ.get("BETOOG_MUTATIONS", examples(4)))
SNIPPETS = [
    b"\t", b"\r", b"\r\n", b"\x00", b"\xff", b"\xef\xbb\xbf", b"\xc2\x85", b"\xe2\x80\xa8",
    b"\xe2\x80\xa9", b"\xc2\xa0", b" # \xe2\x80\xa8a: b\n",
    b"---\n", b"...\n", b": ", b"- ", b"? ", b"[", b"]", b"{", b"}", b"'", b'"', b"\\", b"#",
    b"&a ", b"*a", b"!x ", b"!!int ", b"<<: ", b"|\n", b">\n", b"%", b"@", b"`", b"~", b"null",
    b"id: x\n", b"supports: [{}]\n", b"passages: 3\n", b"claim: []\n", b"with: [a, a]\n",
    b" -> ", b"(", b")", b"-> (-> ())", b"999999999999999999999", b"1e999", b"nan", b"[" * 5000,
    b"\x1b[31m", "\u202e".encode(), "\U0001f600".encode(), "漢字".encode(),
]  # fmt: skip


@st.composite
def mutated(draw: st.DrawFn, files: Mapping[str, bytes]) -> tuple[str, bytes]:
    """One of the files with a few slips in it."""
    path = draw(st.sampled_from(sorted(files)))
    content = files[path]
    for _ in range(draw(st.integers(1, 4))):
        content = _slip(draw, content, files)
    return path, content


def _slip(draw: st.DrawFn, content: bytes, files: Mapping[str, bytes]) -> bytes:
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
            other = draw(st.sampled_from(sorted(files)))
            cut = draw(st.integers(0, len(files[other])))
            return content[:at] + files[other][cut : cut + 200] + content[at:]
        case 4:
            return content[:at] + draw(st.sampled_from(SNIPPETS)) + content[at:]
        case 5:
            return content[:at] + content[at + draw(st.integers(1, 40)) :]
        case _:
            indent = draw(st.sampled_from([b" ", b"  ", b"    "]))
            return b"".join([*lines[:line], indent + lines[line], *lines[line + 1 :]])


def lay_out(root: Path, files: Mapping[str, bytes]) -> None:
    """Write files below a root."""
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
