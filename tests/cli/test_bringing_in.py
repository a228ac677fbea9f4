"""`betoog import`: many records at once, from a file or standard input."""

import io
import json
import sys
from pathlib import Path

import pytest

from graph.cli import main
from tests.small import lay_out

ROWS = "claim.en,kind,supports,supports.because.en\nTrams are quiet.,fact,build-cycle-paths,So.\n"
WRONG = ROWS + "Trams are dear.,fcat,nosuch,So.\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return lay_out(tmp_path)


def _files(root: Path) -> list[Path]:
    return sorted((root / "claims").rglob("*"))


def test_a_dry_run_writes_nothing_and_the_run_what_it_said(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("rows.csv").write_text(ROWS, "utf-8")
    before = _files(root)
    assert main(["import", "rows.csv", "--dry-run"]) == 0
    assert "Would write claims/paths/trams-quiet.md\n1 claim to write." in capsys.readouterr().out
    assert _files(root) == before
    assert main(["import", "rows.csv"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Wrote claims/paths/trams-quiet.md\n1 claim written.\nNext: betoog check")
    assert [each.name for each in _files(root) if each not in before] == ["trams-quiet.md"]
    assert main(["import", "rows.csv"]) == 0
    assert "There already, and the same: 1 claim\nno records written." in capsys.readouterr().out


def test_errors_are_shown_where_they_stand_and_nothing_is_written(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("rows.csv").write_text(WRONG, "utf-8")
    before = _files(root)
    assert main(["import", "rows.csv"]) == 1
    said = capsys.readouterr()
    assert " --> rows.csv:3:17\n" in said.out
    assert "3 | Trams are dear.,fcat,nosuch,So." in said.out
    assert "2 errors, 0 warnings, 0 hints" in said.out
    assert said.err == "betoog: nothing written: put right the errors above\n"
    assert _files(root) == before


def test_the_answer_in_json_names_records_rows_and_findings(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("rows.csv").write_text(WRONG, "utf-8")
    assert main(["import", "rows.csv", "--json"]) == 1
    answer = json.loads(capsys.readouterr().out)
    assert (answer["written"], answer["untold"]) == (False, 0)
    assert [(each["row"], each["line"], each["id"]) for each in answer["new"]] == [
        (2, 2, "trams-quiet"),
        (3, 3, "trams-dear"),
    ]
    errors = [each for each in answer["findings"] if each["severity"] == "error"]
    assert [(each["code"], each["line"], each["column"]) for each in errors] == [
        ("F104", 3, 17),
        ("R101", 3, 22),
    ]


@pytest.mark.parametrize("form", ["yaml", "jsonl", "csv"])
def test_what_is_exported_is_read_from_standard_input(
    form: str, root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["export", form]) == 0
    exported = capsys.readouterr().out
    Path("new/claims").mkdir(parents=True)
    stream = io.TextIOWrapper(io.BytesIO(exported.encode()))
    monkeypatch.setattr(sys, "stdin", stream)
    assert main(["--root", "new", "import", "-", "--format", form]) == 0
    capsys.readouterr()
    assert main(["--root", "new", "export", form]) == 0
    assert capsys.readouterr().out == exported


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nosuch.csv"], "nosuch.csv: No such file or directory"),
        (["."], "say what . is, with --format yaml|jsonl|csv"),
        ([".", "--format", "csv"], ".: Is a directory"),
        (["rows.csv", "--debate", "path"], "there is no debate path: did you mean paths?"),
        (["rows.csv", "--format", "xlsx"], "--format xlsx: it is one of yaml, jsonl, csv"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(
    words: list[str], said: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("rows.csv").write_text(ROWS, "utf-8")
    assert main(["import", *words]) == 2
    assert capsys.readouterr().err == f"betoog: {said}\n"


def test_quotations_are_found_in_the_texts_that_are_named_once_for_all_commands(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("rows.csv").write_text("claim.en,kind,quote\nTrams are.,fact,money is short\n", "utf-8")
    assert main(["import", "rows.csv"]) == 1
    assert "say with --texts DIR where texts are" in capsys.readouterr().out
    assert main(["import", "rows.csv", "--texts", "texts", "--dry-run"]) == 0
    monkeypatch.setenv("BETOOG_TEXTS", "texts")
    assert main(["import", "rows.csv"]) == 0
    written = (root / "claims/paths/trams.md").read_text("utf-8")
    assert "paragraph: 2" in written
    assert "quote" not in written
