import os
from pathlib import Path

import pytest

from graph.pages.sharing.kept_pictures import LARGEST, kept, usual_folder
from graph.pages.sharing.picture import _draw
from tests.pages.sharing.test_picture import PICTURE

PNG = _draw(PICTURE)


def test_a_picture_is_drawn_once(tmp_path: Path) -> None:
    assert kept(tmp_path / "a" / "b", "name", lambda: PNG) == PNG
    assert kept(tmp_path / "a" / "b", "name", lambda: b"again") == PNG
    assert kept(tmp_path / "a" / "b", "other", lambda: b"again") == b"again"
    assert {each.suffix for each in (tmp_path / "a" / "b").iterdir()} == {".png"}


def _link(file: Path) -> None:
    (file.parent.parent / "secret").write_bytes(PNG)
    file.symlink_to("../secret")


def _folder(file: Path) -> None:
    file.mkdir()
    (file / "within").touch()


@pytest.mark.parametrize(
    "plant",
    [
        _link,
        lambda file: file.symlink_to("/dev/zero"),
        os.mkfifo,
        _folder,
        lambda file: file.write_bytes(b"SECRET=1"),
        lambda file: file.write_bytes(PNG[:-1]),
        lambda file: file.write_bytes(PNG[:5000] + bytes(20) + PNG[5020:]),
        lambda file: file.write_bytes(b""),
        lambda file: file.write_bytes(PNG[:8] + b"x" * LARGEST + PNG[-8:]),
    ],
    ids=["link", "device", "pipe", "folder", "text", "half", "damaged", "nothing", "large"],
)
def test_what_is_no_picture_is_not_taken_for_one(tmp_path: Path, plant: object) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    plant(folder / "name.png")  # type: ignore[operator]
    assert kept(folder, "name", lambda: PNG) == PNG
    assert kept(folder, "name", lambda: PNG) == PNG


def test_a_picture_that_others_may_write_is_drawn_again(tmp_path: Path) -> None:
    assert kept(tmp_path, "name", lambda: PNG) == PNG
    (tmp_path / "name.png").chmod(0o666)
    assert kept(tmp_path, "name", lambda: b"drawn") == b"drawn"


def test_where_nothing_can_be_kept_each_picture_is_drawn(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for folder in (None, tmp_path / "file", tmp_path / "file" / "below", Path("/proc/nowhere")):
        assert kept(folder, "name", lambda: b"drawn") == b"drawn"


def test_pictures_are_kept_for_the_user_and_not_in_the_knowledge_base(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BETOOG_CACHE", "/somewhere")
    assert usual_folder() == Path("/somewhere/share")
    monkeypatch.setenv("BETOOG_CACHE", "relative")
    assert usual_folder() is None
    monkeypatch.delenv("BETOOG_CACHE")
    found = usual_folder()
    assert found is not None
    assert not found.is_relative_to(tmp_path)
