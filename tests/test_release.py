"""What a release consists of, made ready from the tag, and what it refuses."""

import shutil
import subprocess
import tomllib
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT

VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
CHANGELOG = """\
# Changelog

## [Unreleased]

- Not yet.

## [{version}] - 2026-01-01

### Added

- One thing.

## [0.0.1] - 2025-01-01

- Long ago.
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """As much of a checkout as a release is made from, with a changelog of its own."""
    folder = tmp_path / "checkout"
    folder.mkdir()
    for name in ("graph", "templates", "site", ".ci"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", "LICENSE-records"):
        shutil.copy(ROOT / name, folder)
    (folder / ".venv").symlink_to(ROOT / ".venv")
    (folder / "CHANGELOG.md").write_text(CHANGELOG.format(version=VERSION), "utf-8")
    return folder


def release(checkout: Path, tag: str) -> "subprocess.CompletedProcess[str]":
    command = [str(checkout / ".ci" / "release"), tag]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.process
def test_a_release_is_a_wheel_an_sdist_and_the_notes_of_its_version(checkout: Path) -> None:
    done = release(checkout, VERSION)
    assert done.returncode == 0, done.stderr
    names = {f"betoog-{VERSION}-py3-none-any.whl", f"betoog-{VERSION}.tar.gz", "notes.md"}
    assert {each.name for each in (checkout / "dist").iterdir()} == names
    assert (checkout / "dist/notes.md").read_text("utf-8") == "### Added\n\n- One thing.\n\n"
    with zipfile.ZipFile(checkout / f"dist/betoog-{VERSION}-py3-none-any.whl") as wheel:
        files = set(wheel.namelist())
    licences = {"LICENSE", "LICENSE-records", "graph/pages/sharing/fonts/OFL.txt"}
    assert {f"betoog-{VERSION}.dist-info/licenses/{each}" for each in licences} <= files
    assert "graph/pages/sharing/fonts/SourceSerifPro-Regular.otf" in files


@pytest.mark.process
def test_a_tag_that_is_not_the_version_is_refused(checkout: Path) -> None:
    done = release(checkout, "99.0.0")
    assert done.returncode == 1
    assert f"pyproject.toml gives {VERSION}" in done.stderr
    assert not (checkout / "dist").exists()


@pytest.mark.process
def test_a_version_that_the_changelog_lacks_is_refused(checkout: Path) -> None:
    (checkout / "CHANGELOG.md").write_text(CHANGELOG.format(version="0.0.9"), "utf-8")
    done = release(checkout, VERSION)
    assert done.returncode == 1
    assert "CHANGELOG.md has nothing" in done.stderr


def test_the_changelog_tells_of_the_version_and_leaves_room_for_the_next() -> None:
    headings = [
        line.removeprefix("## ").partition(" - ")[0]
        for line in (ROOT / "CHANGELOG.md").read_text("utf-8").splitlines()
        if line.startswith("## ")
    ]
    assert headings[:2] == ["[Unreleased]", f"[{VERSION}]"]
