"""From an idea to a change that can be reviewed, as somebody would who is new here."""

import json
import os
import subprocess
import sysconfig
from pathlib import Path

import pytest

from graph.base import KnowledgeBase
from graph.pages.bundled import TEMPLATES
from graph.pages.frame import Settings
from graph.pages.site import Site

COMMAND = Path(sysconfig.get_path("scripts"), "betoog")
CLAIM = "builders-have-learned"
TARGET = "building-runs-over"


def run(folder: Path, *words: str, status: int = 0) -> str:
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "NO_COLOR": "1"}
    done = subprocess.run(
        words, cwd=folder, capture_output=True, text=True, env={**os.environ, **alone}, check=False
    )
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout


@pytest.fixture
def clone(sample_project: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "clone"
    run(tmp_path, "git", "clone", "-q", "--no-hardlinks", str(sample_project), str(folder))
    return folder


def test_a_new_claim_goes_from_words_to_a_report_for_reviewers(clone: Path) -> None:
    betoog = str(COMMAND)
    run(
        clone, betoog, "new",
        "Since the last line, builders have learned to plan.",
        "nl=Sinds de vorige lijn hebben bouwers leren plannen.",
        "--id", CLAIM, "--kind", "fact", "--contradicts", TARGET,
        "--because", "Whoever plans well is seldom surprised.",
        "--because", "nl=Wie goed plant, staat zelden voor verrassingen.",
    )  # fmt: skip
    run(clone, betoog, "check", "--since", "HEAD")
    run(clone, betoog, "fmt", "--check")

    answer = json.loads(run(clone, betoog, "diff", "--json"))
    assert [each["id"] for each in answer["claims"]["added"]] == [CLAIM]
    assert [each["id"] for each in answer["links"]["added"]] == [f"{CLAIM} -> {TARGET}"]
    assert {"id": TARGET, "before": "supported", "after": "disputed"} in answer["standings"]
    moved = {each["id"]: each for each in answer["balances"]}
    assert moved[TARGET]["route"] == [CLAIM, TARGET]
    thesis = next(each for each in answer["balances"] if each["thesis"])
    assert thesis["route"][:2] == [CLAIM, TARGET]

    run(clone, "git", "add", "claims")
    run(
        clone, "git", "-c", "user.name=A", "-c", "user.email=a@example.org",
        "commit", "-q", "-m", "Builders have learned",
    )  # fmt: skip
    said = run(clone, betoog, "diff", "HEAD~1", "HEAD", "--format", "markdown")
    assert len(said) < 10_000
    assert said.index("#### Theses") < said.index("#### Claims that stand differently")
    assert "from **supported** to **disputed**" in said
    assert "builders have learned to plan" in said
    assert "```mermaid" in said

    # Of the site, the pages of the claim: that all of it is built is shown of every change that
    # the workflows let pass.
    pages = {
        each.file: each for each in Site(KnowledgeBase.load(clone), Settings((TEMPLATES,))).pages()
    }
    for language, words in (("", "Since the last line"), ("nl/", "Sinds de vorige lijn")):
        assert words in pages[f"{language}claims/{CLAIM}/index.html"].render()
