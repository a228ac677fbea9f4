"""The hooks that pre-commit is offered: they run, and fail where they should."""

import shlex
import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest
import yaml

from graph.cli import main
from tests.check.test_cases import BASE
from tests.conftest import ROOT

HOOKS = {each["id"]: each for each in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}
RECORD = "claims/cycling/cycling-is-healthy.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "kb"
    shutil.copytree(BASE, folder)
    assert main(["--root", str(folder), "fmt"]) == 0
    return folder


def run(hook: str, root: Path) -> int:
    """Run a hook as pre-commit does for one changed record; its exit status."""
    entry = shlex.split(HOOKS[hook]["entry"])
    program = Path(sysconfig.get_path("scripts"), entry[0])
    files = [RECORD] if HOOKS[hook].get("pass_filenames", True) else []
    command = [str(program), *entry[1:], *files]
    return subprocess.run(command, cwd=root, capture_output=True, check=False).returncode


def test_the_hooks_are_check_and_fmt() -> None:
    assert set(HOOKS) == {"check", "fmt"}


@pytest.mark.process
def test_good_records_pass_and_are_left_alone(root: Path) -> None:
    before = (root / RECORD).read_bytes()
    assert [run(hook, root) for hook in HOOKS] == [0, 0]
    assert (root / RECORD).read_bytes() == before


@pytest.mark.process
def test_a_broken_record_fails_the_check(root: Path) -> None:
    text = (root / RECORD).read_text("utf-8")
    (root / RECORD).write_text(text.replace("kind:", "knid:"), "utf-8")
    assert run("check", root) == 1


@pytest.mark.process
def test_an_untidy_record_is_laid_out_which_pre_commit_takes_for_a_failure(root: Path) -> None:
    before = (root / RECORD).read_bytes()
    (root / RECORD).write_bytes(before.replace(b"kind: ", b"kind:    "))
    assert run("fmt", root) == 0
    assert (root / RECORD).read_bytes() == before
