from collections.abc import Callable
from pathlib import Path

import pytest

from graph.errors import NoRecordsError
from graph.serving.records import ServedRecords
from graph.store import read_tree
from graph.store.tree import read_path
from tests.serving.project import project, write

CLAIM = "claims/paths/paths-cost-much.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path / "kb")


def _reword(root: Path) -> list[str]:
    write(root, CLAIM, (root / CLAIM).read_text("utf-8").replace("much.", "a lot."))
    return [CLAIM]


def _break(root: Path) -> list[str]:
    write(root, CLAIM, "---\nkind: [\n---\n")
    return [CLAIM]


def _add(root: Path) -> list[str]:
    write(root, "claims/paths/in/new.md", "---\nclaim: {en: New.}\nkind: fact\n---\n")
    return ["claims/paths/in/new.md"]


def _remove(root: Path) -> list[str]:
    (root / CLAIM).unlink()
    return [CLAIM]


def _link_out(root: Path) -> list[str]:
    (root / CLAIM).unlink()
    (root / CLAIM).symlink_to("/etc/passwd")
    return [CLAIM]


def _link_round(root: Path) -> list[str]:
    (root / "claims/paths/round").symlink_to(".")
    return ["claims/paths/round"]


def _hide(root: Path) -> list[str]:
    write(root, "claims/.hidden.md", "hidden")
    return ["claims/.hidden.md"]


def _page(root: Path) -> list[str]:
    write(root, "site/about.md", "<!-- Betoog: write here who you are. -->\n")
    (root / "site/out.md").symlink_to("/etc/passwd")
    return ["site/about.md", "site/out.md"]


@pytest.mark.parametrize(
    "edit", [_reword, _break, _add, _remove, _link_out, _link_round, _hide, _page]
)
def test_after_a_change_the_tree_is_what_reading_all_of_it_gives(
    root: Path, edit: Callable[[Path], list[str]]
) -> None:
    kept = ServedRecords(root)
    assert kept.tree(["claims/paths/debate.yaml"]) == read_tree(root)
    changed = edit(root)
    assert kept.tree(changed) == read_tree(root)
    assert kept.tree([]) == read_tree(root)


def test_of_a_change_only_what_changed_is_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept, read = ServedRecords(root), list[str]()
    before = kept.tree([])

    def counted(root: Path, path: str) -> object:
        read.append(path)
        return read_path(root, path)

    monkeypatch.setattr("graph.serving.records.read_path", counted)
    after = kept.tree(_reword(root))
    assert read == [CLAIM]
    same = [one is other for one, other in zip(before.files, after.files, strict=True)]
    assert same.count(False) == 1


def test_records_that_are_gone_for_a_moment_are_all_read_again(root: Path) -> None:
    kept = ServedRecords(root)
    kept.tree([])
    (root / "claims").rename(root / "away")
    with pytest.raises(NoRecordsError):
        kept.tree([CLAIM])
    (root / "away").rename(root / "claims")
    assert kept.tree([]) == read_tree(root)
