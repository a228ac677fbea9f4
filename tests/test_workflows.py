"""The workflows of the hosting site: who may write, and what happens when their steps are run."""

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.cli import main
from graph.drafting.issue_form import CLAIM_MARK
from graph.review.telling.report import Topic
from tests.conftest import ROOT
from tests.host.service import REPOSITORY, Service, serving

OURS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
SCAFFOLD = ROOT / "graph" / "drafting" / "scaffold" / "dot-github" / "workflows"
PAYLOADS = ROOT / "tests" / "host" / "payloads"
COMMAND = Path(sysconfig.get_path("scripts"), "betoog")
ZIZMOR = Path(sysconfig.get_path("scripts"), "zizmor")
SHARED = ("review.yml", "comment.yml", "sources.yml", "issue.yml", "publish.yml")
Workflow = dict[Any, Any]


def read(path: Path) -> Workflow:
    found: Workflow = yaml.safe_load(path.read_text("utf-8"))
    return found


def triggers(workflow: Workflow) -> set[str]:
    # YAML 1.1 takes the word "on" for a truth value.
    return set(workflow[True])


def jobs(workflow: Workflow) -> Iterator[tuple[Mapping[str, str], list[Workflow]]]:
    """Each job's permissions and steps."""
    for job in workflow["jobs"].values():
        yield job.get("permissions", workflow.get("permissions", {})), job["steps"]


WORKFLOWS = {path.name: read(path) for path in OURS}


# ── Who may do what ───────────────────────────────────────────────────────────


def test_a_new_knowledge_base_gets_the_same_workflows() -> None:
    for name in SHARED:
        place = f"workflows/{name}"
        assert (SCAFFOLD.parent / place).read_bytes() == (ROOT / ".github" / place).read_bytes()
    english = SCAFFOLD.parents[2] / "scaffold_texts" / "en" / "dot-github"
    template = "pull_request_template.md"
    assert (english / template).read_bytes() == (ROOT / ".github" / template).read_bytes()


@pytest.mark.parametrize("name", WORKFLOWS)
def test_what_runs_for_a_change_may_only_read(name: str) -> None:
    workflow = WORKFLOWS[name]
    assert "pull_request_target" not in triggers(workflow)
    if not triggers(workflow) & {"pull_request", "merge_group"}:
        return
    for permissions, steps in jobs(workflow):
        assert permissions == {"contents": "read"}
        assert "secrets." not in json.dumps(steps)
        assert "github.token" not in json.dumps(steps)


@pytest.mark.parametrize("name", WORKFLOWS)
def test_what_may_write_runs_the_main_branch_and_keeps_no_key(name: str) -> None:
    for permissions, steps in jobs(WORKFLOWS[name]):
        for step in steps:
            if not step.get("uses", "").startswith("actions/checkout@"):
                continue
            assert step["with"]["persist-credentials"] is False
            if "write" in permissions.values():
                assert not {"ref", "repository"} & set(step["with"])


@pytest.mark.parametrize("name", WORKFLOWS)
def test_no_expression_gets_into_a_shell_and_every_action_is_pinned(name: str) -> None:
    for _, steps in jobs(WORKFLOWS[name]):
        for step in steps:
            assert "${{" not in step.get("run", "")
            if "uses" in step:
                assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", step["uses"])


@pytest.mark.parametrize("path", [*OURS, *sorted(SCAFFOLD.glob("*.yml"))], ids=str)
def test_workflows_have_the_rights_they_name_and_install_by_hash_only(path: Path) -> None:
    """Rights are given to jobs; `make` installs what a lock says, and nothing else installs."""
    workflow = read(path)
    assert workflow["permissions"] in ({}, {"contents": "read"})
    for permissions, steps in jobs(workflow):
        writes = {name for name, level in permissions.items() if level == "write"}
        assert writes < {"contents", "issues", "pull-requests", "pages", "id-token"}
        runs = [step.get("run", "") for step in steps]
        assert not any(re.search(r"\b(pip|pipx|uvx?|npx?|curl|wget)\b", each) for each in runs)
        if any("betoog" in each for each in runs):
            assert any(each.startswith("make ") for each in runs)


