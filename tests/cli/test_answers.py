"""What every command answers in JSON is what its published schema says, and nothing else."""

import json
import os
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from graph.cli import main
from graph.cli.commands import all_commands
from graph.exchange.answer_schemas import ANSWERS, answer_schema
from tests.drafting.test_issue_form import form
from tests.small import lay_out

pytestmark = pytest.mark.process

THESIS = "build-cycle-paths"
NEW = (
    "new", "Paths cost less than roads.", "--kind", "fact", "--contradicts", "paths-cost-much",
    "--because", "Less is not much.",
)  # fmt: skip
ISSUE = form(
    ENGLISH="Paths cost less than roads.",
    DUTCH="Paden kosten minder dan wegen.",
    KIND="fact",
    TARGET="paths-cost-much",
    HOW="An objection to it",
    WHY="Less is not much.",
    WHY_DUTCH="Minder is niet veel.",
)
QUESTIONS: tuple[tuple[str, ...], ...] = (
    ("check",),
    ("check", "--since", "HEAD"),
    ("confirm", "--all"),
    ("confirm", "--all", "--dry-run"),
    ("cruxes",),
    ("cruxes", THESIS),
    ("lines", THESIS),
    ("diff",),
    ("diff", "HEAD"),
    ("explain", "F101"),
    ("find", "cycle"),
    ("find", "cykel", "bath"),
    ("find", "rain"),
    ("fmt",),
    ("fmt", "--fix", "--check"),
    ("from-issue", "empty.md"),
    ("from-issue", "form.md", "--dry-run"),
    ("from-issue", "form.md", "--branch"),
    ("import", "rows.csv"),
    ("import", "rows.csv", "--dry-run"),
    ("import", "wrong.csv"),
    ("init", "new-one"),
    ("list", "claims"),
    ("list", "claims", "--debate", "paths", "--kind", "fact", "--limit", "1"),
    ("list", "sources"),
    ("list", "speakers"),
    ("list", "debates"),
    ("list", "themes"),
    ("list", "schemes"),
    ("list", "kinds"),
    ("list", "rules"),
    ("link", "roads-cost-more", "supports", THESIS, "--because", "So be it.", "--dry-run"),
    ("locate", "fit without noticing", "--texts", "texts"),
    ("locate", "fit without notice", "--texts", "texts", "--source", "essay"),
    ("locate", "nobody doubts it. / Of course", "--texts", "texts"),
    NEW,
    ("new", "Cycle paths do not cost much.", "--kind", "fact", "--dry-run"),
    ("positions",),
    ("reach", "essay"),
    ("reject", "paths-cost-much", "--accept", "roads-cost-more"),
    ("remove", "paths-cost-much"),
    ("remove", "paths-cost-much", "--links"),
    ("rename", "ada-bron", "ada", "--dry-run"),
    ("rename", "roads-cost-more", "dear-roads"),
    ("show", THESIS),
    ("show", "paths-cost-much"),
    ("show", "cycling-keeps-fit"),
    ("show", "money-is-granted"),
    ("show", "who-rides-in-the-rain"),
    ("standing",),
    ("standing", "--as-of", "2020"),
    ("trace", "money-is-granted"),
    ("verify", "--texts", "texts"),
    ("verify", "--texts", "texts", "--update"),
    ("verify", "--texts", "claims"),
    ("walk", THESIS),
    ("walk", "--no", "cycling-keeps-fit", "--yes", "town-cares-for-health"),
)
"""What is asked of the small knowledge base, with one claim changed since its only commit."""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "A")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "a@example.org")
    lay_out(tmp_path)
    # Nobody answers there, and nobody else is asked.
    source = tmp_path / "claims/sources/essay.yaml"
    source.write_text(source.read_text().replace("https://example.org", "http://127.0.0.1:1"))
    guided = "paragraphs:\n  - {number: 1, start: Whoever rides, end: nobody doubts it}\n"
    source.write_text(source.read_text() + guided)
    for words in (["init", "-q", "-b", "main"], ["add", "claims"], ["commit", "-qm", "All"]):
        subprocess.run(["git", *words], check=True, capture_output=True)
    changed = tmp_path / "claims/paths/roads-cost-more.md"
    changed.write_text(changed.read_text().replace("Roads cost more", "Roads do not cost less"))
    (tmp_path / "empty.md").write_text("Hello!")
    (tmp_path / "form.md").write_text(ISSUE)
    (tmp_path / "rows.csv").write_text("claim.en,kind\nTrams are quiet.,fact\n")
    (tmp_path / "wrong.csv").write_text("claim.en,kind\nTrams are quiet.,fcat\n")
    return tmp_path


