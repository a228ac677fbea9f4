"""Which files below `claims/` are read, and what is in the way of others."""

import os
import sys
from pathlib import Path

import pytest

from graph.base import KnowledgeBase
from graph.check import check
from graph.records import limits
from graph.store.problem import Fault, Problem
from graph.store.record_paths import record_paths
from graph.store.tree import read_path


def _found(root: Path) -> tuple[list[str], list[tuple[Fault, str]]]:
    problems: list[Problem] = []
    paths = sorted(each.path for each in record_paths(root, problems))
    return paths, [(each.fault, each.path) for each in problems]


def test_files_in_folders_are_found_and_hidden_ones_are_not(tmp_path: Path) -> None:
    for path in ("claims/d/a.md", "claims/d/e/b.md", "claims/.schema/c.json", "claims/d/.x.md"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("")
    assert _found(tmp_path) == (["claims/d/a.md", "claims/d/e/b.md"], [])


@pytest.mark.parametrize("more", [0, 1, 60])
def test_folders_are_read_to_a_depth(tmp_path: Path, more: int) -> None:
    deep = tmp_path / "claims" / "/".join(["d"] * (limits.FOLDERS + more))
    deep.mkdir(parents=True)
    (deep / "a.md").write_text("")
    paths, problems = _found(tmp_path)
    assert len(paths) == (not more)
    first = "/".join(["claims", *["d"] * (limits.FOLDERS + 1)])
    assert problems == ([(Fault.DEEP_FOLDER, first)] if more else [])


@pytest.mark.skipif(sys.platform == "darwin", reason="its names are UTF-8")
@pytest.mark.parametrize(
    "name",
    [
        b"bad\xff.md",
        b"two\nlines.md",
        "zero\u200bwidth.md".encode(),
    ],
)
def test_a_name_that_nothing_can_say_is_a_problem(tmp_path: Path, name: bytes) -> None:
    (tmp_path / "claims/d").mkdir(parents=True)
    (tmp_path / "claims/d" / os.fsdecode(name)).write_text("")
    paths, problems = _found(tmp_path)
    assert paths == []
    ((fault, path),) = problems
    assert fault is Fault.UNUSABLE_NAME
    path.encode()
    assert path.isprintable()


def test_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "claims/d").mkdir(parents=True)
    (tmp_path / "claims/d/round").symlink_to("..")
    (tmp_path / "claims/out").symlink_to(tmp_path)
    _, problems = _found(tmp_path)
    assert sorted(problems) == [
        (Fault.LINKED_FOLDER, "claims/d/round"),
        (Fault.OUTSIDE, "claims/out"),
    ]


@pytest.mark.parametrize("to", ["/", "/etc", "../elsewhere", ".", "records", "claims", "nowhere"])
def test_nothing_is_read_where_the_folder_of_all_records_is_a_link(tmp_path: Path, to: str) -> None:
    for name in ("elsewhere", "root/records"):
        (tmp_path / name / "d").mkdir(parents=True)
        (tmp_path / name / "d/a.md").write_text("---\n---\n")
    root = tmp_path / "root"
    (root / "claims").symlink_to(to)

    paths, problems = _found(root)
    assert paths == []
    assert problems == [(Fault.LINKED_FOLDER, "claims")]
    file, found = read_path(root, "claims/d/a.md")
    assert file is None
    assert [each.fault for each in found] == [Fault.LINKED_FOLDER]
    if to not in ("claims", "nowhere"):
        assert {each.code for each in check(KnowledgeBase.load(root))} == {"S011"}
