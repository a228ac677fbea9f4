"""Texts that are kept from run to run save work, and change nothing."""

import os
from functools import partial
from pathlib import Path

import pytest

from graph.store.cache_folder import SWITCH
from graph.store.kept_texts import KeptTexts

BY = b"this program"


@pytest.fixture(autouse=True)
def keeping(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which texts are kept."""
    monkeypatch.setenv(SWITCH, str(tmp_path / "kept"))
    return tmp_path / "kept" / "texts"


def made(root: Path, *wanted: str, by: bytes = BY, sort: str = "yaml") -> list[str]:
    """What of the wanted texts is made anew when all of them are asked for."""
    anew: list[str] = []

    def make(name: str) -> str:
        anew.append(name)
        return f"text of {name}\n"

    kept = KeptTexts(sort, root, by)
    found = [kept.of(name.encode(), partial(make, name)) for name in wanted]
    assert found == [f"text of {name}\n" for name in wanted]
    kept.keep()
    return anew


def test_what_was_asked_for_last_is_not_made_again(tmp_path: Path) -> None:
    assert made(tmp_path, "a", "b") == ["a", "b"]
    assert made(tmp_path, "b", "c", "a") == ["c"]
    assert made(tmp_path, "a") == []
    assert made(tmp_path, "a", "b") == ["b"]


def test_each_program_sort_and_root_has_its_own(tmp_path: Path) -> None:
    assert made(tmp_path, "a") == ["a"]
    assert made(tmp_path, "a", sort="csv") == ["a"]
    assert made(tmp_path / "other", "a") == ["a"]
    assert made(tmp_path, "a") == []
    assert made(tmp_path, "a", by=b"another") == ["a"]


@pytest.mark.parametrize("at", [0, 8, 16, 17, 25, -2, -1])
def test_what_is_spoilt_anywhere_is_made_anew(tmp_path: Path, keeping: Path, at: int) -> None:
    made(tmp_path, "a")
    [file] = keeping.iterdir()
    whole = bytearray(file.read_bytes())
    whole[at] ^= 1
    file.write_bytes(whole)

    assert made(tmp_path, "a") == ["a"]
    assert made(tmp_path, "a") == []


@pytest.mark.parametrize("length", [0, 10, 16, 20])
def test_what_is_cut_off_is_made_anew(tmp_path: Path, keeping: Path, length: int) -> None:
    made(tmp_path, "a")
    [file] = keeping.iterdir()
    os.truncate(file, length)

    assert made(tmp_path, "a") == ["a"]


def test_nothing_is_read_that_others_may_write_to(tmp_path: Path, keeping: Path) -> None:
    made(tmp_path, "a")
    keeping.chmod(0o777)

    assert made(tmp_path, "a") == ["a"]


def test_where_nothing_can_be_kept_all_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SWITCH, "off")

    assert made(tmp_path, "a") == ["a"]
    assert made(tmp_path, "a") == ["a"]


def test_half_a_character_is_given_and_not_kept(tmp_path: Path) -> None:
    for _ in range(2):
        kept = KeptTexts("yaml", tmp_path, BY)
        assert kept.of(b"a", lambda: "\ud800") == "\ud800"
        kept.keep()
