import os
import socket
from pathlib import Path

import pytest

from graph.store.problem import Fault
from graph.store.regular_file import Refusal, read_begun, read_regular, refusal

LARGEST = 100


def _fault(path: Path, folder: Path) -> Fault:
    found = refusal(path, folder, LARGEST)
    assert found is not None
    assert found == read_regular(path, folder, LARGEST)
    return found.fault


def test_a_file_is_read_also_through_a_link_that_stays_in_the_folder(tmp_path: Path) -> None:
    file, link = tmp_path / "file", tmp_path / "link"
    file.write_bytes(b"x" * LARGEST)
    link.symlink_to("file")
    for path in (file, link):
        assert refusal(path, tmp_path, LARGEST) is None
        assert read_regular(path, tmp_path, LARGEST) == b"x" * LARGEST


def test_a_file_that_is_too_large_is_not_read_however_little_room_it_takes(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    os.truncate(file, 1 << 40)
    assert _fault(file, tmp_path) is Fault.TOO_LARGE


@pytest.mark.parametrize("target", ["../secret", "/dev/zero", "/", "..", "folder/../../secret"])
def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path, target: str) -> None:
    folder = tmp_path / "claims"
    (folder / "folder").mkdir(parents=True)
    (tmp_path / "secret").write_text("secret")
    (folder / "link").symlink_to(target)
    assert refusal(folder / "link", folder, LARGEST) == Refusal(
        Fault.OUTSIDE, "a symbolic link leads out of the claims folder"
    )
    assert _fault(folder / "link", folder) is Fault.OUTSIDE


def test_what_is_no_file_is_named_and_never_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a-folder").mkdir()
    os.mkfifo(tmp_path / "a-pipe")
    monkeypatch.chdir(tmp_path)  # the name of a socket may be short only
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("a-socket")
        for name in ("a folder", "a pipe", "a socket"):
            found = refusal(tmp_path / name.replace(" ", "-"), tmp_path, LARGEST)
            assert found == Refusal(Fault.UNREADABLE, f"this is {name}, not a file")
    assert refusal(Path("/dev/zero"), tmp_path, LARGEST) == Refusal(
        Fault.UNREADABLE, "this is a device, not a file"
    )


def test_a_pipe_that_takes_the_place_of_a_file_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "file"
    os.mkfifo(file)
    monkeypatch.setattr("graph.store.regular_file.refusal", lambda *_: None)
    assert read_regular(file, tmp_path, LARGEST) == Refusal(
        Fault.UNREADABLE, "this is a pipe, not a file"
    )


def test_dead_links_circles_and_what_is_not_there_are_unreadable(tmp_path: Path) -> None:
    (tmp_path / "dead").symlink_to("nowhere")
    (tmp_path / "circle").symlink_to("circle")
    for name in ("dead", "circle", "nothing"):
        assert _fault(tmp_path / name, tmp_path) is Fault.UNREADABLE


def test_of_a_file_without_an_end_no_more_is_read_than_tells_that_it_is_too_large() -> None:
    assert len(read_begun(Path("/dev/zero"), 1000)) == 1001
