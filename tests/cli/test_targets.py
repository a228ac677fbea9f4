"""Places to write at which nothing can be written: each message names the place that was given."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from graph.cli import main
from tests.conftest import SAMPLE

ROOT = ("--root", str(SAMPLE))
COMMANDS = {
    "init": ("init", "--no-git", "--title", "Trams"),
    "export": (*ROOT, "export", "bibtex", "--into"),
    "schema": ("schema", "--answers"),
    "check": (*ROOT, "check", "--summary"),
    "build": (*ROOT, "build", "--site-dir"),
}


def _unwritable(folder: Path) -> dict[str, Path]:
    (folder / "file").write_text("A file.")
    (folder / "round").symlink_to("round")
    return {
        "below a file": folder / "file" / "new",
        "far below a file": folder / "file" / "new" / "newer",
        "a circle": folder / "round",
        "below a circle": folder / "round" / "new",
        "a long name": folder / ("n" * 300),
        "below a long name": folder / ("n" * 300) / "new",
        "a long path": Path(f"{folder}{'/new' * 1_500}"),
        "proc": Path("/proc/nowhere"),
        "two lines": Path("/proc/no\nwhere"),
    }


PLACES = ("below a file", "far below a file", "a circle", "below a circle", "a long name",
          "below a long name", "a long path", "proc", "two lines")  # fmt: skip


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="nothing there that none may write")
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("command", COMMANDS)
def test_the_message_names_the_place_that_was_given(
    command: str, place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = _unwritable(tmp_path)[place]
    before = sorted(tmp_path.rglob("*"))
    assert main([*COMMANDS[command], str(given)]) == 2
    said = capsys.readouterr().err.splitlines()[-1]
    assert said.startswith(f"betoog: {str(given)[:80].replace(chr(10), '␊')}")
    assert "mistake" not in said
    assert ".part" not in said
    assert sorted(tmp_path.rglob("*")) == before


FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk that is always full")


@FULL
@pytest.mark.process
@pytest.mark.parametrize("asked", [["list", "claims"], ["check"], ["list", "none", "--json"]])
def test_an_answer_that_finds_no_room_is_said_to_find_none(asked: list[str]) -> None:
    program = (sys.executable, "-c", "import sys; from graph.cli import main; sys.exit(main())")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*program, *ROOT, *asked], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert ("there is no" if "none" in asked else "the output: No space left") in done.stderr


@FULL
@pytest.mark.process
def test_nor_does_it_matter_that_a_message_finds_none() -> None:
    program = (sys.executable, "-c", "import sys; from graph.cli import main; sys.exit(main())")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([*program, *ROOT, "show", "nothing"], stderr=full, check=False)
    assert done.returncode == 2


@FULL
def test_findings_that_cannot_be_added_to_a_file_name_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main([*ROOT, "check", "--summary", "/dev/full"]) == 2
    assert f"betoog: /dev/full: {os.strerror(28)}" in capsys.readouterr().err
