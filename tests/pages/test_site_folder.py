import errno
import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from graph.pages import site_folder
from graph.pages.site_folder import held, is_site, mark, obstacle, put_in_place, replacing

PAGES = ("claims", "languages", "site", "templates")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in PAGES:
        (tmp_path / "kb" / name / "deep").mkdir(parents=True)
        (tmp_path / "kb" / name / "deep" / "mine.md").write_text("mine\n", "utf-8")
    (tmp_path / "kb" / ".git").mkdir()
    return tmp_path / "kb"


def site(folder: Path, page: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(page, "utf-8")
    mark(folder)
    return folder


def page_of(folder: Path) -> str:
    return (folder / "index.html").read_text("utf-8")


@pytest.mark.parametrize("name", ["_site", "out/deep/_site", "../elsewhere", "claims-site"])
def test_a_new_folder_an_empty_one_and_a_site_may_be_replaced(root: Path, name: str) -> None:
    assert obstacle(root / name, root) is None
    (root / name).mkdir(parents=True)
    assert obstacle(root / name, root) is None
    site(root / name, "old")
    assert obstacle(root / name, root) is None


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("claims", "is kept for what a person writes"),
        ("claims/deep", "is kept for what a person writes"),
        ("claims/new/er", "is kept for what a person writes"),
        ("_site/../claims", "is kept for what a person writes"),
        ("site", "is kept for what a person writes"),
        ("templates/_site", "is kept for what a person writes"),
        (".git/_site", "is kept for what a person writes"),
        (".", "it holds "),
        ("..", "it holds "),
        ("../mine", "it is not empty, and holds no site"),
        ("../file", "it is no folder"),
        ("../repository", "it holds a repository"),
        ("pages/_site", "is kept for what a person writes"),
    ],
)
def test_nothing_that_a_person_wrote_is_replaced(root: Path, name: str, why: str) -> None:
    (root.parent / "mine").mkdir()
    (root.parent / "mine" / "letter.txt").write_text("mine\n", "utf-8")
    (root.parent / "file").write_text("mine\n", "utf-8")
    (root / "pages").mkdir()
    site(root.parent / "repository", "old")
    (root.parent / "repository" / ".git").mkdir()
    found = obstacle(root / name, root, [root / "pages"])
    assert found is not None
    assert why in found


@pytest.mark.parametrize("name", PAGES)
def test_no_mark_makes_a_site_of_what_a_person_wrote(root: Path, name: str) -> None:
    (root / name / "assets" / "css").mkdir(parents=True)
    for each in ("404.html", "assets/css/betoog.css"):
        (root / name / each).write_text("mine\n", "utf-8")
    mark(root / name)
    (root / "_site").symlink_to(root / name)

    for folder in (root / name, root / name / "deep", root / "_site"):
        assert obstacle(folder, root) == f"{root / name} is kept for what a person writes"


def test_a_site_may_have_the_name_that_pages_have_by_default(root: Path) -> None:
    shutil.rmtree(root / "site")
    site(root / "site", "old")

    assert obstacle(root / "site", root, [root / "pages"]) is None
    assert obstacle(root / "site", root, [root / "site"]) is not None


def test_a_link_to_records_is_no_way_around(root: Path) -> None:
    (root / "_site").symlink_to(root / "claims")
    assert obstacle(root / "_site", root) is not None


def test_a_site_that_an_older_version_made_is_known(tmp_path: Path) -> None:
    (tmp_path / "assets" / "css").mkdir(parents=True)
    for name in ("assets/css/betoog.css", "404.html", "sitemap.xml", "index.html"):
        assert not is_site(tmp_path)
        (tmp_path / name).touch()
    assert is_site(tmp_path)


def test_what_has_markdown_in_it_is_no_site_whatever_marks_it_has(tmp_path: Path) -> None:
    site(tmp_path / "pages", "old")
    (tmp_path / "pages" / "deep").mkdir()
    (tmp_path / "pages" / "deep" / "letter.md").write_text("mine\n", "utf-8")

    assert not is_site(tmp_path / "pages")
    assert obstacle(tmp_path / "pages", tmp_path / "kb") is not None