def test_what_make_installs_is_pinned_by_hash() -> None:
    for place in (ROOT / ".ci" / "environment", SCAFFOLD.parent.parent / "Makefile"):
        commands = re.findall(r"pip install .*", place.read_text("utf-8"))
        others = [each for each in commands if "--require-hashes --no-deps" not in each]
        # The checkout itself; and the program that writes a lock, on somebody's own machine.
        assert others in (["pip install -qq --no-deps --no-build-isolation -e ."],
                          ["pip install -q uv"])  # fmt: skip
        assert len(commands) == 2


@pytest.mark.process
def test_without_a_lock_nothing_is_installed_and_a_way_out_is_told(begun: Path) -> None:
    shutil.rmtree(begun / ".venv")
    done = subprocess.run(["make", "site"], cwd=begun, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert 'run "make lock"' in done.stderr
    assert not (begun / ".venv").exists()


def test_every_version_of_python_that_is_named_is_tested() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    named = {each.rpartition(" ")[2] for each in project["classifiers"] if ":: 3." in each}
    matrix = WORKFLOWS["check.yml"]["jobs"]["test"]["strategy"]["matrix"]["include"]
    assert {each["python"] for each in matrix if each["os"] == "ubuntu-latest"} == named
    assert project["requires-python"] == f">={min(named, key=lambda each: int(each[2:]))}"


def test_a_release_is_drafted_from_files_and_published_by_a_person() -> None:
    workflow = WORKFLOWS["release.yml"]
    assert triggers(workflow) == {"push"}
    assert set(workflow[True]["push"]) == {"tags"}
    assert workflow["jobs"]["build"]["permissions"] == {"contents": "read"}
    fetch, draft = workflow["jobs"]["draft"]["steps"]
    assert fetch["uses"].startswith("actions/download-artifact@")
    assert draft["run"].startswith("gh release create")
    assert "--draft" in draft["run"].split()


@pytest.mark.process
def test_the_linter_finds_untrusted_text_in_a_shell(tmp_path: Path) -> None:
    bad = tmp_path / ".github" / "workflows" / "review.yml"
    bad.parent.mkdir(parents=True)
    text = (ROOT / ".github/workflows/review.yml").read_text("utf-8")
    planted = text.replace("run: make ready", "run: echo ${{ github.event.pull_request.title }}")
    assert planted != text
    for content, status in ((text, 0), (planted, 14)):
        bad.write_text(content, "utf-8")
        done = subprocess.run(
            [str(ZIZMOR), "--offline", "--quiet", "--no-progress", str(bad)],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == status, done.stdout
    assert "template-injection" in done.stdout


# ── What happens ──────────────────────────────────────────────────────────────

EXPRESSIONS = {
    "${{ github.event.merge_group.base_sha || 'HEAD^1' }}": "HEAD^1",
    "${{ github.event.merge_group.base_ref || github.base_ref }}": "main",
    "${{ github.event.merge_group.head_ref || github.head_ref }}": "full-buses",
    "${{ github.token }}": "secret",
    WORKFLOWS["publish.yml"]["jobs"]["build"]["steps"][-2]["env"]["BETOOG_SITE_URL"]: "",
}
PREVIEW = "A preview of the site"
NEW = """\
---
claim: {en: Buses that are free are full., nl: Gratis bussen zitten vol.}
kind: prediction
implicit: true
contradicts:
  - claim: free-buses-help-the-town
    because: {en: Nobody likes a full bus., nl: Niemand houdt van een volle bus.}
---
"""


def git(folder: Path, *words: str) -> str:
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(
        ["git", "-c", "user.name=A", "-c", "user.email=a@example.org",
         "-c", "commit.gpgsign=false", *words],
        cwd=folder, capture_output=True, text=True, env={**os.environ, **alone}, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


class Runner:
    """Runs the steps of a workflow that are commands, as the hosting site would."""

    def __init__(self, folder: Path, scratch: Path, environment: Mapping[str, str]) -> None:
        self.folder, self.scratch = folder, scratch
        self.summary = scratch / "summary.md"
        scratch.mkdir(exist_ok=True)
        self.environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith("BETOOG_")},
            # What is kept for whoever runs the tests is neither read nor written.
            "BETOOG_CACHE": os.environ["BETOOG_CACHE"],
            "RUNNER_TEMP": str(scratch),
            "GITHUB_STEP_SUMMARY": str(self.summary),
            **environment,
        }

    def run(self, name: str, job: str, but: str = "") -> tuple[list[tuple[str, str]], int]:
        """The commands that were run with what they said, and the status of the last.

        `but` names a step that is left out, as it takes long and is looked at elsewhere.
        """
        workflow = WORKFLOWS[name]
        assert not but or but in {each.get("name") for each in workflow["jobs"][job]["steps"]}
        outer = workflow["jobs"][job].get("env", {})
        said: list[tuple[str, str]] = []
        for step in workflow["jobs"][job]["steps"]:
            if "run" not in step or step["run"] == "make ready" or step.get("name") == but:
                continue
            given = {key: EXPRESSIONS.get(value, value)
                     for key, value in {**outer, **step.get("env", {})}.items()}  # fmt: skip
            assert not any("${{" in value for value in given.values())
            done = subprocess.run(
                ["bash", "-e", "-o", "pipefail", "-c", step["run"]],
                cwd=self.folder, env={**self.environment, **given},
                capture_output=True, text=True, check=False,
            )  # fmt: skip
            said.append((step["run"].strip(), done.stdout + done.stderr))
            if done.returncode:
                return said, done.returncode
        return said, 0


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    """A knowledge base of one's own, as `betoog init` begins it, with one commit."""
    folder = tmp_path / "kb"
    assert main(["init", str(folder), "--title", "Free buses"]) == 0
    # As `make ready` would; the program is that which is tested.
    (folder / ".venv" / "bin").mkdir(parents=True)
    (folder / ".venv" / "bin" / "betoog").symlink_to(COMMAND)
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "Begin")
    return folder


