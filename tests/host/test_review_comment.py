"""The comment on a change: found by the site, written once, moved by nothing that a report says."""

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest

from graph.cli import main
from graph.host.review_comment import MARK
from graph.records.link_types import LinkType
from graph.review.review import Review
from graph.review.telling.as_markdown import diff_markdown
from graph.review.telling.report import (
    LARGEST,
    Arrow,
    Drawing,
    Line,
    Node,
    Part,
    Report,
    Role,
    Section,
    Topic,
    read_report,
    report_json,
)
from graph.review.telling.sections import report
from tests.host.service import BOT, Service
from tests.review.test_review import BASE, HOSTILE, OBJECTION, D, _hostile, _kb

PAYLOADS = Path(__file__).parent / "payloads"
RUN = PAYLOADS / "workflow_run.completed.json"
SHA = "4f1c8b7d0a2e9c6b5d3f1e0a7c8b9d6e5f4a3b2c"
NUMBER = 3


@pytest.fixture
def change(service: Service) -> Service:
    service.pull(NUMBER, SHA, "newcomer/argument", "quiet-streets")
    return service


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """What the run for a change has left: an objection."""
    before = _kb(tmp_path / "before", BASE)
    after = _kb(tmp_path / "after", {**BASE, f"{D}new.md": OBJECTION})
    place = tmp_path / "report"
    place.mkdir()
    data = report_json(report(Review(("main", "the change"), before, after)))
    (place / "report.json").write_bytes(data)
    return place


def hand_on(folder: Path, *sections: Section, topics: tuple[Topic, ...] = ()) -> None:
    found = Report(("a", "b"), ("1 claim added.",), sections, topics=topics)
    (folder / "report.json").write_bytes(report_json(found))


def comment(folder: Path, event: Path = RUN) -> int:
    return main(["host", "review", str(folder), "--event", str(event)])


def changed_event(tmp_path: Path, **fields: Any) -> Path:
    event = json.loads(RUN.read_text("utf-8"))
    event["workflow_run"].update(fields)
    place = tmp_path / "event.json"
    place.write_text(json.dumps(event), "utf-8")
    return place


def test_a_change_is_told_what_it_does_and_labelled(change: Service, folder: Path) -> None:
    assert comment(folder) == 0
    (said,) = change.said(NUMBER)
    assert said.startswith(MARK)
    assert "From the main branch to this change, merged with it." in said
    assert "New objections without a reply" in said
    assert "https://github.com/paths/argument/actions/runs/9001" in said
    assert len(said) < 10_000
    assert change.labelled(NUMBER) == {"new claim", "changes a standing", "touches a thesis"}
    assert set(change.labels) == change.labelled(NUMBER)


def test_the_one_comment_is_brought_up_to_date_and_so_are_the_labels(
    change: Service, folder: Path
) -> None:
    comment(folder)
    change.issues[NUMBER]["labels"].append({"name": "help wanted"})
    hand_on(
        folder,
        Section("Speakers", (Line((Part(Role.QUOTE, "Ada"),)),)),
        topics=(Topic.TRANSLATION,),
    )
    comment(folder)
    (said,) = change.said(NUMBER)
    assert "Ada" in said
    assert "New objections" not in said
    assert change.labelled(NUMBER) == {"translation", "help wanted"}


def test_nothing_is_written_twice(change: Service, folder: Path) -> None:
    comment(folder)
    before = list(change.writes)
    comment(folder)
    assert change.writes == before


def test_a_change_that_does_nothing_to_the_argument_is_left_alone(
    change: Service, folder: Path
) -> None:
    hand_on(folder)
    assert comment(folder) == 0
    assert change.writes == []


def test_a_comment_is_brought_up_to_date_when_nothing_is_left_to_say(
    change: Service, folder: Path
) -> None:
    comment(folder)
    hand_on(folder)
    comment(folder)
    assert "New objections" not in change.said(NUMBER)[0]
    assert change.labelled(NUMBER) == set()


def test_a_comment_of_another_with_our_mark_is_left_alone(change: Service, folder: Path) -> None:
    change.comment(NUMBER, f"{MARK}\nI am the robot.", "newcomer")
    comment(folder)
    assert change.said(NUMBER)[0] == f"{MARK}\nI am the robot."
    assert change.comments[NUMBER][1]["user"]["login"] == BOT


