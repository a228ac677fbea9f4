from pathlib import Path

import pytest

from graph.review.history import History, read_history
from graph.serving.history import KeptHistory
from tests.review.committing import SMALL, git
from tests.serving.project import write

pytestmark = pytest.mark.process


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path, text in SMALL.items():
        write(tmp_path, path, text)
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "-m", "One")
    return tmp_path


def test_history_is_read_again_once_there_is_another_commit(root: Path) -> None:
    read: list[int] = []

    def reading() -> History:
        read.append(1)
        return read_history(root, 20)

    kept = KeptHistory(root)
    first = kept.history([], 20, reading)
    assert kept.history(["claims/d/top.md"], 20, reading) is first
    head = next(each for each in kept.places if each.name == "heads") / "main"
    assert kept.history([str(head)], 20, reading) is first
    git(root, "commit", "--quiet", "--allow-empty", "-m", "Two", day=1)
    write(root, "claims/d/top.md", SMALL["claims/d/top.md"].replace("build", "make"))
    git(root, "commit", "--quiet", "-am", "Three", day=2)
    after = kept.history([str(head)], 20, reading)
    assert len(after.changes) == len(first.changes) + 1
    assert len(read) == 2


def test_where_git_knows_nothing_there_is_a_place_in_which_it_will(tmp_path: Path) -> None:
    kept = KeptHistory(tmp_path)
    assert kept.history([], 20, History).changes == ()
    assert kept.places == (tmp_path / ".git" / "HEAD",)
    for path, text in SMALL.items():
        write(tmp_path, path, text)
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "-m", "One")
    changed = [str(tmp_path / ".git" / "HEAD")]
    assert len(kept.history(changed, 20, lambda: read_history(tmp_path, 20)).changes) == 1
