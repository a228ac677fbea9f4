import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.records.limits import FOLDERS
from graph.store.walk import walk


@contextmanager
def _very_deep(folder: Path) -> Iterator[None]:
    """Folders below a folder, deeper than a function may call itself; gone afterwards, since
    nothing that does call itself could remove them."""
    before, made = Path.cwd(), 0
    # Each from within the last: a path of all of them would be too long for the system.
    os.chdir(folder)
    try:
        for _ in range(1_500):
            Path("e").mkdir()
            os.chdir("e")
            made += 1
        yield
    finally:
        for _ in range(made):
            os.chdir("..")
            Path("e").rmdir()
        os.chdir(before)


def test_files_and_links_are_told_by_their_paths_and_no_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "file.md").write_text("x")
    (tmp_path / "b" / "round").symlink_to("..")
    (tmp_path / "a.md").symlink_to("nowhere")
    found = list(walk(tmp_path))
    assert {each.path: each.refusal for each in found} == {
        "a.md": None, "b/file.md": None, "b/round": None,
    }  # fmt: skip
    assert all(each.place == str(tmp_path / each.path) for each in found)
    assert [each.path for each in found if each.link] == ["a.md", "b/round"]


def test_a_name_that_is_no_text_is_told_as_text(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"bad\xff.md")).write_text("x")
    (entry,) = walk(tmp_path)
    assert entry.path == "bad\ufffd.md"
    assert entry.path.encode()
    assert entry.refusal is not None
    assert "not UTF-8" in entry.refusal.detail


def test_folders_are_gone_into_as_deep_as_anybody_needs(tmp_path: Path) -> None:
    deepest = tmp_path.joinpath(*"d" * FOLDERS)
    deepest.mkdir(parents=True)
    (deepest / "file").write_text("x")
    (entry,) = walk(tmp_path)
    assert (entry.place, entry.refusal) == (str(deepest / "file"), None)
    with _very_deep(deepest):
        told = {each.path: each.refusal for each in walk(tmp_path)}
    assert len(told) == 2
    refused = told["/".join("d" * FOLDERS) + "/e"]
    assert refused is not None
    assert str(FOLDERS) in refused.detail


def test_a_folder_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    (entry,) = walk(tmp_path / "gone")
    assert entry.path == "."
    assert entry.refusal is not None
