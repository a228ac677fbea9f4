"""The hand-written guides are held to the program and the records that they speak of."""

import json
import re
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

import graph.cli  # noqa: F401  (which gives the application its commands)
from graph.cli.program import app
from graph.records import Kind

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "site"
GUIDES = [SITE / "guides" / f"{name}.md" for name in ("analyst", "modelling", "reviewer", "start")]
PAGES = [*GUIDES, SITE / "contribute.md", SITE / "method.md"]
BOTH = [each for page in PAGES for each in (page, page.with_suffix(".nl.md"))]
_SPAN = re.compile(r"`(betoog [^`]+)`")
_CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)


def _commands(page: Path) -> list[list[str]]:
    """Every use of the command in the page's code, as a shell would split it."""
    text = page.read_text(encoding="utf-8")
    lines = [
        line.removeprefix("$ ")
        for block in _CONSOLE.findall(text)
        for line in block.replace("\\\n", " ").splitlines()
    ]
    used = [*lines, *_SPAN.findall(re.sub(r"```.*?```", "", text, flags=re.DOTALL))]
    return [shlex.split(each, comments=True)[1:] for each in used if each.startswith("betoog ")]


def _run(root: Path, *words: str) -> Any:
    return CliRunner().invoke(app, ["--root", str(root), *words])


def _strength(root: Path, claim: str) -> str:
    shown = _run(root, "show", claim, "--json")
    assert shown.exit_code == 0, shown.output
    return f"{json.loads(shown.stdout)['strength'][0]:.2f}"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "claims", tmp_path / "claims")
    return tmp_path


@pytest.mark.parametrize("page", BOTH, ids=lambda page: page.name)
def test_commands_and_options_that_a_guide_names_exist(page: Path) -> None:
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    used = _commands(page)
    for name, *words in used:
        assert name in commands, name
        options = {
            option for parameter in commands[name].params for option in parameter.opts
        } | set(commands[name].context_settings.get("help_option_names", ()))
        for word in words:
            assert not word.startswith("-") or word in options, f"{name} {word}"
    assert used or page.name.startswith("modelling")


@pytest.mark.parametrize("page", BOTH, ids=lambda page: page.name)
def test_claims_that_a_guide_leads_to_exist(page: Path) -> None:
    known = {each.stem for each in (ROOT / "claims").rglob("*.md")}
    linked = set(re.findall(r"claims/([a-z0-9-]+)/index\.html", page.read_text(encoding="utf-8")))
    assert linked <= known
    assert page.name not in {"modelling.md", "modelling.nl.md"} or len(linked) > 20


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_both_languages_have_the_same_headings_and_lead_to_the_same_claims(page: Path) -> None:
    def built(path: Path) -> tuple[list[str], list[str], list[str]]:
        text = re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        headings = re.findall(r'^(#+ |<h\d(?: id="[^"]+")?>)', text, re.MULTILINE)
        claims = re.findall(r"claims/([a-z0-9-]+)/index\.html", text)
        return headings, claims, re.findall(r"^- ", text, re.MULTILINE)

    assert built(page) == built(page.with_suffix(".nl.md"))


def test_contributing_keeps_the_places_that_other_pages_lead_to() -> None:
    for name in ("contribute.md", "contribute.nl.md"):
        places = set(re.findall(r'<h2 id="([^"]+)"', (SITE / name).read_text(encoding="utf-8")))
        assert {"add-a-reason", "add-an-objection", "correct", "fields"} <= places


@pytest.mark.parametrize("name", ["modelling.md", "modelling.nl.md"])
def test_every_kind_has_a_case_of_that_kind(name: str) -> None:
    text = (SITE / "guides" / name).read_text(encoding="utf-8")
    cases = dict(re.findall(r"^\| `(\w+)`.*claims/([a-z0-9-]+)/index", text, re.MULTILINE))
    assert set(cases) == {kind.value for kind in Kind}
    for kind, claim in cases.items():
        (record,) = (ROOT / "claims").rglob(f"{claim}.md")
        assert f"\nkind: {kind}\n" in record.read_text(encoding="utf-8"), claim


@pytest.mark.parametrize("name", ["analyst.md", "analyst.nl.md"])
def test_the_worked_example_does_what_the_guide_says(copy: Path, name: str) -> None:
    page = SITE / "guides" / name
    find, new, check, show, reject = [
        shlex.split(line.removeprefix("$ betoog "))
        for block in _CONSOLE.findall(page.read_text(encoding="utf-8"))
        for line in block.replace("\\\n", " ").splitlines()
    ]
    target = show[1]
    before, after = re.findall(r"\b0[.,]\d\d\b", page.read_text(encoding="utf-8"))[:2]
    assert target in _run(copy, *find).stdout
    assert _strength(copy, target) == before.replace(",", ".")
    written = _run(copy, *new)
    assert written.exit_code == 0, written.output
    findings = json.loads(_run(copy, *check, "--json").stdout)
    assert findings["counts"]["error"] == 0
    mine = {each["code"][0] for each in findings["findings"] if each["claim"] == reject[1]}
    assert "T" in mine
    assert _strength(copy, target) == after.replace(",", ".")
    assert after.replace(",", ".") in _run(copy, *show).stdout
    assert _strength(copy, reject[1]) == "0.50"
    assert target in _run(copy, *reject).stdout


@pytest.mark.parametrize("name", ["contribute.md", "contribute.nl.md"])
def test_the_record_in_contributing_does_what_is_said_of_it(copy: Path, name: str) -> None:
    text = (SITE / name).read_text(encoding="utf-8")
    path = re.search(r"`(claims/\S+?\.md)`", text)
    record = re.search(r"```markdown\n(.*?)```", text, re.DOTALL)
    assert path is not None
    assert record is not None
    target = "models-expected-to-get-cheaper"
    stated = [each.replace(",", ".") for each in re.findall(r"\b0[.,]\d\d\b", text)]
    before = _strength(copy, target)
    (copy / path[1]).write_text(record[1], encoding="utf-8")
    findings = json.loads(_run(copy, "check", "--json").stdout)
    assert findings["counts"]["error"] == 0
    assert stated == [before, _strength(copy, target)]


def test_the_guide_for_analysts_needs_no_words_of_version_control() -> None:
    for name in ("analyst.md", "analyst.nl.md"):
        words = set(re.findall(r"[a-z]+", (SITE / "guides" / name).read_text().lower()))
        assert not words & {"git", "commit", "branch", "pull", "repository", "merge", "clone"}
