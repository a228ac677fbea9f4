"""How themes bear on the theses of their debate, and on which claims that turns."""

from pathlib import Path

import pytest

from graph.argument.debated import theme_claims
from graph.argument.lines import Role, parts_of
from graph.argument.sides import greatest_effect
from graph.argument.theme_bearing import SHOWN, theme_bearing, ways_told
from graph.base import KnowledgeBase
from graph.semantics import NOTICEABLE
from graph.words.language import language
from graph.words.sentence import Piece, told_plainly
from tests.small import read_texts

_DEBATE = """\
title: {en: Paths}
question: {en: Build them?}
theses: [THESES]
themes:
  - {id: theme, title: {en: One}, roots: [ROOT]}
"""
_CLAIMS = {
    "top": "",
    "good": "supports: [{claim: top}]\n",
    "fact": "supports: [{claim: good}]\n",
    "bad": "contradicts: [{claim: top}]\n",
    "worse": "supports: [{claim: bad}]\n",
    "gate": "supports: [{claim: top, scheme: necessary-condition}]\n",
    "key": "supports: [{claim: gate}]\n",
    "doubt": "undercuts: [{link: good -> top}]\n",
    "why": "supports: [{claim: doubt}]\n",
    "alone": "",
    "other": "",
}


def _base(root: Path, theme_root: str, theses: str = "top") -> KnowledgeBase:
    folder = root / "claims" / "d"
    folder.mkdir(parents=True)
    (folder / "debate.yaml").write_text(
        _DEBATE.replace("ROOT", theme_root).replace("THESES", theses), "utf-8"
    )
    for name, links in _CLAIMS.items():
        said = f"claim: {{en: So says {name}.}}\nkind: fact\nlabel: {{en: {name}}}\n"
        (folder / f"{name}.md").write_text(f"---\n{said}{links}---\n", "utf-8")
    return KnowledgeBase.load(root)


@pytest.mark.parametrize(
    ("root", "lines", "turning"),
    [
        ("fact", ["good"], ["fact"]),
        # Of a direct reason, what bears on it is named before the reason itself.
        ("good", ["good"], ["doubt", "fact"]),
        ("doubt", ["good"], ["doubt", "why"]),
    ],
)
def test_a_theme_has_a_part_in_the_lines_that_its_roots_move(
    tmp_path: Path, root: str, lines: list[str], turning: list[str]
) -> None:
    found = theme_bearing(_base(tmp_path, root), "d", "theme")
    assert [strand.line.link.claim for strand in found.strands] == lines
    assert [strand.weakens for strand in found.strands] == [root == "doubt"]
    assert found.ways == ()
    assert list(found.turning[: len(turning)]) == turning


@pytest.mark.parametrize(
    ("root", "told"),
    [
        ("worse", "It leads to “bad”, an objection to the thesis."),
        ("key", "It leads to “gate”, without which the thesis cannot hold."),
        ("alone", "No argument leads from here to the thesis."),
        ("top", "It is about the thesis itself."),
    ],
)
def test_a_theme_outside_of_the_lines_tells_where_it_leads(
    tmp_path: Path, root: str, told: str
) -> None:
    kb = _base(tmp_path, root)
    found = theme_bearing(kb, "d", "theme")
    assert not found.strands
    (way,) = ways_told(kb, "d", found)
    said = told_plainly(way, language("en"), lambda claim: Piece(claim))
    assert said == told


@pytest.mark.parametrize(
    ("roots", "lines", "told"),
    [
        ("good, bad", ["good"], ["It leads to “bad”, an objection to the thesis."]),
        (
            "doubt, gate, worse",
            ["good"],
            [
                "It leads to “gate”, without which the thesis cannot hold.",
                "It leads to “bad”, an objection to the thesis.",
            ],
        ),
        ("worse, bad, alone", [], ["It leads to “bad”, an objection to the thesis."]),
    ],
)
def test_what_a_theme_does_beside_the_lines_is_told_too(
    tmp_path: Path, roots: str, lines: list[str], told: list[str]
) -> None:
    kb = _base(tmp_path, roots)
    found = theme_bearing(kb, "d", "theme")
    assert [strand.line.link.claim for strand in found.strands] == lines
    said = [
        told_plainly(each, language("en"), lambda claim: Piece(claim))
        for each in ways_told(kb, "d", found)
    ]
    assert said == told


def test_a_theme_turns_on_nothing_that_comes_to_the_thesis_by_another_way(tmp_path: Path) -> None:
    """Beside the theme the claim objects to the thesis; in it, it comes by a step that fails."""
    files = {
        "claims/d/debate.yaml": _DEBATE.replace("ROOT", "good").replace("THESES", "top"),
        **{
            f"claims/d/{name}.md": "---\n"
            f"claim: {{en: So says {name}.}}\nkind: fact\nlabel: {{en: {name}}}\n{links}---\n"
            for name, links in {
                "top": "",
                "good": "supports: [{claim: top}]\n",
                "fact": "supports: [{claim: good}]\n",
                "bad": "contradicts: [{claim: top}]\n",
                "idle": "contradicts: [{claim: good}]\n",
                "few": "supports: [{claim: bad}, {claim: idle}]\n",
                "never": "undercuts: [{link: idle -> good}]\n"
                "base_score: 1\nbase_score_because: {en: So.}\n",
            }.items()
        },
    }
    kb = read_texts(files)
    assert "few" in theme_claims(kb)["d", "theme"]
    assert greatest_effect(kb, "few", "d") > 0.1
    turning = theme_bearing(kb, "d", "theme").turning
    assert "few" not in turning
    assert turning[0] == "fact"


def test_what_is_not_worked_out_is_not_said_to_move_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kb = _base(tmp_path, "fact")
    monkeypatch.setattr(KnowledgeBase, "share", 0)
    found = theme_bearing(kb, "d", "theme")
    assert not found.strands
    (way,) = ways_told(kb, "d", found)
    told = told_plainly(way, language("en"), lambda claim: Piece(claim))
    assert told == "It leads to “good”, a reason for the thesis."


def test_of_several_theses_that_is_named_to_which_a_theme_leads(tmp_path: Path) -> None:
    kb = _base(tmp_path, "worse", "top, other")
    (told,) = ways_told(kb, "d", theme_bearing(kb, "d", "theme"))
    said = told_plainly(told, language("en"), lambda claim: Piece(claim))
    assert said == "It leads to “bad”, an objection to “top”."


def test_a_theme_or_debate_that_is_not_there_has_no_bearing(tmp_path: Path) -> None:
    kb = _base(tmp_path, "good")
    with pytest.raises(KeyError):
        theme_bearing(kb, "d", "other")
    with pytest.raises(KeyError):
        theme_bearing(kb, "other", "theme")


def test_what_a_theme_turns_on_does_most_and_is_of_the_theme(sample: KnowledgeBase) -> None:
    (debate,) = sample.debates.values()
    for theme in debate.themes:
        found = theme_bearing(sample, debate.id, theme.id)
        members = theme_claims(sample)[debate.id, theme.id]
        effects = [round(greatest_effect(sample, each, debate.id), 9) for each in found.turning]
        assert members.issuperset(found.turning)
        assert effects == sorted(effects, reverse=True)
        assert all(each >= NOTICEABLE for each in effects)
        assert len(effects) <= SHOWN
        roots = [sample.resolve(each) for each in theme.roots]
        parts = {part.line.link.id: part.role for root in roots for part in parts_of(sample, root)}
        assert {strand.line.link.id for strand in found.strands} == parts.keys()
        for strand in found.strands:
            assert strand.weakens <= (Role.WEAKENS in parts.values())
