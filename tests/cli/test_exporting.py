from pathlib import Path

import pytest

from graph.cli import main
from graph.exchange.format import Format
from graph.exchange.formats import FORMATS
from tests.small import lay_out

SINGLE = [each for each in FORMATS if each.is_one_file]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return lay_out(tmp_path)


def test_without_a_format_all_of_them_are_listed(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == [each.name for each in FORMATS]


@pytest.mark.parametrize("form", SINGLE, ids=lambda form: form.name)
def test_a_format_of_one_file_is_printed_or_written_where_it_is_said(
    form: Format, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name, path = form.name, form.path
    assert main(["export", name]) == 0
    printed = capsys.readouterr().out
    assert printed.strip()
    assert main(["export", name, "--into", "made/here.txt"]) == 0
    assert main(["export", name, "--into", "made"]) == 0
    assert (root / "made/here.txt").read_text("utf-8") == printed
    assert (root / "made" / path).read_text("utf-8") == printed


def test_a_format_of_several_files_needs_a_folder(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "frameworks"]) == 2
    assert "--into DIR" in capsys.readouterr().err
    assert main(["export", "frameworks", "--into", "parts"]) == 0
    written = capsys.readouterr().out.split()
    assert sorted(written) == sorted(
        path.relative_to(root).as_posix() for path in (root / "parts").iterdir()
    )


def test_a_format_that_is_not_there_brings_the_nearest(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "bibtext"]) == 2
    assert "did you mean bibtex?" in capsys.readouterr().err