@pytest.mark.parametrize("before", [None, "old"])
@pytest.mark.parametrize("name", ["out", "new/out"])
def test_a_site_takes_the_place_of_another(tmp_path: Path, before: str | None, name: str) -> None:
    if before is not None:
        site(tmp_path / name, before).chmod(0o750)
        (tmp_path / name / "gone.html").touch()
    with replacing(tmp_path / name) as fresh:
        put_in_place(site(fresh, "new"), tmp_path / name)
    assert page_of(tmp_path / name) == "new"
    assert not (tmp_path / name / "gone.html").exists()
    assert [each.name for each in (tmp_path / name).parent.iterdir()] == ["out"]
    if before is not None:
        assert (tmp_path / name).stat().st_mode & 0o777 == 0o750


def test_what_is_not_finished_leaves_the_other_as_it_is(tmp_path: Path) -> None:
    site(tmp_path / "out", "old")
    with suppress(KeyboardInterrupt), replacing(tmp_path / "out") as fresh:
        site(fresh, "half")
        raise KeyboardInterrupt
    assert page_of(tmp_path / "out") == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


@pytest.fixture
def two_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a system that cannot let two folders change places in one."""
    monkeypatch.setattr(site_folder, "_swapped", lambda *_: False)


@pytest.mark.usefixtures("two_steps")
def test_a_site_takes_the_place_of_another_in_two_steps(tmp_path: Path) -> None:
    test_a_site_takes_the_place_of_another(tmp_path, "old", "out")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems need two steps")
def test_on_linux_nothing_comes_between_a_site_and_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site(tmp_path / "out", "old")
    with replacing(tmp_path / "out") as fresh:
        monkeypatch.delattr(Path, "rename")
        put_in_place(site(fresh, "new"), tmp_path / "out")
        monkeypatch.undo()
    assert page_of(tmp_path / "out") == "new"
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


@pytest.mark.usefixtures("two_steps")
def test_where_the_new_one_cannot_be_put_the_old_one_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site(tmp_path / "out", "old")
    with replacing(tmp_path / "out") as fresh:
        site(fresh, "new")
        rename = Path.rename

        def refused(self: Path, target: Path) -> Path:
            if self == fresh:
                raise PermissionError(13, "Permission denied")
            return rename(self, target)

        monkeypatch.setattr(Path, "rename", refused)
        with pytest.raises(PermissionError):
            put_in_place(fresh, tmp_path / "out")
    assert page_of(tmp_path / "out") == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


@pytest.mark.usefixtures("two_steps")
def test_of_two_at_once_the_last_one_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = site(tmp_path / "out", "old")
    rename = Path.rename
    others = ["theirs", "theirs too"]

    def with_others(self: Path, target: Path) -> Path:
        done = rename(self, target)
        if self == out and others:
            site(out, others.pop())
        return done

    monkeypatch.setattr(Path, "rename", with_others)
    with replacing(out) as fresh:
        put_in_place(site(fresh, "new"), out)
    assert others == []
    assert page_of(out) == "new"
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


def test_a_folder_that_has_to_stay_itself_gets_what_is_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = site(tmp_path / "out", "old")
    (out / "gone.html").touch()
    before = out.stat().st_ino
    # As where the folder above belongs to somebody else; who administers may write everywhere.
    monkeypatch.setattr(os, "access", lambda *_: False)
    with replacing(out) as fresh:
        assert fresh.parent == out
        put_in_place(site(fresh, "new"), out)
    assert (page_of(out), out.stat().st_ino) == ("new", before)
    assert sorted(each.name for each in out.iterdir()) == [".betoog-site", "index.html"]


def test_a_folder_in_which_a_site_is_made_gets_back_what_it_held(tmp_path: Path) -> None:
    out = site(tmp_path / "out", "old")
    with suppress(ZeroDivisionError), held(out):
        assert list(out.iterdir()) == []
        site(out, "half")
        raise ZeroDivisionError
    assert page_of(out) == "old"
    with held(out):
        site(out, "new")
    assert page_of(out) == "new"
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


def test_a_folder_that_cannot_be_made_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(self: Path, *_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system", str(self))

    monkeypatch.setattr(Path, "mkdir", refused)
    with pytest.raises(OSError, match="Read-only") as caught, replacing(tmp_path / "out"):
        pass
    assert caught.value.filename == str(tmp_path / "out")
