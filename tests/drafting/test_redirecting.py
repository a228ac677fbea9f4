"""Links that go, and links that get another target."""

import json
from pathlib import Path
from typing import Any

import pytest

from graph.base import KnowledgeBase
from graph.check import Severity, check
from graph.cli import main
from graph.passages import wording_mark

SENTENCES = {
    "top": "Build the line.",
    "other": "The line pays.",
    "reason": "People ride.",
    "both": "It is quick.",
    "doubt": "They ride elsewhere.",
    "doubt-2": "Nobody knows where.",
    "why": "Who pays?",
}
RECORDS = {
    "reason": """supports:
  - claim: top
    because: {en: It serves.}  # kept
    wording: %s
  - {claim: other, because: {en: Fares.}}
specifies: [both] # one
""",
    "both": """supports:
  - {claim: top, id: first, because: {en: Speed.}}
  - {claim: top, id: second, with: [doubt], because: {en: Comfort.}}
raises: [why]
""",
    "doubt": "undercuts: [{link: reason -> top, because: {en: It need not.}}]\n",
    "doubt-2": "undercuts: [{link: doubt -> (reason -> top), because: {en: It may.}}]\n",
}
DEBATE = "title: {en: Line}\nquestion: {en: A line?}\ntheses: [top]\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "claims/line"
    folder.mkdir(parents=True)
    (folder / "debate.yaml").write_text(DEBATE, "utf-8")
    for claim, sentence in SENTENCES.items():
        record = RECORDS.get(claim, "").replace("%s", wording_mark(SENTENCES["top"]))
        kind = "question" if claim == "why" else "fact\nimplicit: true"
        text = f"---\nclaim: {{en: {sentence}}}\nkind: {kind}\n{record}---\n"
        (folder / f"{claim}.md").write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def done(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, Any]:
    capsys.readouterr()
    status = main(["link", *words, "--json"])
    return status, json.loads(capsys.readouterr().out)


def record(root: Path, claim: str) -> str:
    return (root / f"claims/line/{claim}.md").read_text("utf-8")


def errors(root: Path) -> list[str]:
    found = check(KnowledgeBase.load(root))
    return [each.code for each in found if each.severity is Severity.ERROR]