@pytest.mark.parametrize(
    "fields",
    [
        {"head_sha": "0" * 40},
        {"head_branch": "another"},
        {"head_branch": None},
        {"head_repository": None},
        {"event": "push"},
    ],
    ids=["an older commit", "another branch", "no branch", "a fork that is gone", "no change"],
)
def test_a_run_that_is_about_no_open_change_says_nothing(
    change: Service, folder: Path, tmp_path: Path, fields: dict[str, Any]
) -> None:
    assert comment(folder, changed_event(tmp_path, **fields)) == 0
    assert change.writes == []


def test_a_fork_of_the_same_owner_and_branch_is_not_taken_for_another(
    service: Service, folder: Path
) -> None:
    service.pull(1, SHA, "newcomer/something-else", "quiet-streets")
    service.pull(2, SHA, None, "quiet-streets")
    service.pulls[1]["head"]["label"] = "newcomer:quiet-streets"
    comment(folder)
    assert service.writes == []


BROKEN: dict[str, bytes] = {
    "not JSON": b"@everyone <script>",
    "another form": b'{"names": "@everyone"}',
    "a topic of its own": json.dumps(
        {"names": ["a", "b"], "gist": [], "sections": [], "topics": ["approved"]}
    ).encode(),
    "very deep": b'{"names":["a","b"],"gist":[],"sections":[{"title":"t","lines":['
    + b'{"parts":[],"below":[' * 5_000 + b"]}" * 5_000 + b"]}]}",
    "arrows to nowhere": json.dumps(
        {
            "names": ["a", "b"], "gist": [], "sections": [],
            "drawing": {"nodes": [["a", False, False]], "arrows": [[0, 7, "support", False]]},
        }
    ).encode(),
    "too large": b" " * (LARGEST + 1),
}  # fmt: skip


@pytest.mark.parametrize("kind", BROKEN)
def test_what_is_no_report_is_said_to_be_none_and_not_quoted(
    change: Service, folder: Path, kind: str
) -> None:
    (folder / "report.json").write_bytes(BROKEN[kind])
    assert comment(folder) == 0
    (said,) = change.said(NUMBER)
    assert "cannot be told" in said
    assert "everyone" not in said
    assert len(said) < 1_000
    assert change.labelled(NUMBER) == set()


def test_a_run_without_a_report_is_named(change: Service, tmp_path: Path) -> None:
    assert comment(tmp_path / "nothing") == 0
    assert "has left no report" in change.said(NUMBER)[0]


def test_a_report_that_leads_to_another_file_is_not_followed(
    change: Service, folder: Path, tmp_path: Path
) -> None:
    (folder / "report.json").rename(tmp_path / "elsewhere.json")
    (folder / "report.json").symlink_to(tmp_path / "elsewhere.json")
    comment(folder)
    assert "has left no report" in change.said(NUMBER)[0]


def test_a_report_that_never_ends_is_not_waited_for(change: Service, folder: Path) -> None:
    (folder / "report.json").unlink()
    os.mkfifo(folder / "report.json")
    comment(folder)
    assert "cannot be told" in change.said(NUMBER)[0]


ALIVE = (
    r"@\w", r"(?<![&\w])#\d", r"(?i)\bGH-\d", r"://\S", r"\bwww\.", r"[0-9a-f]{7,}",
    r"(?<!\\)<", r"(?<!\\)\]\(", r"(?<!\\)!\[", r":\w+:",
)  # fmt: skip


def _hostile_report(role: Role, number: int, lines: int, sections: int, more: int) -> Report:
    """A report that says the same hostile thing wherever something can be said."""
    text = HOSTILE[number][:5_000]
    line = Line((Part(role, text), Part(role, "\n" + text)), (Line((Part(role, text),)),) * 9)
    section = Section(text, (line,) * lines, more)
    return Report((text, text), (text, text, text), (section,) * sections)


