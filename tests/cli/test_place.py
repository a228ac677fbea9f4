import os
import subprocess
import sys
from pathlib import Path

import pytest

from graph.cli import main
from graph.cli.place import claim_names, find_root, require_apart
from graph.errors import AnswerError
from tests.conftest import SAMPLE


def test_the_nearest_folder_upward_with_claims_is_found(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root / "claims" / "paths")
    assert find_root(None) == root
    monkeypatch.chdir(root)
    assert find_root(None) == Path()


def test_a_folder_without_claims_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(AnswerError, match="no claims folder in"):
        find_root(tmp_path)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(AnswerError, match="--root DIR"):
        find_root(None)


@pytest.mark.parametrize(
    "place",
    [
        "claims/paths/debate.yaml",
        "claims/new.txt",
        "claims/../claims/paths/new",
        "linked/new",
        "languages/new.yaml",
        "templates/home.html",
        ".git/config",
        "mkdocs.yml",
        "site/about.md",
    ],
)
@pytest.mark.parametrize(
    "asked",
    [("export", "bibtex", "--into"), ("diff", "-o"), ("diff", "--into"), ("check", "--summary")],
    ids=" ".join,
)
def test_no_answer_is_written_where_a_person_writes(
    root: Path, asked: tuple[str, ...], place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for folder in ("languages", "templates", ".git", "site"):
        (root / folder).mkdir(exist_ok=True)
    for file in ("mkdocs.yml", "site/about.md"):
        (root / file).write_text("# mine", "utf-8")
    (root / "linked").symlink_to("claims")
    if asked == ("diff", "--into") and "." in place:
        (root / "site" / "diff.md").write_text("# mine", "utf-8")
        place = "site" if place.startswith("site") else "claims"
    before = {each: each.is_file() and each.read_bytes() for each in root.rglob("*")}
    assert main(["--root", str(root), *asked, str(root / place)]) == 2
    assert "is kept for what a person writes" in capsys.readouterr().err
    assert {each: each.is_file() and each.read_bytes() for each in root.rglob("*")} == before


def test_an_answer_may_stand_beside_what_a_person_writes(root: Path) -> None:
    (root / "site").mkdir(exist_ok=True)
    places = [root / "new.md", root / "site" / "new.md", root / "site" / "sources.bib"]
    require_apart(root, places)


def test_what_many_files_stand_in_is_looked_up_once(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where that is no place to write at: who writes says so."""
    asked: list[Path] = []
    plain = Path.stat

    def counted(self: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        asked.append(self)
        return plain(self, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", counted)
    folder = Path(f"{root}{'/new' * 200}")
    require_apart(root, [folder / f"{number}.json" for number in range(100)])
    assert 200 < len(asked) < 400
    assert len(set(asked)) == len(asked)


def test_claim_names_are_those_of_claim_files_only(root: Path) -> None:
    assert claim_names(root, "build") == ["build-cycle-paths"]
    assert claim_names(root, "essay") == []
    assert len(claim_names(root, "")) == 7


_GONE = "the folder that this is run in was removed: change to one that is there"


@pytest.mark.parametrize(
    "words",
    [
        ["check"],
        ["--root", str(SAMPLE), "check"],
        ["--root", ".", "check", "--json"],
        ["fmt"],
        ["diff"],
        ["init", "new"],
        ["list", "claims"],
        ["build"],
    ],
)
def test_in_a_folder_that_was_removed_that_is_told(
    words: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    here = tmp_path / "gone"
    here.mkdir()
    with monkeypatch.context() as there:
        there.chdir(here)
        here.rmdir()
        status = main(words)
    said = capsys.readouterr()
    assert (status, said.err) == (2, f"betoog: {_GONE}\n")
    assert said.out == (f'{{"error": "{_GONE}"}}\n' if "--json" in words else "")


@pytest.mark.process
def test_so_it_is_to_a_process_that_has_loaded_nothing_yet(tmp_path: Path) -> None:
    here = tmp_path / "gone"
    here.mkdir()
    code = "import os, sys; from graph.cli import main; os.rmdir(os.getcwd()); sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-c", code, "--root", str(SAMPLE), "check", "--json"],
        cwd=here,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (2, f"betoog: {_GONE}\n")
    assert done.stdout == f'{{"error": "{_GONE}"}}\n'


@pytest.mark.process
def test_what_needs_no_folder_is_told_there_too(tmp_path: Path) -> None:
    here = tmp_path / "gone"
    here.mkdir()
    code = "import os, sys; from graph.cli import main; os.rmdir(os.getcwd()); sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-c", code, "explain", "F101"], cwd=here, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_schemas_of_answers_are_written_beside_what_a_person_writes(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(root)
    before = sorted(root.rglob("*"))
    assert main(["schema", "--answers", "claims/paths"]) == 2
    assert "claims is kept for what a person writes" in capsys.readouterr().err
    assert sorted(root.rglob("*")) == before
    assert main(["schema", "--answers", "schemas"]) == 0
    # Whoever writes a program needs no records for them.
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert main(["schema", "--answers", "schemas"]) == 0
    assert (tmp_path / "elsewhere/schemas/check.json").is_file()