def test_a_step_is_dropped_and_the_rest_stays_as_it_was(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = record(root, "reason")
    status, made = done(capsys, "reason", "supports", "other", "--drop")
    assert (status, made["written"]) == (0, True)
    assert record(root, "reason") == before.replace(
        "  - {claim: other, because: {en: Fares.}}\n", ""
    )


def test_a_field_that_is_left_empty_goes_with_its_last_step(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert done(capsys, "doubt-2", "undercuts", "doubt -> (reason -> top)", "--drop")[0] == 0
    assert "undercuts" not in record(root, "doubt-2")


def test_a_step_that_is_doubted_goes_only_with_its_doubts(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {claim: record(root, claim) for claim in SENTENCES}
    status, said = done(capsys, "reason", "supports", "top", "--drop")
    assert status == 2
    assert "doubt -> (reason -> top)" in said["error"]
    assert "2 doubts" in said["error"]
    assert {claim: record(root, claim) for claim in SENTENCES} == before

    (root / "claims/line/reason.md").write_text(before["reason"].replace("  # kept", ""), "utf-8")
    status, made = done(capsys, "reason", "supports", "top", "--drop", "--links")
    assert status == 0
    assert {each["path"].rpartition("/")[2] for each in made["files"]} == {
        "reason.md",
        "doubt.md",
        "doubt-2.md",
    }
    assert not any("undercuts" in record(root, claim) for claim in SENTENCES)
    assert errors(root) == []


@pytest.mark.parametrize("id_", ["first", "second"])
def test_of_two_steps_to_one_target_the_one_with_the_id_is_meant(
    root: Path, capsys: pytest.CaptureFixture[str], id_: str
) -> None:
    status, said = done(capsys, "both", "supports", "top", "--drop")
    assert status == 2
    assert "--id first, second" in said["error"]
    assert done(capsys, "both", "supports", "top", "--drop", "--id", id_)[0] == 0
    left = "second" if id_ == "first" else "first"
    assert [each.id for each in KnowledgeBase.load(root).claims["both"].supports] == [left]


def test_a_step_gets_another_target_and_its_doubts_follow(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    done(capsys, "reason", "supports", "other", "--drop")
    status, made = done(
        capsys, "reason", "supports", "top", "--to", "other", "--because", "It sells."
    )
    assert (status, len(made["files"])) == (0, 3)
    kb = KnowledgeBase.load(root)
    (step,) = kb.claims["reason"].supports
    assert (step.claim, step.because.root) == ("other", {"en": "It sells."})  # type: ignore[union-attr]
    assert step.wording == wording_mark(SENTENCES["other"])
    assert "# kept" in record(root, "reason")
    assert "doubt-2 -> (doubt -> (reason -> other))" in kb.links
    assert errors(root) == []


def test_a_step_with_an_id_of_its_own_is_doubted_by_that(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    done(capsys, "doubt", "undercuts", "reason -> top", "--to", "first")
    done(capsys, "both", "supports", "top", "--id", "first", "--to", "other")
    kb = KnowledgeBase.load(root)
    assert kb.links["doubt -> first"].target == "first"
    assert kb.links["first"].target == "other"
    assert errors(root) == []


def test_a_step_to_what_is_gone_is_mended_or_dropped(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = root / "claims/line/reason.md"
    lost = path.read_text("utf-8").replace("claim: other", "claim: gone")
    path.write_text(lost, "utf-8")
    assert done(capsys, "reason", "supports", "gone", "--to", "other")[0] == 0
    assert errors(root) == []
    path.write_text(lost, "utf-8")
    assert done(capsys, "reason", "supports", "gone", "--drop")[0] == 0
    assert errors(root) == []


def test_a_relation_is_dropped_and_turned_too(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert done(capsys, "reason", "specifies", "both", "--to", "top")[0] == 0
    assert "specifies: [top] # one" in record(root, "reason")
    assert done(capsys, "both", "raises", "why", "--drop")[0] == 0
    assert "raises" not in record(root, "both")


@pytest.mark.parametrize(("words", "left"), [("--drop", "[doubt]"), ("--to top", "[top, doubt]")])
def test_a_relation_that_is_listed_by_an_older_id_too_goes_as_a_whole(
    root: Path, capsys: pytest.CaptureFixture[str], words: str, left: str
) -> None:
    path = root / "claims/line/both.md"
    path.write_text(path.read_text("utf-8").replace("kind:", "aliases: [two]\nkind:"), "utf-8")
    path = root / "claims/line/reason.md"
    text = path.read_text("utf-8").replace("[both] # one", "[two, doubt, both]")
    path.write_text(text, "utf-8")
    assert done(capsys, "reason", "specifies", "both", *words.split())[0] == 0
    assert f"specifies: {left}\n" in record(root, "reason")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("reason supports top --to other", "already"),
        ("reason supports both --drop", "it supports top and supports other"),
        ("top contradicts both --drop", "it takes no step"),
        ("reason supports top --to nowhere", "no claim nowhere"),
        ("reason supports top --drop --to both", "nothing can be said"),
        ("reason supports top --drop --because x", "nothing can be said"),
        ("reason supports top --links", "--drop"),
        ("reason specifies top --drop", "specifies no top"),
        ("reason specifies both --to both", "already"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_written(
    root: Path, capsys: pytest.CaptureFixture[str], words: str, said: str
) -> None:
    before = {claim: record(root, claim) for claim in SENTENCES}
    status, answer = done(capsys, *words.split())
    assert status == 2
    assert said in answer["error"]
    assert {claim: record(root, claim) for claim in SENTENCES} == before


def test_a_step_that_would_turn_on_itself_is_not_written(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = record(root, "reason")
    status, answer = done(capsys, "reason", "supports", "other", "--to", "reason")
    assert (status, answer["written"]) == (1, False)
    assert record(root, "reason") == before
