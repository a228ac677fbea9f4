"""Findings put right by machine, on the broken records that every rule has."""

import shutil
from pathlib import Path

import pytest

from graph.base import KnowledgeBase
from graph.check import check
from graph.cli import main
from graph.drafting.fixing import Fixing, fixing
from graph.records.claim import Certainty, Claim, Kind, Stance
from graph.records.outcome import State
from graph.records.passage import Bears
from graph.records.source import SourceType
from graph.store import read_tree
from graph.text.nearest import unmistakable
from tests.check.test_cases import BASE, FILES, lay_out, read_case

PUT_RIGHT = {
    "A105-arguing-claim", "A105-named-twice", "F101-lower-case-url", "F101-misspelt-speaker",
    "P204-twice", "R202-specifies", "R203-specifies",
    "S203-tab-indent", "S213-escape",
}  # fmt: skip
LEFT = {
    "A103-order-of-premises",  # each has a warrant of its own
    "F104-kind",  # more than one value comes near
    "R103-passage",  # another year is another source
}


def fixed(root: Path) -> Fixing:
    return fixing(read_tree(root))


def test_the_records_of_the_base_are_left_alone() -> None:
    assert fixed(BASE).changed == {}


@pytest.mark.long
@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_fix_removes_its_finding_and_brings_no_error(path: Path, tmp_path: Path) -> None:
    lay_out(read_case(path).files, tmp_path)
    outcome = fixed(tmp_path)
    after = check(KnowledgeBase(outcome.tree))
    assert (outcome.fixed != ()) == bool(outcome.changed)
    if outcome.fixed:
        assert path.parent.name not in {each.code for each in after}
        assert fixing(outcome.tree).fixed == ()
    name = f"{path.parent.name}-{path.stem}"
    if name in PUT_RIGHT:
        assert outcome.fixed, "this leaves only one way out"
    assert not (name in LEFT and outcome.fixed)


def test_the_names_of_cases_are_right() -> None:
    names = {f"{path.parent.name}-{path.stem}" for path in FILES}
    assert names >= PUT_RIGHT | LEFT


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


CLAIM = """\
---
# at the head
claim:
  en: A bell is heard.
  nl: Een bel wordt gehoord.
kind: facts  # of what kind
implicit: true
supports:
  # the first
  - {{claim: cycling-is-helthy, because: {{en: So., nl: Zo.}}}}
{more}---
"""


def written(root: Path, more: str = "") -> Path:
    file = root / "claims/cycling/bell.md"
    file.write_text(CLAIM.format(more=more), "utf-8")
    return file


