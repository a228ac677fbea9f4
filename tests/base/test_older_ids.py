"""Records that others name by an id of before."""

from pathlib import Path

import pytest

from graph.argument.lookup import find_record
from graph.argument.meaning import source_meant, speaker_meant
from graph.argument.themes import find_theme
from graph.base import KnowledgeBase
from graph.check import check
from graph.drafting.writing import taken_ids
from graph.errors import AnswerError
from tests.small import lay_out

COPY = "type: webpage\ntitle: Copy\nURL: https://example.org/c\noriginal: essay\n"
THEMES = "themes:\n  - {id: cost, title: {en: Cost}, roots: [paths-cost-much], aliases: [money]}\n"
DEBATE = f"source: essay\n{THEMES}aliases: [roads]\n"


def _put(path: Path, text: str) -> None:
    path.write_text(path.read_text("utf-8") + text, "utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    lay_out(tmp_path)
    claims = tmp_path / "claims"
    (claims / "sources/copy.yaml").write_text(COPY, "utf-8")
    _put(claims / "paths/debate.yaml", DEBATE)
    _put(claims / "sources/essay.yaml", "aliases: [letter, essay-2020]\n")
    _put(claims / "speakers/ada-bron.yaml", "aliases: [ada]\n")
    return tmp_path


def _named_of_old(root: Path) -> KnowledgeBase:
    for path in root.glob("claims/**/*"):
        if path.suffix in (".md", ".yaml"):
            text = path.read_text("utf-8")
            for field in ("source", "original"):
                text = text.replace(f"{field}: essay", f"{field}: letter")
            path.write_text(text.replace("speaker: ada-bron", "speaker: ada"), "utf-8")
    return KnowledgeBase.load(root)


def test_who_names_a_source_or_a_speaker_by_an_older_id_means_the_same(root: Path) -> None:
    now = KnowledgeBase.load(root)
    old = _named_of_old(root)
    assert "source: letter" in old.tree.by_path["claims/paths/paths-cost-much.md"].text
    assert old.claims == now.claims
    assert old.sources == now.sources
    assert old.debates == now.debates
    assert old.cited == now.cited
    assert old.grounds == now.grounds


def test_only_a_hint_says_so_at_each_place_with_its_fix(root: Path) -> None:
    before = [each.code for each in check(KnowledgeBase.load(root))]
    old = _named_of_old(root)
    found = [each for each in check(old) if each.code == "R202"]
    assert sorted([*before, *(each.code for each in found)]) == sorted(
        each.code for each in check(old)
    )
    assert len(found) == sum(
        text.count("letter\n") + text.count("letter,") + text.count(": ada\n")
        for text in (each.text for each in old.tree.files)
        if "aliases: [letter" not in text
    )
    assert all(each.fix is not None for each in found)


@pytest.mark.parametrize(
    ("kind", "older", "now"),
    [
        ("source", "letter", "essay"),
        ("source", "essay-2020", "essay"),
        ("speaker", "ada", "ada-bron"),
        ("debate", "roads", "paths"),
        ("claim", "paths-are-expensive", "paths-cost-much"),
    ],
)
def test_an_older_id_leads_to_the_record(root: Path, kind: str, older: str, now: str) -> None:
    kb = KnowledgeBase.load(root)
    assert kb.present(kind, older) == now
    assert kb.present(kind, now) == now
    assert kb.present(kind, "nothing") == "nothing"
    if kind != "claim":
        assert find_record(kb, kind, older) == now


@pytest.mark.parametrize("name", ["money", "cost", "paths/money", "roads/money", "roads/cost"])
def test_a_theme_goes_by_older_ids_of_its_own_and_of_its_debate(root: Path, name: str) -> None:
    assert find_theme(KnowledgeBase.load(root), name) == ("paths", "cost")


def test_a_theme_of_an_id_goes_before_one_that_had_it(root: Path) -> None:
    other = "title: {en: Money}\nquestion: {en: Money?}\n" + THEMES.replace("cost,", "money,")
    (root / "claims/money").mkdir()
    (root / "claims/money/debate.yaml").write_text(other.replace(", aliases: [money]", ""), "utf-8")
    kb = KnowledgeBase.load(root)
    assert find_theme(kb, "money") == ("money", "money")
    assert find_theme(kb, "paths/money") == ("paths", "cost")
    with pytest.raises(AnswerError):
        find_theme(kb, "roads/nothing")


def test_what_a_person_calls_a_record_may_be_an_older_id(root: Path) -> None:
    kb = KnowledgeBase.load(root)
    assert source_meant(kb, "letter").id == "essay"
    assert speaker_meant(kb, "ada").id == "ada-bron"


def test_no_new_record_takes_an_older_id(root: Path) -> None:
    taken = taken_ids(KnowledgeBase.load(root))
    assert {"letter", "essay-2020", "essay"} <= set(taken.sources)
    assert {"ada", "ada-bron"} <= set(taken.speakers)