def propose(folder: Path, path: str, text: str) -> str:
    """Commit a file on a branch, and check out its merge with main; the commit of the branch."""
    git(folder, "switch", "-q", "-c", "quiet-streets")
    (folder / path).write_text(text, "utf-8")
    main(["--root", str(folder), "fmt"])
    git(folder, "add", "-A", "claims")
    git(folder, "commit", "-q", "-m", "A change")
    tip = git(folder, "rev-parse", "HEAD")
    git(folder, "switch", "-q", "--detach", "main")
    git(folder, "merge", "-q", "--no-ff", "-m", "Merge", "quiet-streets")
    return tip


def passes(folder: Path) -> bool:
    """Whether what is checked out passes the checks of a review, without what a workflow starts."""
    check = ["check", "--since", "HEAD^1", "--allow-warnings"]
    return all(main(["--root", str(folder), *each]) == 0 for each in (check, ["fmt", "--check"]))


@pytest.fixture
def service() -> Iterator[Service]:
    with serving() as found:
        yield found


def hosting(service: Service, event: Path) -> dict[str, str]:
    return {
        "GITHUB_API_URL": service.url,
        "GITHUB_REPOSITORY": REPOSITORY,
        "GITHUB_EVENT_PATH": str(event),
    }


def test_a_change_is_reviewed_without_rights_and_told_by_another_workflow(
    begun: Path, tmp_path: Path, service: Service
) -> None:
    tip = propose(begun, "claims/example/free-buses-are-full.md", NEW)
    scratch = tmp_path / "review"
    runner = Runner(begun, scratch, {})
    said, status = runner.run("review.yml", "review")
    assert status == 0, said[-1]
    assert (begun / "review" / "report.json").is_file()
    assert (begun / "preview" / "claims" / "free-buses-are-full" / "index.html").is_file()
    summary = runner.summary.read_text("utf-8")
    assert "New objections without a reply" in summary
    assert "What is found in the records" in summary
    assert "From main to full-buses." in summary

    # The next workflow has the main branch and the artifact, and knows only what the site says.
    git(begun, "switch", "-q", "main")
    fetched = tmp_path / "comment"
    shutil.copytree(begun / "review", fetched / "review")
    event = json.loads((PAYLOADS / "workflow_run.completed.json").read_text("utf-8"))
    event["workflow_run"]["head_sha"] = tip
    place = tmp_path / "event.json"
    place.write_text(json.dumps(event), "utf-8")
    service.pull(3, tip, "newcomer/argument", "quiet-streets")
    said, status = Runner(begun, fetched, hosting(service, place)).run("comment.yml", "comment")
    assert status == 0, said[-1]
    (comment,) = service.said(3)
    assert "Buses that are free are full" in comment
    assert {"new claim", "touches a thesis"} <= service.labelled(3)