def test_several_findings_are_put_right_and_comments_stay(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(root, "  - {claim: cycling-is-healthy, because: {en: So., nl: Zo.}}\n")
    assert main(["fmt", "--fix", str(file)]) == 0
    said = capsys.readouterr().out
    assert "F104" in said
    assert "R101" in said
    assert "A103" in said
    text = file.read_text("utf-8")
    assert "kind: fact  # of what kind\n" in text
    assert text.count("claim: cycling-is-healthy") == 1
    assert text.count("#") == 3
    assert main(["check"]) == 0
    assert main(["fmt", "--fix", "--check", str(file)]) == 0


def test_a_fix_that_would_lose_a_comment_is_left_to_a_person(root: Path) -> None:
    file = written(root, "  - {claim: cycling-is-healthy}  # a comment of its own\n")
    main(["fmt", "--fix", str(file)])
    assert "# a comment of its own" in file.read_text("utf-8")
    assert main(["check"]) == 1


def test_what_stands_twice_goes_beside_an_old_line_break(root: Path) -> None:
    file = written(root, "  - {claim: cycling-is-healthy}\nraises: [how-clean-are-routes, x]\n")
    text = file.read_text("utf-8").replace("bell is", "bell\u2028is")
    file.write_text(text.replace(", x]", ", how-clean-are-routes]"), "utf-8")
    assert "X001" not in {each.code for each in check(KnowledgeBase.load(root))}
    main(["fmt", "--fix", str(file)])
    tidy = file.read_text("utf-8")
    assert "A bell is heard." in tidy
    assert "raises: [how-clean-are-routes]" in tidy


def test_nothing_is_written_when_only_checking(root: Path) -> None:
    file = written(root)
    assert main(["fmt", "--fix", "--check", str(file)]) == 1
    assert file.read_text("utf-8") == CLAIM.format(more="")


@pytest.mark.parametrize(
    ("name", "choices", "meant"),
    [
        ("cheeper-models", ["cheaper-models", "more-chips"], "cheaper-models"),
        ("models-2025", ["models-2026"], None),
        ("model-a", ["model-b", "model-c"], None),
        ("Cheaper_Models", ["cheaper-models", "more-chips"], "cheaper-models"),
        ("cheapermodels", ["cheaper-models", "more-chips"], "cheaper-models"),
        ("chaeper-modles", ["cheaper-models", "more-chips"], "cheaper-models"),
        ("cheaper-models-help", ["cheaper-models"], None),
        ("models", ["cheaper-models"], None),
        ("buses-cant-help", ["buses-can-help"], None),
        ("buses-dont-help-the-town", ["buses-help-the-town"], None),
        ("buses-do-not-help-the-town", ["buses-help-the-town"], None),
        ("buses-harm-the-town", ["buses-help-the-town"], None),
        ("buses-mean-more-cars", ["buses-mean-fewer-cars"], None),
        ("imports-rise", ["exports-rise"], None),
        ("amoral-acts-pay", ["moral-acts-pay"], None),
        ("prijzen-nooit-lager", ["prijzen-ooit-lager"], None),
        ("keine-autos-fahren", ["eine-autos-fahren"], None),
        ("roads", ["entirely-different"], None),
        ("roads", [], None),
    ],
)
def test_only_a_slip_of_the_pen_is_taken_for_one(
    name: str, choices: list[str], meant: str | None
) -> None:
    assert unmistakable(name, choices) == meant


WORDS = sorted(
    {each.value for kind in (Kind, Certainty, Stance, State, Bears, SourceType) for each in kind}
    | set(Claim.model_fields)
)


@pytest.mark.parametrize(
    "denial", ["un", "in", "im", "dis", "de", "non", "non-", "not-", "no-", "anti", "on", "ge"]
)
def test_a_word_with_a_denial_is_not_the_word_without_it(denial: str) -> None:
    """Nor the other way around: the opposite would be written into the record."""
    for word in WORDS:
        assert unmistakable(f"{denial}{word}", [word]) is None
        assert unmistakable(word, [f"{denial}{word}"]) is None


@pytest.mark.parametrize("word", [each for each in WORDS if len(each) > 4 and each.isalpha()])
def test_a_word_with_a_letter_that_is_missing_or_out_of_its_place_is_the_word(word: str) -> None:
    assert unmistakable(word[:2] + word[3:], WORDS) == word
    assert unmistakable(word[0] + word[2] + word[1] + word[3:], WORDS) == word


@pytest.mark.parametrize("said", ["uncertain", "unlikely", "impossible"])
def test_what_is_said_of_certainty_is_not_turned_into_its_opposite(
    root: Path, capsys: pytest.CaptureFixture[str], said: str
) -> None:
    file = written(root, f"certainty: {said}\n")
    main(["fmt", "--fix", str(file)])
    assert f"certainty: {said}\n" in file.read_text("utf-8")
    told = capsys.readouterr().out
    assert "now `fact`" in told
    assert "now `cycling-is-healthy`" in told


_ACROSS_LINES = {
    "folded": "supports:\n  - claim: >-\n      {one}{two}\n    because: {{en: It follows.}}\n",
    "literal": "supports:\n  - claim: |-\n      {one}{two}\n    relevance: 0.5\n",
    "quoted": 'supports:\n  - claim: "{one}\\\n      {two}"\n    relevance: 0.5\n',
    "within brackets": 'supports: [{{claim: "{one}\\\n{two}", relevance: 0.5}}]\n',
    "on the next line": "supports:\n  - claim:\n      {one}{two}\n    relevance: 0.5\n",
    "at the end": 'supports:\n  - claim: "{one}\\\n      {two}"\n',
}


@pytest.mark.parametrize("name", _ACROSS_LINES)
def test_a_value_on_several_lines_is_put_right_as_a_whole(name: str, tmp_path: Path) -> None:
    lay_out((), tmp_path)
    written = _ACROSS_LINES[name]
    head = "---\nclaim: {en: It is so., nl: Het is zo.}\nkind: fact\nimplicit: true\n"
    file = tmp_path / "claims/cycling/it-is-so.md"
    said = head + written.format(one="cycling-is-", two="heelthy") + "---\nA note.\n"
    file.write_text(said, "utf-8")
    outcome = fixed(tmp_path)
    assert [each.code for each in outcome.fixed] == ["R101"]
    changed = outcome.tree.by_path["claims/cycling/it-is-so.md"]
    assert isinstance(changed.record, Claim)
    (step,) = changed.record.supports
    assert step.claim == "cycling-is-healthy"
    before = KnowledgeBase(read_tree(tmp_path)).claims["it-is-so"]
    assert changed.record == before.model_copy(
        update={"supports": (before.supports[0].model_copy(update={"claim": step.claim}),)}
    )
    assert changed.body == "A note.\n"


@pytest.mark.parametrize(
    "written",
    [
        "air-is-polluted ->\n      cycling-is-heelthy",
        '"air-is-polluted ->\n      cycling-is-heelthy"',
        ">-\n      air-is-polluted ->\n      cycling-is-heelthy",
        "air-is-polluted\n      ->\n      cycling-is-heelthy  # a remark",
    ],
)
def test_the_name_of_a_step_on_several_lines_is_put_right_as_a_whole(
    written: str, tmp_path: Path
) -> None:
    lay_out((), tmp_path)
    file = tmp_path / "claims/cycling/it-is-so.md"
    file.write_text(
        "---\nclaim: {en: It is so., nl: Het is zo.}\nkind: fact\nimplicit: true\nundercuts:\n"
        f"  - link: {written}\n---\n",
        "utf-8",
    )
    outcome = fixed(tmp_path)
    changed = outcome.tree.by_path["claims/cycling/it-is-so.md"]
    assert isinstance(changed.record, Claim)
    assert changed.record.undercuts[0].link == "air-is-polluted -> cycling-is-healthy"
    assert changed.text.count("air-is-polluted") == 1
    assert changed.text.count("cycling-is") == 1
    assert ("# a remark" in written) == ("# a remark" in changed.text)
    assert not [each for each in check(KnowledgeBase(outcome.tree)) if each.code == "R102"]


@pytest.mark.parametrize(
    "written", [">\n  causal", '"caus\n  al"', "caus\n  al", "|\n  causel\n\n"]
)
def test_a_choice_on_several_lines_is_put_right_as_a_whole(written: str, tmp_path: Path) -> None:
    lay_out((), tmp_path)
    (tmp_path / "claims/cycling/it-is-so.md").write_text(
        f"---\nclaim: {{en: It is so., nl: Het is zo.}}\nkind: {written}\nimplicit: true\n---\n",
        "utf-8",
    )
    outcome = fixed(tmp_path)
    changed = outcome.tree.by_path["claims/cycling/it-is-so.md"]
    assert isinstance(changed.record, Claim)
    assert (changed.record.kind, changed.record.implicit) == (Kind.CAUSAL, True)
    assert "kind: causal\n" in changed.text
