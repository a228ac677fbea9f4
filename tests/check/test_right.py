"""Every file in tests/right is odd and right: nothing is found in it.

They have the form of the cases of what is wrong, without a finding: a line that says what is
odd, an empty line, and files that replace or join those of `tests/cases/base`; those in `alone`
are a knowledge base by themselves. What was once found wrong without being so is kept here.
"""

from pathlib import Path

import pytest

from graph.base import KnowledgeBase
from graph.check import check
from graph.drafting.formatting import formatting, write_formatting
from graph.store import read_tree
from tests.check.test_cases import BASE, lay_out, read_files

FOLDER = Path(__file__).parent.parent / "right"
RIGHT = sorted(FOLDER.rglob("*.txt"))


def _laid_out(path: Path, root: Path) -> Path:
    files = read_files(path)
    assert files
    lay_out(files, root, base=None if path.parent.name == "alone" else BASE)
    return root


def _findings(root: Path) -> list[tuple[str, str, int, str]]:
    found = check(KnowledgeBase.load(root))
    return [(each.code, each.path, each.line, each.message) for each in found]


@pytest.mark.parametrize("path", RIGHT, ids=lambda path: path.stem)
def test_in_what_is_odd_and_right_nothing_is_found(path: Path, tmp_path: Path) -> None:
    assert _findings(_laid_out(path, tmp_path)) == []


@pytest.mark.parametrize("path", RIGHT, ids=lambda path: path.stem)
def test_laid_out_anew_it_is_right_still(path: Path, tmp_path: Path) -> None:
    root = _laid_out(path, tmp_path)
    tree = read_tree(root)
    outcome = formatting(tree)
    assert outcome.unreadable == ()
    write_formatting(tree, outcome)
    assert _findings(root) == []
    assert formatting(read_tree(root)).changed == {}