def _is_lifeless(said: str) -> None:
    """Nothing in it is taken for a mention, a link, a heading or anything else but text."""
    outside = re.sub(r"`[^`\n]*`", "", said)
    for notice in ALIVE:
        assert re.search(notice, outside) is None, (notice, outside[:500])
    assert re.search(r"^(#{1,2} |#{5,}|>|\d+\. |~~~|```)", said, re.MULTILINE) is None
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08\x1b]", said)


@pytest.mark.parametrize("number", range(len(HOSTILE)))
@pytest.mark.parametrize("role", Role)
def test_nothing_in_a_report_is_alive_whatever_it_says_that_it_is(role: Role, number: int) -> None:
    hostile = _hostile_report(role, number, lines=12, sections=6, more=99_999)
    said = diff_markdown(read_report(report_json(hostile)))
    assert 1_000 < len(said) < 10_000
    _is_lifeless(said)


@pytest.mark.parametrize("more", ["-1", "1000001", "9" * 4300, "1e400"])
def test_a_report_that_leaves_out_what_nobody_could_count_is_none(
    change: Service, folder: Path, more: str
) -> None:
    section = Section("New claims", (Line((Part(Role.QUOTE, "a"),)),), 7)
    whole = report_json(Report(("a", "b"), (), (section,)))
    (folder / "report.json").write_bytes(whole.replace(b'"more": 7', b'"more": ' + more.encode()))

    assert comment(folder) == 0
    (said,) = change.said(NUMBER)
    assert "cannot be told: the report is not in the form" in said


@pytest.mark.parametrize(("role", "number"), list(zip(Role, (0, 4, 7), strict=False)))
def test_nothing_in_a_comment_is_alive(
    change: Service, folder: Path, role: Role, number: int
) -> None:
    hostile = _hostile_report(role, number, lines=50, sections=30, more=1_000_000)
    (folder / "report.json").write_bytes(report_json(hostile))
    comment(folder)
    (said,) = change.said(NUMBER)
    assert len(said) < 10_000
    _is_lifeless(said.removeprefix(MARK).rpartition("---\n")[0])


@pytest.mark.long
def test_a_change_of_500_hostile_files_is_reported_within_limits(
    change: Service, tmp_path: Path
) -> None:
    before = _kb(tmp_path / "before", BASE)
    many = {f"{D}new-{number}.md": _hostile(f"{HOSTILE[number % 12][:900]} {number}")
            for number in range(500)}  # fmt: skip
    after = _kb(tmp_path / "after", {**BASE, **many})
    data = report_json(report(Review(("main", "the change"), before, after)))
    assert len(data) <= LARGEST
    (tmp_path / "report.json").write_bytes(data)
    assert comment(tmp_path) == 0
    (said,) = change.said(NUMBER)
    assert len(said) < 10_000
    assert "(500)" in said


def test_a_drawing_that_a_run_made_up_is_cut_and_plain(change: Service, folder: Path) -> None:
    nodes = tuple(Node('"]; click n0 "https://evil.example" <b>', False, True) for _ in range(900))
    arrows = tuple(Arrow(each, each + 1, LinkType.SUPPORT, True) for each in range(899))
    found = Report(("a", "b"), (), (Section("t", ()),), Drawing(nodes, arrows))
    (folder / "report.json").write_bytes(report_json(found))
    comment(folder)
    (said,) = change.said(NUMBER)
    assert len(said) < 10_000
    drawn = said.split("```mermaid\n")[1].split("```")[0]
    assert drawn.count("new: ") == 25
    assert not re.search(r"https:|<b>|click n0 \"", drawn)


@pytest.mark.parametrize("name", ["GITHUB_TOKEN", "GITHUB_REPOSITORY"])
def test_what_is_missing_in_the_environment_is_named(
    change: Service, folder: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str], name: str,
) -> None:  # fmt: skip
    monkeypatch.delenv(name)
    assert comment(folder) == 2
    assert name in capsys.readouterr().err


def test_a_refusal_is_told_in_one_line(
    change: Service, folder: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setenv("GITHUB_TOKEN", "wrong")
    assert comment(folder) == 2
    assert capsys.readouterr().err == "betoog: the hosting site answers 401: Bad credentials\n"


def test_another_event_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert comment(folder, PAYLOADS / "issues.opened.json") == 2
    assert "not the event that was expected: at workflow_run" in capsys.readouterr().err