def test_a_change_with_faults_fails_with_its_lines_named_and_is_told_all_the_same(
    begun: Path, tmp_path: Path
) -> None:
    propose(begun, "claims/example/free-buses-are-full.md", NEW.replace("help-the", "helps-the"))
    said, status = Runner(begun, tmp_path / "review", {}).run("review.yml", "review")
    assert status == 1
    assert said[-1][0].startswith(".venv/bin/betoog check")
    assert "::error file=claims/example/free-buses-are-full.md,line=8" in said[-1][1]
    assert (begun / "review" / "report.json").is_file()


def test_what_review_lets_pass_is_published(begun: Path, tmp_path: Path) -> None:
    """A claim in one of the two languages, that bears on nothing."""
    debate = begun / "claims" / "example" / "debate.yaml"
    debate.write_text(
        debate.read_text("utf-8").replace("languages: [en]", "languages: [en, nl]"), "utf-8"
    )
    git(begun, "commit", "-q", "-a", "-m", "In two languages")
    change = NEW.replace(", nl: Gratis bussen zitten vol.", "")
    alone = change[: change.index("contradicts")] + "---\n"
    propose(begun, "claims/example/free-buses-are-full.md", alone)
    said, status = Runner(begun, tmp_path / "review", {}).run("review.yml", "review", PREVIEW)
    assert status == 0, said[-1]
    found = "".join(each for _, each in said)
    assert {"T101", "A401"} <= set(re.findall(r"::warning .*?\b([A-Z]\d{3})\b", found))
    git(begun, "switch", "-q", "main")
    git(begun, "merge", "-q", "quiet-streets")
    said, status = Runner(begun, tmp_path / "publish", {}).run("publish.yml", "build")
    assert status == 0, said[-1]
    assert (begun / "_site" / "claims" / "free-buses-are-full" / "index.html").is_file()


def test_two_changes_that_are_fine_alone_and_close_a_circle_together_are_found(
    begun: Path, tmp_path: Path
) -> None:
    supports = "supports:\n  - {claim: CLAIM, because: {en: So., nl: Dus.}}\n"
    one, other = "free-buses-are-full", "seats-are-taken"
    record = NEW[: NEW.index("contradicts")] + "---\n"
    for name in (one, other):
        text = record.replace("Buses that are free are full", f"It is so that {name} holds")
        text = text.replace("Gratis bussen zitten vol", f"Het is zo dat {name} geldt")
        (begun / f"claims/example/{name}.md").write_text(text, "utf-8")
    main(["--root", str(begun), "fmt"])
    git(begun, "add", "claims")
    git(begun, "commit", "-q", "-m", "Two claims")

    def support(claim: str, target: str) -> str:
        text = (begun / f"claims/example/{claim}.md").read_text("utf-8")
        head = text.removesuffix("---\n")
        return f"{head}{supports.replace('CLAIM', target)}---\n"

    first, second = support(one, other), support(other, one)
    runner = Runner(begun, tmp_path / "review", {})
    propose(begun, f"claims/example/{one}.md", first)
    assert passes(begun)
    git(begun, "switch", "-q", "main")
    git(begun, "branch", "-q", "-D", "quiet-streets")
    propose(begun, f"claims/example/{other}.md", second)
    assert passes(begun)
    # The first has been taken in; the second is merged with that.
    git(begun, "switch", "-q", "main")
    (begun / f"claims/example/{one}.md").write_text(first, "utf-8")
    git(begun, "commit", "-q", "-a", "-m", "The first")
    git(begun, "switch", "-q", "--detach", "main")
    git(begun, "merge", "-q", "--no-ff", "-m", "Merge", "quiet-streets")
    said, status = runner.run("review.yml", "review")
    assert status == 1
    assert "A301" in said[-1][1]


