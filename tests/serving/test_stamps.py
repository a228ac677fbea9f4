import os
from pathlib import Path

import pytest

from graph.serving.stamps import Stamps


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "seen" / "in").mkdir(parents=True)
    for name in ("seen/one.md", "seen/in/two.md", "elsewhere.md"):
        (tmp_path / name).write_text("1")
    return tmp_path / "seen"


def _names(folder: Path, found: frozenset[str]) -> set[str]:
    return {Path(each).relative_to(folder).as_posix() for each in found}


def test_all_is_new_at_first_and_nothing_after_that(folder: Path) -> None:
    stamps = Stamps()
    assert _names(folder, stamps.look([folder])) == {"one.md", "in/two.md"}
    assert stamps.look([folder]) == frozenset()


def test_what_is_written_made_or_gone_is_told(folder: Path) -> None:
    stamps = Stamps()
    stamps.look([folder])
    (folder / "one.md").write_text("22")
    (folder / "in/two.md").unlink()
    (folder / "new.md").write_text("3")
    assert _names(folder, stamps.look([folder])) == {"one.md", "in/two.md", "new.md"}


def test_what_is_written_twice_within_one_tick_of_the_clock_is_told_twice(folder: Path) -> None:
    stamps, place = Stamps(), folder / "one.md"
    for text in "234":
        stamps.look([folder])
        place.write_text(text)
        os.utime(place, ns=(10**18 + 1, 10**18 + 1))
        assert _names(folder, stamps.look([folder])) == {"one.md"}


def test_what_was_left_alone_for_long_is_not_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.serving.stamps.time.time_ns", lambda: 4 * 10**18)
    monkeypatch.setattr("graph.serving.stamps._fingerprint", None)
    stamps = Stamps()
    assert len(stamps.look([folder])) == 2
    assert stamps.look([folder]) == frozenset()


def test_of_a_link_what_it_leads_to_is_looked_at_and_no_folder_behind_one(folder: Path) -> None:
    (folder / "round").symlink_to(".")
    (folder / "link.md").symlink_to("../elsewhere.md")
    stamps = Stamps()
    assert _names(folder, stamps.look([folder])) == {"one.md", "in/two.md", "round", "link.md"}
    (folder.parent / "elsewhere.md").write_text("22")
    assert _names(folder, stamps.look([folder])) == {"link.md"}


def test_single_files_and_folders_that_are_not_there_can_be_looked_at(folder: Path) -> None:
    stamps, late = Stamps(), folder.parent / "late"
    assert stamps.look([folder / "one.md", late]) == {str(folder / "one.md")}
    late.mkdir()
    (late / "it.md").write_text("1")
    assert stamps.look([folder / "one.md", late]) == {str(late / "it.md")}


def test_a_pipe_is_not_read(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    assert str(folder / "pipe") in Stamps().look([folder])