@cache
def _schema(command: str) -> Draft202012Validator:
    return Draft202012Validator(answer_schema(command))


def misfits(command: str, answer: Any) -> list[str]:
    return [f"{each.json_path}: {each.message}" for each in _schema(command).iter_errors(answer)]


@pytest.mark.parametrize("words", QUESTIONS, ids=" ".join)
def test_an_answer_is_what_its_schema_says(
    root: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    assert main([*words, "--json"]) in (0, 1)
    said = capsys.readouterr()
    assert misfits(words[0], json.loads(said.out)) == [], said.err


@pytest.mark.parametrize(
    ("words", "key"),
    [
        (("empty.md",), "missing"),
        (("form.md", "--dry-run"), "files"),
        (("form.md", "--branch"), "branch"),
    ],
)
def test_an_issue_is_answered_in_one_of_three_ways(
    root: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], key: str
) -> None:
    main(["from-issue", *words, "--json"])
    assert key in json.loads(capsys.readouterr().out)


def test_every_command_that_answers_in_json_is_asked_and_has_a_schema() -> None:
    from typer.main import get_command

    commands: dict[str, Any] = get_command(all_commands()).commands  # type: ignore[attr-defined]
    answering = {
        name
        for name, command in commands.items()
        if any("--json" in parameter.opts for parameter in command.params)
    }
    assert answering == set(ANSWERS) == {words[0] for words in QUESTIONS}


@pytest.mark.parametrize("command", ANSWERS)
def test_a_schema_is_valid_names_its_version_and_lets_no_other_key_in(command: str) -> None:
    schema = answer_schema(command)
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"urn:betoog:answer:{command}:{ANSWERS[command].version}"
    assert "description" in schema or "anyOf" in schema
    assert misfits(command, {"other": 1}) != []
    objects: list[dict[str, Any]] = []
    _each(schema, lambda part: objects.append(part) if "properties" in part else None)
    assert objects
    assert all(each["additionalProperties"] is False for each in objects)


def _each(part: Any, visit: Callable[[dict[str, Any]], None]) -> None:
    if isinstance(part, dict):
        visit(part)
        for value in part.values():
            _each(value, visit)
    elif isinstance(part, list):
        for value in part:
            _each(value, visit)


def test_schemas_are_written_into_a_folder_and_looked_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["schema", "--answers", "a/b"]) == 0
    written = {path.name: json.loads(path.read_text("utf-8")) for path in Path("a/b").iterdir()}
    assert written == {f"{command}.json": answer_schema(command) for command in ANSWERS}
    assert main(["schema", "--answers", "a/b", "--check"]) == 0
    Path("a/b/show.json").write_text("{}")
    capsys.readouterr()
    assert main(["schema", "--answers", "a/b", "--check"]) == 1
    assert "show.json is out of date" in capsys.readouterr().out
    assert Path("a/b/show.json").read_text() == "{}"


@pytest.mark.parametrize(
    "words",
    [
        ("show", "nope"),
        ("check", "--since", "nope"),
        ("list", "things"),
        ("link", "a", "supports", "b"),
        ("new", "--nonsense"),
        ("find",),
        ("frobnicate",),
        ("--root", "nowhere", "standing"),
    ],
    ids=" ".join,
)
def test_what_could_not_be_done_is_told_in_json_too(
    root: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    assert main([*words, "--json"]) == 2
    said = capsys.readouterr()
    answer = json.loads(said.out)
    assert list(answer) == ["error"]
    assert said.err.endswith(f"betoog: {answer['error']}\n")
    assert main(list(words)) == 2
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        (("new", "--nonsense"), "betoog new --help"),
        (("host", "review", "--x"), "betoog host review --help"),
        (("frobnicate",), "betoog --help"),
    ],
)
def test_a_wrong_option_leads_to_the_help_of_its_command(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], asked: str
) -> None:
    assert main(words) == 2
    assert capsys.readouterr().err.endswith(f"({asked} tells more)\n")
