"""What the hand-written guides say of the live records is so."""

import json
import re
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from graph.cli.commands import all_commands
from graph.records import Kind
from tests.conftest import ROOT
from tests.test_guides import BOTH, CONSOLE, SITE

pytestmark = pytest.mark.content


def _run(root: Path, *words: str) -> Any:
    return CliRunner().invoke(all_commands(), ["--root", str(root), *words])


def _strength(root: Path, claim: str) -> str:
    shown = _run(root, "show", claim, "--json")
    assert shown.exit_code == 0, shown.output
    return f"{json.loads(shown.stdout)['strength'][0]:.2f}"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "claims", tmp_path / "claims")
    return tmp_path


@pytest.mark.parametrize("page", BOTH, ids=lambda page: page.name)
def test_claims_that_a_guide_leads_to_exist(page: Path) -> None:
    known = {each.stem for each in (ROOT / "claims").rglob("*.md")}
    linked = set(re.findall(r"claims/([a-z0-9-]+)/index\.html", page.read_text(encoding="utf-8")))
    assert linked <= known
    assert page.name not in {"modelling.md", "modelling.nl.md"} or len(linked) > 20


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
        for block in CONSOLE.findall(page.read_text(encoding="utf-8"))
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
