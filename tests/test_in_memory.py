"""Tests write to memory where that is there, and leave nothing in it."""

import os
import tempfile
from pathlib import Path

import pytest

from tests import in_memory
from tests.in_memory import NAMES, place_in_memory

pytestmark = pytest.mark.skipif(not Path("/proc/self").exists(), reason="a folder of Linux alone")


@pytest.fixture
def memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(in_memory, "MEMORY", tmp_path)
    monkeypatch.setattr(in_memory, "ROOM", 0)
    monkeypatch.setattr(tempfile, "tempdir", tempfile.tempdir)
    for name in NAMES:
        # So that it is put back whatever was done with it.
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    return tmp_path


def test_this_process_and_its_children_write_there(memory: Path) -> None:
    folder = place_in_memory()
    assert folder is not None
    assert folder.parent == memory
    assert [os.environ[name] for name in NAMES] == [str(folder)] * 2
    assert tempfile.gettempdir() == str(folder)


def test_what_a_run_that_has_ended_left_goes_and_what_another_writes_stays(memory: Path) -> None:
    ended, other = (memory / f"betoog-tests-{number}-x" for number in (2**30, os.getppid()))
    for each in (ended, other, memory / "else"):
        (each / "within").mkdir(parents=True)
    folder = place_in_memory()
    assert {*memory.iterdir()} == {folder, other, memory / "else"}


@pytest.mark.parametrize("name", NAMES)
def test_a_place_that_is_named_is_taken(
    memory: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, str(memory))
    assert place_in_memory() is None


def test_where_there_is_no_room_or_no_such_folder_a_disk_is_used(
    memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(in_memory, "ROOM", 2**80)
    assert place_in_memory() is None
    monkeypatch.setattr(in_memory, "ROOM", 0)
    monkeypatch.setattr(in_memory, "MEMORY", memory / "none")
    assert place_in_memory() is None
    assert [*memory.iterdir()] == []
