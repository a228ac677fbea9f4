"""Whatever anybody puts beside the records: told before anything of it is opened."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.base import KnowledgeBase
from graph.check import check
from graph.store.problem import Fault
from graph.store.surroundings import LARGEST_FILE, LARGEST_TEXT, surroundings
from tests.conftest import ROOT


def _socket(place: Path) -> None:
    here = Path.cwd()
    os.chdir(place.parent)
    try:
        with socket.socket(socket.AF_UNIX) as it:
            it.bind(place.name)
    finally:
        os.chdir(here)


def _sparse(size: int) -> Callable[[Path], None]:
    def put(place: Path) -> None:
        place.touch()
        os.truncate(place, size)

    return put


def _records(at: Path) -> str:
    root = next(each for each in at.parents if (each / "claims").is_dir())
    return str(root / "claims" / "d" / "debate.yaml")


ODD: dict[str, tuple[Callable[[Path], None], str]] = {
    "a link to a file elsewhere": (lambda at: at.symlink_to("/etc/hostname"), "leads out"),
    "a link up": (lambda at: at.symlink_to("../" * 9 + "etc/hostname"), "leads out"),
    "a link to records": (lambda at: at.symlink_to(_records(at)), "leads out"),
    "a link to a folder elsewhere": (lambda at: at.symlink_to("/etc"), "leads out"),
    "a link to an endless device": (lambda at: at.symlink_to("/dev/zero"), "leads out"),
    "a link round": (lambda at: at.symlink_to("."), "not followed"),
    "a link to itself": (lambda at: at.symlink_to(at.name), ""),
    "a dead link": (lambda at: at.symlink_to("nowhere"), "No such file"),
    "a pipe": (lambda at: os.mkfifo(at), "a pipe"),
    "a socket": (_socket, "a socket"),
    "a text of a terabyte": (_sparse(1 << 40), "more than"),
}
FOLDERS = ("site", "templates", "languages")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "claims" / "d").mkdir(parents=True)
    (tmp_path / "claims" / "d" / "debate.yaml").write_text("title: {en: D}\n")
    for name in FOLDERS:
        (tmp_path / name / "in").mkdir(parents=True)
        (tmp_path / name / "in" / "it.md").write_text("words")
        (tmp_path / name / "same.md").symlink_to("in/it.md")
        (tmp_path / name / ".#open.md").symlink_to("somebody@machine.1")
    return tmp_path


def test_what_a_site_is_usually_made_of_may_be_read(root: Path) -> None:
    assert surroundings(root) == ()
    assert surroundings(ROOT) == ()


@pytest.mark.parametrize("kind", ODD)
def test_odd_things_are_told_wherever_they_stand(root: Path, kind: str) -> None:
    put, says = ODD[kind]
    places = [f"{name}/{path}" for name in FOLDERS for path in ("x.md", "in/.y.yaml", "in/z")]
    places = [each for each in places if "terabyte" not in kind or not each.endswith("z")]
    for each in places:
        put(root / each)
    found = {each.path: each.detail for each in surroundings(root)}
    assert sorted(found) == sorted(places)
    assert all(says in each for each in found.values())


@pytest.mark.parametrize("kind", ["a link to a file elsewhere", "a pipe", "a text of a terabyte"])
def test_a_configuration_that_is_none_is_told(root: Path, kind: str) -> None:
    ODD[kind][0](root / "mkdocs.yml")
    assert [each.path for each in surroundings(root)] == ["mkdocs.yml"]


@pytest.mark.parametrize("kind", [each for each in ODD if "link" in each])
def test_a_folder_that_is_a_link_is_told_and_not_gone_into(root: Path, kind: str) -> None:
    for name in FOLDERS:
        (root / name).rename(root / f"{name}-away")
        ODD[kind][0](root / name)
    assert [each.path for each in surroundings(root)] == sorted(FOLDERS)


def test_text_may_be_less_large_than_what_goes_along_as_it_is(root: Path) -> None:
    _sparse(LARGEST_TEXT + 1)(root / "site" / "film.mp4")
    assert surroundings(root) == ()
    _sparse(LARGEST_FILE + 1)(root / "site" / "film.mp4")
    assert [each.path for each in surroundings(root)] == ["site/film.mp4"]


def test_folders_that_are_named_are_looked_at_in_place_of_the_usual(root: Path) -> None:
    (root / "site" / "x.md").symlink_to("/etc/hostname")
    assert surroundings(root, [root / "templates"]) == ()
    (root / "pages").mkdir()
    (root / "pages" / "x.md").symlink_to("/etc/hostname")
    assert [each.path for each in surroundings(root, [root / "pages"])] == ["pages/x.md"]


def test_a_check_tells_of_them(root: Path) -> None:
    (root / "site" / "x.md").symlink_to("/etc/hostname")
    found = check(KnowledgeBase.load(root))
    assert [each.path for each in found if each.code == "S020"] == ["site/x.md"]


@pytest.mark.parametrize("name", ["two\nlines.md", "zero\u200bwidth", "/".join("d" * 21)])
def test_names_and_depths_are_those_that_records_may_have(root: Path, name: str) -> None:
    (root / "site" / name).mkdir(parents=True)
    found = surroundings(root)
    assert [each.fault for each in found] == [
        Fault.DEEP_FOLDER if "/" in name else Fault.UNUSABLE_NAME
    ]
    assert found[0].path.isprintable()
    with_records = KnowledgeBase.load(root)
    assert [each.code for each in check(with_records) if each.path == found[0].path] == ["S020"]
