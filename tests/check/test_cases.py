"""Every file in tests/cases is a record with one fault, and says which finding it gives.

A case is a text file: a line that says what it shows, the expected finding as
`expect: CODE path line:column-end`, an empty line, and files that replace or join those of
`tests/cases/base`. Each begins with `=== path`, followed by its text. After the path may
stand `(escaped)`: the text has bytes written as `\\xNN`; `(repeated N)`: the text stands
there N times; or `-> target`: the file is a symbolic link.
"""

import re
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest
from syrupy.assertion import SnapshotAssertion

from graph.base import KnowledgeBase
from graph.check import RULES, check, text_report
from graph.pages.proofs.proofreading import with_proofs

CASES = Path(__file__).parent.parent / "cases"
BASE = CASES / "base"
_FILE = re.compile(r"^=== (?P<path>\S+)(?: (?P<option>.+))?\n", re.MULTILINE)
_EXPECT = re.compile(r"expect: (?P<code>\S+) (?P<path>\S+) (?P<line>\d+):(?P<column>\d+)-(\d+)\Z")


File = tuple[str, str, str]
"""A file's path, what is said after it, and its text."""


class Case(NamedTuple):
    """What a case file holds."""

    expected: tuple[str, str, int, int, int]
    files: tuple[File, ...]


def read_files(path: Path) -> tuple[File, ...]:
    """The files that a case file holds."""
    with path.open(encoding="utf-8", newline="") as file:
        _, _, text = file.read().partition("\n\n")
    parts = list(_FILE.finditer(text))
    stops = [*(part.start() for part in parts[1:]), len(text)]
    return tuple(
        (part["path"], part["option"] or "", text[part.end() : stop])
        for part, stop in zip(parts, stops, strict=True)
    )


def read_case(path: Path) -> Case:
    match = _EXPECT.search(path.read_text("utf-8").partition("\n\n")[0])
    assert match is not None, path
    code, where, line, column, end = match.groups()
    return Case((code, where, int(line), int(column), int(end)), read_files(path))


def lay_out(files: tuple[File, ...], root: Path, base: Path | None = BASE) -> None:
    """Write these files, in the base of all cases unless there is to be none."""
    if base is not None:
        shutil.copytree(base, root, dirs_exist_ok=True)
    for path, option, text in files:
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        if option.startswith("->"):
            place.symlink_to(option.removeprefix("->").strip())
            continue
        content = text.encode()
        if option == "(escaped)":
            content = re.sub(rb"\\x([0-9a-f]{2})", lambda m: bytes.fromhex(m[1].decode()), content)
        elif option:
            content *= int(re.sub(r"\D", "", option))
        place.write_bytes(content)


FILES = sorted(CASES.glob("*/*.txt"))


def test_the_base_of_all_cases_has_no_finding() -> None:
    assert check(KnowledgeBase.load(BASE)) == ()


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_broken_record_gives_exactly_its_finding(
    path: Path, tmp_path: Path, snapshot: SnapshotAssertion
) -> None:
    case = read_case(path)
    lay_out(case.files, tmp_path)
    kb = KnowledgeBase.load(tmp_path)
    findings = with_proofs(kb, check(kb))
    found = [(each.code, each.path, each.line, each.column, each.end_column) for each in findings]
    assert found == [case.expected]
    assert findings[0].help, "a finding shows a way out"
    assert text_report(findings, kb.tree) == snapshot


def test_there_is_a_case_for_every_rule() -> None:
    # X001 reports a mistake in the program, which no record can be a case of; S019 is never alone.
    assert {path.parent.name for path in FILES} == set(RULES) - {"X001", "S019"}


def test_a_case_has_one_fault_and_no_two_are_the_same() -> None:
    texts = [read_files(path) for path in FILES]
    assert all(texts)
    assert len(set(texts)) == len(texts)
