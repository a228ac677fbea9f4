"""Where things are kept from run to run, and how many of them."""

import os
from pathlib import Path
from typing import IO

import pytest

from graph.store.cache_folder import SWITCH, cache_folder, write_kept


def test_the_folder_is_the_one_that_is_named_or_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SWITCH, "/somewhere")
    assert cache_folder("share") == Path("/somewhere/share")
    for nowhere in ("off", "some/where"):
        monkeypatch.setenv(SWITCH, nowhere)
        assert cache_folder("share") is None
    monkeypatch.delenv(SWITCH)
    found = cache_folder("share")
    assert found is not None
    assert found.is_absolute()


def test_what_is_kept_is_there_whole_and_for_nobody_else(tmp_path: Path) -> None:
    file = tmp_path / "sorts" / "a.kept"
    write_kept(file, b"one")
    write_kept(file, b"another")
    assert file.read_bytes() == b"another"
    assert [each.name for each in file.parent.iterdir()] == ["a.kept"]
    assert file.parent.stat().st_mode & 0o077 == 0


def test_only_the_newest_stay(tmp_path: Path) -> None:
    (tmp_path / "b.other").write_bytes(b"")
    for number in range(4):
        file = tmp_path / f"{number}.kept"
        write_kept(file, b"", 3)
        os.utime(file, (number, number))
    write_kept(tmp_path / "1.kept", b"", 3)
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        "1.kept", "2.kept", "3.kept", "b.other",
    ]  # fmt: skip


def test_what_cannot_be_kept_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.kept").mkdir()
    with pytest.raises(OSError, match="directory"):
        write_kept(tmp_path / "a.kept", b"one")
    with pytest.raises(ValueError, match="planted"):
        write_kept(tmp_path / "b.kept", _fail)
    assert [each.name for each in tmp_path.iterdir()] == ["a.kept"]


def _fail(stream: IO[bytes]) -> None:
    stream.write(b"one")
    raise ValueError("planted")


def test_what_is_kept_can_be_written_piece_by_piece(tmp_path: Path) -> None:
    write_kept(tmp_path / "a.kept", lambda stream: stream.writelines((b"one", b"two")))
    assert (tmp_path / "a.kept").read_bytes() == b"onetwo"
