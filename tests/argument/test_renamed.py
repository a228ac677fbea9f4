from pathlib import Path

import pytest

from graph.argument.renamed import renamed_by_hand
from graph.base import KnowledgeBase
from graph.check import check
from graph.drafting.confirmation import confirming
from graph.drafting.fixing import fixing
from graph.drafting.writing import write_files
from graph.store import read_tree
from tests.small import lay_out

OLD, NEW = "claims/paths/paths-cost-much.md", "claims/paths/costly-paths.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A knowledge base in which every link has the mark of its words."""
    kb = KnowledgeBase(read_tree(lay_out(tmp_path)))
    write_files(kb.tree, confirming(kb, (), everything=True).files)
    return tmp_path


def read(root: Path) -> KnowledgeBase:
    return KnowledgeBase(read_tree(root))


def test_a_file_renamed_by_hand_is_known_by_the_words_its_links_were_made_for(root: Path) -> None:
    (root / OLD).rename(root / NEW)

    kb = read(root)
    found = [each for each in check(kb) if each.code in ("R101", "R102")]

    assert renamed_by_hand(kb) == {"paths-cost-much": "costly-paths"}
    assert len(found) == 2
    for each in found:
        assert "`aliases: [paths-cost-much]`" in str(each.help)
    mended = fixing(kb.tree).changed["claims/paths/roads-cost-more.md"]
    assert "claim: costly-paths" in mended


def test_nothing_is_told_of_other_words_or_of_two_that_have_them(root: Path) -> None:
    text = (root / OLD).read_text("utf-8")
    (root / OLD).rename(root / NEW)
    (root / NEW).write_text(text.replace("cost", "do not cost"), "utf-8")
    assert not renamed_by_hand(read(root))

    (root / NEW).write_text(text, "utf-8")
    (root / "claims/paths/dear-paths.md").write_text(text, "utf-8")
    assert not renamed_by_hand(read(root))


def test_a_slip_of_the_pen_is_no_older_name(root: Path) -> None:
    record = root / "claims/paths/roads-cost-more.md"
    record.write_text(record.read_text("utf-8").replace("paths-cost-much", "paths-cost-muhc"))

    (found,) = (each for each in check(read(root)) if each.code == "R101")

    assert found.help == "did you mean `paths-cost-much`?"