def test_sources_are_asked_for_without_rights_and_issues_kept_by_another_job(
    begun: Path, tmp_path: Path, service: Service
) -> None:
    """The two sources are at addresses of this machine: of one the page is gone."""
    source = begun / "claims" / "sources" / "example-letter.yaml"
    text = re.sub(r"(?m)^URL:.*\n", "", source.read_text("utf-8"))
    source.write_text(text, "utf-8")
    for name, path in (("gone", "/nothing/of/the/kind"), ("there", f"/repos/{REPOSITORY}")):
        other = source.with_name(f"{name}.yaml")
        other.write_text(f"{text}URL: {service.url}{path}\n", "utf-8")
    fetched = tmp_path / "sources"
    runner = Runner(begun, fetched, hosting(service, tmp_path / "none.json"))
    betoog = begun / ".venv" / "bin" / "betoog"
    betoog.unlink()
    betoog.write_text(f'#!/bin/sh\nexec "{COMMAND}" "$@" --allow-private\n', "utf-8")
    betoog.chmod(0o755)
    said, status = runner.run("sources.yml", "reach")
    assert status == 0, said
    betoog.unlink()
    betoog.symlink_to(COMMAND)
    # Both turn us away, as we show no token: nobody can tell, which is no issue.
    answer = json.loads((begun / "reach.json").read_text("utf-8"))
    outcomes = {each["id"]: each["outcome"] for each in answer["sources"]}
    assert outcomes == {"gone": "unclear", "there": "unclear"}
    for each, outcome in zip(answer["sources"], ("gone", "reached"), strict=True):
        each["outcome"] = outcome
    (fetched / "reach").mkdir()
    (fetched / "reach" / "reach.json").write_text(json.dumps(answer), "utf-8")
    said, status = runner.run("sources.yml", "issues")
    assert status == 0, said
    assert [each["title"] for each in service.issues.values()] == ["Source gone: gone"]


def test_an_issue_is_answered_by_its_workflow(
    begun: Path, tmp_path: Path, service: Service
) -> None:
    service.issue(5, by="passer-by", labels=["new claim"])
    event = hosting(service, PAYLOADS / "issues.opened.json")
    said, status = Runner(begun, tmp_path / "issue", event).run("issue.yml", "answer")
    assert status == 0, said
    assert "no field of it was found" in service.said(5)[0]


def test_an_issue_is_answered_by_its_label_or_by_the_mark_of_the_form() -> None:
    condition = WORKFLOWS["issue.yml"]["jobs"]["answer"]["if"]
    assert "contains(github.event.issue.labels.*.name, 'new claim') ||" in condition
    assert f"contains(github.event.issue.body, '{CLAIM_MARK}')" in condition
    template = read(ROOT / ".github" / "ISSUE_TEMPLATE" / "claim.yml")
    assert template["labels"] == [Topic.NEW_CLAIM.value] == ["new claim"]


@pytest.mark.skipif(sys.platform == "win32", reason="make is that of Unix")
def test_what_the_workflows_make_is_a_target_of_both_makefiles() -> None:
    for makefile in (ROOT / "Makefile", SCAFFOLD.parent.parent / "Makefile"):
        assert re.search(r"^ready: ", makefile.read_text("utf-8"), re.MULTILINE)
