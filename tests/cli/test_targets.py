"""Places to write at which nothing can be written: each message names the place that was given."""

import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
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


def _all_in(folder: Path) -> dict[Path, bytes]:
    return {
        each: each.read_bytes() if each.is_file() else b""
        for each in folder.rglob("*")
        if ".git" not in each.parts
    }


@pytest.fixture(scope="module")
def committed_trams(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new knowledge base, all of it committed; not to be changed."""
    root = tmp_path_factory.mktemp("trams") / "kb"
    assert main(["init", str(root), "--title", "Trams"]) == 0
    commit = ("git", "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "All")
    subprocess.run(["git", "add", "."], cwd=root, check=True)
    subprocess.run(commit, cwd=root, check=True)
    return root


@pytest.fixture
def full(committed_trams: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same where one file of the program's own is still to be written; nothing is kept from
    run to run."""
    root = tmp_path / "kb"
    shutil.copytree(committed_trams, root)
    (root / "claims/.schema/claim.json").unlink()
    monkeypatch.setenv("BETOOG_CACHE", "off")
    return root


@contextmanager
def _no_room() -> Iterator[None]:
    """No file can be written to, here and in what is started meanwhile."""
    most = resource.getrlimit(resource.RLIMIT_FSIZE)
    told = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, most[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, most)
        signal.signal(signal.SIGXFSZ, told)


@pytest.mark.process
@pytest.mark.parametrize("there", [True, False])
@pytest.mark.parametrize(
    "asked",
    [
        ("check", "--summary", "file"),
        ("diff", "HEAD", "-o", "file"),
        ("export", "json", "--into", "folder"),
        ("schema", "--answers", "folder"),
        ("schema",),
    ],
)
def test_a_command_that_finds_no_room_leaves_all_as_it_was(
    asked: tuple[str, ...],
    there: bool,
    full: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if there:
        (full / "folder").mkdir()
        (full / "file").write_text("There.\n")
    before = _all_in(full)
    monkeypatch.chdir(full)
    with _no_room():
        status = main(asked)
    assert _all_in(full) == before
    said = capsys.readouterr()
    assert status == 2, said
    assert "File too large" in said.err


@pytest.mark.process
def test_nor_does_a_process_that_begins_without_room_leave_anything_else(full: Path) -> None:
    before = _all_in(full)
    code = (
        "import resource, signal, sys; from graph.cli import main;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0)); sys.exit(main())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "check", "--summary", "file"],
        cwd=full,
        capture_output=True,
        text=True,
    )
    assert _all_in(full) == before
    assert done.returncode == 2, done.stdout + done.stderr
    assert "File too large" in done.stderr
