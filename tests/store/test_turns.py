from pathlib import Path

import pytest

from graph.store import turns
from graph.store.saving import NotSavedError, Writing, rename_folder, save
from graph.store.turns import turn


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "PATIENCE", 0.0)


@pytest.mark.parametrize("at", ["replace", "unlink"])
def test_what_another_program_writes_at_the_last_moment_is_not_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    (tmp_path / "one.md").write_bytes(b"old")
    real = getattr(Path, at)
    theirs = Writing("one.md", b"theirs", b"old")
    refused: list[NotSavedError] = []

    def last_moment(self: Path, *given: object, **named: object) -> object:
        monkeypatch.setattr(Path, at, real)
        with pytest.raises(NotSavedError, match="another program keeps writing here") as said:
            save(tmp_path, [theirs])
        refused.append(said.value)
        return real(self, *given, **named)

    monkeypatch.setattr(Path, at, last_moment)
    save(tmp_path, [Writing("one.md", None if at == "unlink" else b"ours", b"old")])

    assert len(refused) == 1
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [b"ours"] * (at == "replace")
    with pytest.raises(NotSavedError, match="meanwhile, and is left as it is"):
        save(tmp_path, [theirs])


def test_a_turn_is_over_when_something_went_wrong_in_it(tmp_path: Path) -> None:
    (tmp_path / "one.md").write_bytes(b"old")

    with pytest.raises(NotSavedError, match="changed by somebody else"):
        save(tmp_path, [Writing("one.md", b"new", b"other")])
    save(tmp_path, [Writing("one.md", b"new", b"old")])

    assert (tmp_path / "one.md").read_bytes() == b"new"


def test_a_folder_is_renamed_in_a_turn_too(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()

    with turn(tmp_path), pytest.raises(NotSavedError, match="keeps writing"):
        rename_folder(tmp_path, "a", "b")
    rename_folder(tmp_path, "a", "b")

    assert [each.name for each in tmp_path.iterdir()] == ["b"]


def test_where_folders_give_no_turns_none_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without(_handle: int, _what: int) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr("fcntl.flock", without)
    with turn(tmp_path / "none"), turn(tmp_path), turn(tmp_path):
        save(tmp_path, [Writing("one.md", b"1")])

    assert (tmp_path / "one.md").read_bytes() == b"1"


def test_a_link_that_leads_round_in_a_circle_is_said_to(tmp_path: Path) -> None:
    (tmp_path / "round").symlink_to("round")

    with pytest.raises(NotSavedError, match=r"^round/one\.md: .*(loop|levels)"):
        save(tmp_path, [Writing("round/one.md", b"1")])
