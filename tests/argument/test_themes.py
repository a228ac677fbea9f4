"""Themes are named by their ids, and by their debate's too where several have one of that id."""

from pathlib import Path

import pytest

from graph.argument.themes import find_theme, theme_names
from graph.base import KnowledgeBase
from graph.check import Severity, check
from graph.drafting.renaming import named, renamed_texts, renaming
from graph.errors import AnswerError
from tests.two_debates import lay_out_debates


@pytest.fixture(scope="module")
def kb(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    root: Path = tmp_path_factory.mktemp("two")
    lay_out_debates(root)
    debate = root / "claims" / "canal" / "debate.yaml"
    water = "- {id: water, title: {en: Water}, roots: [canal-4]}\n"
    debate.write_text(debate.read_text("utf-8") + water, "utf-8")
    return KnowledgeBase.load(root)


def test_two_debates_may_each_have_a_theme_of_one_id(kb: KnowledgeBase) -> None:
    assert not [each for each in check(kb) if each.severity is Severity.ERROR]


def test_the_shortest_name_of_a_theme_is_no_others(kb: KnowledgeBase) -> None:
    assert theme_names(kb) == {
        ("canal", "money"): "canal/money",
        ("canal", "water"): "water",
        ("market", "money"): "market/money",
    }


@pytest.mark.parametrize("name", ["water", "canal/water"])
def test_a_theme_is_found_by_its_id_with_and_without_that_of_its_debate(
    kb: KnowledgeBase, name: str
) -> None:
    assert find_theme(kb, name) == ("canal", "water")


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("money", "several debates have a theme money: name it as canal/money or market/money"),
        ("market/water", "there is no theme market/water"),
        ("watr", "did you mean water?"),
        ("canal/mony", "did you mean canal/money"),
        ("", "there is no theme"),
        ("/", "there is no theme"),
    ],
)
def test_what_names_no_theme_or_several_is_told_with_a_way_out(
    kb: KnowledgeBase, name: str, why: str
) -> None:
    with pytest.raises(AnswerError, match=why):
        find_theme(kb, name)


def test_a_theme_is_renamed_in_the_debate_that_is_named(kb: KnowledgeBase) -> None:
    (written,) = renamed_texts(kb, renaming(kb, "theme", "market/money", "water"))
    assert written.path == "claims/market/debate.yaml"
    assert "id: water" in written.text
    assert named(kb, "market/money") == ("theme",)
