from pathlib import Path

import pytest

from graph.argument.lookup import find_claim, find_record, unknown
from graph.base import KnowledgeBase
from graph.errors import AnswerError


def test_a_claim_is_found_by_its_id_and_by_an_older_one(kb: KnowledgeBase) -> None:
    assert find_claim(kb, "paths-cost-much") == "paths-cost-much"
    assert find_claim(kb, "paths-are-expensive") == "paths-cost-much"


def test_an_unknown_id_brings_the_nearest_ones(kb: KnowledgeBase) -> None:
    with pytest.raises(AnswerError, match="no claim path-cost-much: did you mean paths-cost-much"):
        find_claim(kb, "path-cost-much")


@pytest.mark.parametrize(
    ("what", "known", "hint"),
    [
        ("claim", ["cycling"], ": there is only cycling"),
        ("format", ["json", "bibtex"], ": there are bibtex and json"),
        ("claim", [], ": betoog list claims tells which there are"),
        ("claim", list("abcdefghijkl"), ": betoog list claims tells which there are"),
        ("link", list("abcdefghijkl"), ""),
    ],
)
def test_where_nothing_is_near_it_is_told_what_there_is(
    what: str, known: list[str], hint: str
) -> None:
    assert str(unknown(what, "qqqq", known)) == f"there is no {what} qqqq{hint}"


def test_a_claim_that_cannot_be_read_is_not_called_unknown(root: Path) -> None:
    (root / "claims/paths/broken.md").write_text("---\nclaim: [\n---\n", "utf-8")
    with pytest.raises(AnswerError, match=r"broken\.md cannot be read"):
        find_claim(KnowledgeBase.load(root), "broken")


def test_a_source_that_cannot_be_read_is_not_called_unknown(root: Path) -> None:
    (root / "claims/sources/broken.yaml").write_text("type: [\n", "utf-8")
    kb = KnowledgeBase.load(root)
    with pytest.raises(AnswerError, match=r"broken\.yaml cannot be read"):
        find_record(kb, "source", "broken")
    with pytest.raises(AnswerError, match="no speaker broken"):
        find_record(kb, "speaker", "broken")


def test_what_was_asked_cannot_steer_the_terminal() -> None:
    assert "\x1b" not in str(unknown("claim", "\x1b[31m", []))
