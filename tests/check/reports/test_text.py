from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from graph.check import Finding, Severity, text_report
from graph.store import Tree
from graph.store.record_file import RecordFile


def _tree(line: str) -> Tree:
    return Tree(Path(), (RecordFile("claims/d/a.md", "claim", "a", "d", f"---\n{line}\n"),), ())


def _finding(column: int, end: int, message: str = "what is wrong", help_: str = "") -> Finding:
    return Finding("R101", Severity.ERROR, "claims/d/a.md", 2, column, end, message, help_, "a")


def _report(line: str, column: int, end: int, message: str = "what is wrong") -> str:
    return text_report((_finding(column, end, message),), _tree(line))


def test_the_line_is_shown_with_a_caret_and_a_way_out(snapshot: SnapshotAssertion) -> None:
    findings = (
        _finding(10, 16, "unknown claim `models`", "did you mean `model`?"),
        Finding("P301", Severity.HINT, "claims/d/a.md", 2, 1, 9, "a hint"),
        Finding("S004", Severity.WARNING, "claims/gone.md", 1, 1, 2, "no such file"),
    )
    assert text_report(findings, _tree("specify: models")) == snapshot


def test_colour_stands_round_the_same_text(snapshot: SnapshotAssertion) -> None:
    assert text_report((_finding(1, 5),), _tree("text"), colour=True) == snapshot


def test_without_findings_there_is_a_total() -> None:
    assert text_report((), _tree("")) == "0 errors, 0 warnings, 0 hints\n"


@pytest.mark.parametrize(
    ("line", "column", "end", "before", "carets"),
    [
        ("name: x", 7, 8, 6, 1),
        ("漢字: x", 5, 6, 6, 1),
        ("n: 漢字", 4, 6, 3, 4),
        ("é: \u0065\u0301x", 6, 7, 4, 1),
        ("\tname", 2, 6, 4, 4),
        ("name\t:", 5, 6, 4, 4),
        ("name", 5, 6, 4, 1),
        ("😀 x", 3, 4, 3, 1),
    ],
)
def test_the_caret_stands_below_the_fault(
    line: str, column: int, end: int, before: int, carets: int
) -> None:
    below = _report(line, column, end).splitlines()[4]
    assert below == f"  | {' ' * before}{'^' * carets}"


def test_nothing_in_a_record_moves_the_cursor() -> None:
    shown = _report("a\x1b[2Jb\x07\u202ec\x9b", 1, 2, "found \x1b[31m\x00\n\u2028")
    assert shown.replace("\n", "").isprintable()
    assert "a␛[2Jb␇" in shown
    assert "found ␛[31m␀␊" in shown


def test_a_long_line_is_cut_round_the_fault() -> None:
    shown = _report("x" * 5000 + "FAULT" + "y" * 5000, 5001, 5006).splitlines()
    assert len(shown[3]) < 120
    assert shown[3][shown[4].index("^") :].startswith("FAULT")
    assert shown[3].endswith("…")


def test_a_fault_as_long_as_its_line_is_cut_as_well() -> None:
    shown = _report("x" * 5000, 1, 5001).splitlines()
    assert len(shown[3]) < 120
    assert len(shown[4]) < 120
