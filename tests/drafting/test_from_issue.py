"""Issues made records or branches, or answered with what is missing."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from graph.base import KnowledgeBase
from graph.cli import main
from graph.drafting.draft import Shortcoming
from graph.drafting.from_issue import from_issue
from graph.drafting.issue_form import Heading, IssueForm
from graph.drafting.telling.proposed import missing_markdown
from graph.words.language import language
from tests.check.test_cases import BASE
from tests.drafting.test_issue_form import filled_in, form

COMPLETE = {
    "ENGLISH": "Quiet streets invite people.",
    "DUTCH": "Stille straten nodigen mensen uit.",
    "KIND": "causal",
    "TARGET": "cycling-is-healthy",
    "HOW": "A reason for it",
    "WHY": "Quiet is healthy.",
    "WHY_DUTCH": "Stilte is gezond.",
}
PATH = "claims/cycling/quiet-streets-invite-people.md"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "kb"
    shutil.copytree(BASE, folder)
    monkeypatch.chdir(folder)
    return folder


def given(root: Path, **answers: str) -> str:
    file = root.parent / "event.json"
    file.write_text(json.dumps({"action": "opened", "issue": {"body": form(**answers)}}), "utf-8")
    return str(file)


def git(root: Path, *words: str) -> str:
    return subprocess.run(
        ["git", *words], cwd=root, capture_output=True, text=True, check=True
    ).stdout


def test_a_complete_issue_becomes_a_record_that_passes(root: Path) -> None:
    assert main(["from-issue", given(root, **COMPLETE)]) == 0
    assert (root / PATH).is_file()
    assert main(["check"]) == 0


@pytest.mark.process
def test_an_issue_becomes_a_branch_and_the_working_tree_stays(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "A")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "a@example.org")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    git(root, "init", "-q", "-b", "main")
    git(root, "add", ".")
    git(root, "commit", "-qm", "base")
    event = given(root, **COMPLETE)
    assert main(["from-issue", event, "--branch"]) == 0
    assert git(root, "status", "--porcelain") == ""
    branch = "claim/quiet-streets-invite-people"
    assert git(root, "diff", "--name-only", "main", branch).split() == [PATH]
    assert "Quiet streets invite people." in git(root, "show", f"{branch}:{PATH}")
    assert main(["from-issue", event, "--branch"]) == 2


def test_what_is_missing_is_asked_for_politely(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["from-issue", given(root, KIND="fact", TARGET="cycling-is-healthy")]) == 1
    said = capsys.readouterr().out
    assert said.startswith("Thank you")
    assert "**The claim in English**" in said
    assert "**How it bears on that**" in said


def test_an_unknown_claim_is_answered_with_the_nearest(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = {**COMPLETE, "TARGET": "cycling-is-helthy"}
    assert main(["from-issue", given(root, **answers)]) == 1
    said = capsys.readouterr().out
    assert "**What it bears on**: unknown claim" in said
    assert "cycling-is-healthy" in said
    assert not (root / PATH).exists()


def test_what_an_issue_asks_for_is_never_said_to_be_meant_by_itself(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = {**COMPLETE, "TARGET": "quiet-streets-invite-poeple"}
    assert main(["from-issue", given(root, **answers)]) == 1
    said = capsys.readouterr().out
    assert "unknown claim" in said
    assert "quiet-streets-invite-people" not in said


def test_what_is_there_already_is_not_written_again(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["from-issue", given(root, **COMPLETE)]) == 0
    before = sorted(root.rglob("*.md"))
    capsys.readouterr()
    assert main(["from-issue", given(root, **COMPLETE)]) == 1
    said = capsys.readouterr().out
    assert "quiet-streets-invite-people says so already" in said
    assert sorted(root.rglob("*.md")) == before


def test_an_issue_without_the_form_is_answered(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = root.parent / "body.md"
    file.write_text("Hello!", "utf-8")
    assert main(["from-issue", str(file)]) == 1
    assert "fill in the form" in capsys.readouterr().out


@pytest.mark.parametrize(
    "body", [bytes(range(256)) * 9, b"\xef\xbb\xbf### Kind of claim\r\n\r\nFact"]
)
def test_a_body_of_whatever_bytes_is_answered(
    root: Path, capsys: pytest.CaptureFixture[str], body: bytes
) -> None:
    file = root.parent / "body.md"
    file.write_bytes(body)
    assert main(["from-issue", str(file)]) == 1
    captured = capsys.readouterr()
    assert captured.out.startswith("Thank you")
    assert captured.err == ""


@pytest.mark.process
def test_without_git_a_branch_is_refused_and_the_other_way_named(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["from-issue", given(root, **COMPLETE), "--branch"]) == 2
    assert "without --branch the record is written here" in capsys.readouterr().err


def test_nothing_of_an_issue_is_alive_in_the_answer() -> None:
    hostile = "<script>@all #1 GH-7 www.e.org [x](https://e.org) ![i](u) `c` \x1b[31m" + "y" * 5000
    said = missing_markdown([Shortcoming(hostile, hostile)] * 500, language("en"))
    assert len(said) < 20_000
    assert re.search(r"(?<!\\)(?:\]\(|`)", said) is None
    for sign in ("<", "\x1b", "@all", "#1", "https://", "www.", "GH-"):
        assert sign not in said


@pytest.mark.parametrize(
    ("code", "thanks", "wanting"),
    [
        ("nl", "Dank voor deze bewering.", "Geef de eerste paar woorden van de passage"),
        ("de", "Danke für diese Behauptung.", "Bitte die ersten Wörter der Stelle angeben"),
    ],
)
def test_an_issue_is_answered_in_the_language_of_its_form(
    root: Path, code: str, thanks: str, wanting: str
) -> None:
    words = language(code)
    made = IssueForm(words, ("nl", "en"))
    answers = {
        Heading.CLAIM: "Ketels fluiten.",
        Heading.KIND: words.t("kind.fact"),
        Heading.SOURCE: "survey-2024",
    }
    given = {each: answers.get(each.heading, "_No response_") for each in made.fields}
    body = filled_in(given, made)
    outcome = from_issue(KnowledgeBase.load(root), body, "cycling", "2026-11-29")
    said = missing_markdown(outcome.missing, outcome.words)
    assert said.startswith(thanks)
    assert words.t("issue.label.start") in said
    assert wanting in said
    assert "Thank" not in said


@pytest.fixture
def with_another_debate(root: Path) -> Path:
    """A second debate, of one claim, beside the first."""
    (root / "claims/trams").mkdir()
    (root / "claims/trams/debate.yaml").write_text(
        "title: {en: Trams, nl: Trams}\nquestion: {en: Should trams run?, nl: Trams?}\n"
        "theses: [trams-run]\n",
        "utf-8",
    )
    (root / "claims/trams/trams-run.md").write_text(
        "---\nclaim: {en: Trams should run., nl: Trams moeten rijden.}\n"
        "kind: recommendation\nimplicit: true\n---\n",
        "utf-8",
    )
    return root


@pytest.mark.parametrize(
    ("target", "how", "debate"),
    [
        ("cycling-is-healthy", "A reason for it", "cycling"),
        ("trams-run", "A reason for it", "trams"),
        ("https://example.org/claims/trams-run/", "An objection to it", "trams"),
        ("air-is-polluted -> cycling-is-healthy", "An objection to a step", "cycling"),
    ],
)
def test_among_several_debates_a_claim_is_for_that_of_the_claim_it_bears_on(
    with_another_debate: Path, target: str, how: str, debate: str
) -> None:
    kb = KnowledgeBase.load(with_another_debate)
    body = form(**{**COMPLETE, "TARGET": target, "HOW": how})
    outcome = from_issue(kb, body, None, "2026-11-29")
    assert outcome.drafted is not None, outcome.missing
    assert {Path(each.path).parts[1] for each in outcome.drafted.files} == {debate}


@pytest.mark.parametrize("target", ["_No response_", "no-such-claim"])
def test_among_several_debates_one_that_names_no_claim_is_asked_which(
    with_another_debate: Path, target: str
) -> None:
    kb = KnowledgeBase.load(with_another_debate)
    outcome = from_issue(kb, form(**{**COMPLETE, "TARGET": target}), None, "2026-11-29")
    assert outcome.drafted is None
    assert "cycling, trams" in missing_markdown(outcome.missing, outcome.words)
    assert from_issue(kb, form(**COMPLETE), "trams", "2026-11-29").drafted is not None


def test_where_there_is_no_debate_yet_an_issue_is_told_so(root: Path) -> None:
    (root / "claims/cycling/debate.yaml").unlink()
    outcome = from_issue(KnowledgeBase.load(root), form(**COMPLETE), None, "2026-11-29")
    assert "none yet" in missing_markdown(outcome.missing, outcome.words)
