"""One issue for each source that is gone, opened once and closed when it answers."""

import json
from pathlib import Path

import pytest

from graph.cli import main
from tests.host.service import BOT, Service
from tests.small import lay_out

URL = "https://example.org/why-cycle-paths"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "kb"
    folder.mkdir()
    lay_out(folder)
    other = (folder / "claims/sources/essay.yaml").read_text("utf-8")
    (folder / "claims/sources/other.yaml").write_text(other.replace("Why", "How"), "utf-8")
    monkeypatch.chdir(folder)
    return folder


def asked(root: Path, essay: str, other: str = "reached", **more: str) -> int:
    """Hand on what came of asking for two sources."""
    found = [
        {"id": "essay", "url": URL, "outcome": essay, "detail": "it answers 404 Not Found", **more},
        {"id": "other", "url": URL, "outcome": other, "detail": ""},
    ]
    (root / "reach.json").write_text(json.dumps({"sources": found}), "utf-8")
    return main(["host", "sources", "reach.json"])


def test_a_source_that_is_gone_gets_one_issue_with_what_rests_on_it(
    service: Service, root: Path
) -> None:
    assert asked(root, "gone") == 0
    assert asked(root, "gone") == 0
    (issue,) = service.issues.values()
    assert issue["title"] == "Source gone: essay"
    assert "it answers 404 Not Found" in issue["body"]
    assert f"`{URL}`" in issue["body"]
    assert "`claims/sources/essay.yaml`" in issue["body"]
    assert "`cycling-keeps-fit`" in issue["body"]
    assert service.labelled(issue["number"]) == {"broken source"}


def test_what_nobody_can_tell_opens_no_issue_and_closes_none(service: Service, root: Path) -> None:
    asked(root, "unclear")
    assert service.writes == []
    asked(root, "gone")
    asked(root, "unclear")
    assert [each["state"] for each in service.issues.values()] == ["open"]


def test_the_issue_is_closed_once_the_source_answers(service: Service, root: Path) -> None:
    asked(root, "gone")
    asked(root, "reached")
    (issue,) = service.issues.values()
    assert issue["state"] == "closed"
    assert service.said(issue["number"]) == ["It answers again."]


def test_the_issue_is_closed_once_the_source_is_cited_no_more(service: Service, root: Path) -> None:
    asked(root, "reached", "gone")
    (root / "claims/sources/other.yaml").unlink()
    asked(root, "reached", "gone")
    (issue,) = service.issues.values()
    assert (issue["state"], service.said(issue["number"])) == ("closed", ["It is no longer cited."])


def test_an_issue_of_another_that_looks_like_ours_is_left_alone(
    service: Service, root: Path
) -> None:
    service.issue(1, "<!-- betoog: source essay -->\nMine.", "passer-by", ["broken source"])
    asked(root, "reached")
    assert service.writes == []


def test_what_a_server_says_of_itself_is_inert(service: Service, root: Path) -> None:
    asked(root, "gone", detail="it answers 410 @everyone <b>#1</b> [x](https://e.example)\n# H")
    (issue,) = service.issues.values()
    body = issue["body"]
    assert not any(each in body for each in ("@everyone", "#1", "[x](", "<b>", "https://e.example"))


@pytest.mark.parametrize("said", ["", "[]", '{"sources": [{"id": 1}]}', "x" * 100])
def test_what_is_no_answer_is_refused(
    service: Service, root: Path, capsys: pytest.CaptureFixture[str], said: str
) -> None:
    (root / "reach.json").write_text(said, "utf-8")
    assert main(["host", "sources", "reach.json"]) == 2
    assert "is not what betoog reach --json gives" in capsys.readouterr().err
    assert service.writes == []


def test_our_own_name_is_that_of_the_workflow_token() -> None:
    assert BOT == "github-actions[bot]"


MIRROR = "https://mirror.example/why"


def test_a_source_is_closed_only_when_it_answers_where_it_was_read_too(
    service: Service, root: Path
) -> None:
    record = root / "claims/sources/essay.yaml"
    record.write_text(record.read_text("utf-8") + f"seen_at: {MIRROR}\n", "utf-8")

    def both(own: str, mirror: str) -> None:
        found = [
            {"id": "essay", "url": URL, "outcome": own, "detail": "it answers"},
            {"id": "essay", "url": MIRROR, "outcome": mirror, "detail": "it answers 410"},
        ]
        (root / "reach.json").write_text(json.dumps({"sources": found}), "utf-8")
        assert main(["host", "sources", "reach.json"]) == 0

    both("reached", "gone")
    (issue,) = service.issues.values()
    assert "is gone from where its text was read: it answers 410" in issue["body"]
    assert f"`{MIRROR}`" in issue["body"]
    assert "under `seen_at:`" in issue["body"]
    both("gone", "reached")
    both("reached", "unclear")
    assert [each["state"] for each in service.issues.values()] == ["open"]
    both("reached", "reached")
    assert [each["state"] for each in service.issues.values()] == ["closed"]
