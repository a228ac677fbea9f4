"""The reports for programs: json, github and sarif."""

import json
import re
from pathlib import Path

import pytest

from graph.base import KnowledgeBase
from graph.check import (
    RULES,
    Finding,
    Severity,
    check,
    counts,
    github_report,
    json_report,
    markdown_report,
    sarif_report,
)
from tests.small import lay_out

FINDINGS = (
    Finding(
        "R101", Severity.ERROR, "claims/d, é/a.md", 4, 9, 12, "unknown: 50%\x1b[m", "did you?", "a"
    ),
    Finding("F204", Severity.HINT, "claims/d/b.md", 1, 1, 2, "no stop"),
    Finding("T101", Severity.WARNING, "claims/d/c.md", 2, 1, 6, "no Dutch text"),
)


def test_json_has_the_fields_that_scripts_rely_on() -> None:
    document = json.loads(json_report(FINDINGS))
    assert document["counts"] == {"error": 1, "warning": 1, "hint": 1}
    assert document["findings"][0] == {
        "code": "R101",
        "severity": "error",
        "path": "claims/d, é/a.md",
        "line": 4,
        "column": 9,
        "message": "unknown: 50%\x1b[m",
        "help": "did you?",
        "claim": "a",
    }
    assert document["findings"][1]["claim"] is None


def test_json_without_findings_is_still_a_document() -> None:
    assert json.loads(json_report(())) == {
        "findings": [],
        "counts": {"error": 0, "warning": 0, "hint": 0},
    }


AT = "file=claims/d%2C é/a.md,line=4,endLine=4,col=9,endColumn=12,title=R101"


def test_a_workflow_command_is_escaped() -> None:
    assert github_report(FINDINGS).splitlines() == [
        f"::error {AT}::unknown: 50%25␛[m%0Adid you?",
        "::warning file=claims/d/c.md,line=2,endLine=2,col=1,endColumn=6,title=T101::no Dutch text",
        "::notice file=claims/d/b.md,line=1,endLine=1,col=1,endColumn=2,title=F204::no stop",
    ]


def test_no_more_annotations_are_given_than_are_shown_and_the_gravest_come_first() -> None:
    hints = tuple(
        Finding("F204", Severity.HINT, "a.md", line, 1, 2, "no stop") for line in range(1, 40)
    )
    said = github_report((*hints, *FINDINGS)).splitlines()
    assert [each.split(" ")[0] for each in said] == [
        "::error", "::warning", *["::notice"] * 10, "30",
    ]  # fmt: skip
    assert said[-1] == "30 more findings are not shown here"


def test_the_summary_names_every_error_and_counts_hints_that_are_alike() -> None:
    errors = tuple(
        Finding("R101", Severity.ERROR, f"{each}.md", 1, 1, 2, "unknown claim", "write another")
        for each in range(30)
    )
    hints = tuple(
        Finding("F204", Severity.HINT, "a.md", line, 1, 2, "no stop") for line in range(1, 40)
    )
    said = markdown_report((*hints, *errors))
    assert said.count("**error R101** `") == 30
    assert said.count("**hint F204**") == 3
    assert "30 errors, 0 warnings, 39 hints." in said
    assert "- … and 36 more hints" in said
    assert said.index("**error") < said.index("**hint")
    assert "write another" in said


def test_nothing_that_a_record_says_moves_the_summary() -> None:
    text = "@all #1 <b>x</b> [a](https://e.example) `code` \u202e\x1b[31m\n# Heading " + "x" * 9_000
    forged = Finding("R101", Severity.ERROR, f"`{text}", 1, 1, 2, text, text)
    said = markdown_report((forged,) * 900)
    outside = re.sub(r"`[^`\n]*`", "", said)
    assert re.search(r"@\w|#\d|://\S|(?<!\\)<|(?<!\\)\]\(|^# ", outside, re.MULTILINE) is None
    assert not re.search("[\u202a-\u202e\x00-\x08\x1b]", said)
    assert len(said.encode()) < 1024 * 1024
    assert "- … and 700 more errors" in said


def test_no_record_can_begin_a_workflow_command_of_its_own() -> None:
    forged = Finding("R101", Severity.ERROR, "a\n::stop", 1, 1, 2, "x\r\n::set-output name=y::z")
    assert len(github_report((forged,)).splitlines()) == 1


def test_sarif_names_every_rule_and_places_every_result() -> None:
    document = json.loads(sarif_report(FINDINGS, "https://example.org/rules/"))
    assert document["version"] == "2.1.0"
    assert document["$schema"].endswith("sarif-schema-2.1.0.json")
    [run] = document["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert [each["id"] for each in rules] == list(RULES)
    for described in rules:
        assert described["shortDescription"]["text"]
        assert described["help"]["text"]
        assert described["helpUri"] == f"https://example.org/rules/{described['id'].lower()}/"
        assert described["defaultConfiguration"]["level"] in {"error", "warning", "note"}
    for result, finding in zip(run["results"], FINDINGS, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding.code
        [location] = result["locations"]
        assert location["physicalLocation"]["region"] == {
            "startLine": finding.line,
            "startColumn": finding.column,
            "endColumn": finding.end_column,
        }
    first = run["results"][0]
    assert first["level"] == "error"
    assert first["locations"][0]["physicalLocation"]["artifactLocation"] == {
        "uri": "claims/d%2C%20%C3%A9/a.md",
        "uriBaseId": "%SRCROOT%",
    }


def test_sarif_without_an_address_for_its_rules_gives_none() -> None:
    rules = json.loads(sarif_report(()))["runs"][0]["tool"]["driver"]["rules"]
    assert all("helpUri" not in each for each in rules)


def test_findings_are_counted_gravest_first() -> None:
    assert list(counts(FINDINGS).items()) == [
        (Severity.ERROR, 1),
        (Severity.WARNING, 1),
        (Severity.HINT, 1),
    ]


def test_findings_are_ordered_by_place_and_then_by_code() -> None:
    assert [each.path for each in sorted((FINDINGS[2], *FINDINGS[:2]))] == [
        "claims/d, é/a.md",
        "claims/d/b.md",
        "claims/d/c.md",
    ]


@pytest.mark.parametrize("more", [0, 1, 1_001])
def test_sarif_holds_what_its_readers_take_the_gravest_first(
    monkeypatch: pytest.MonkeyPatch, more: int
) -> None:
    monkeypatch.setattr("graph.check.reports.sarif.MOST", len(FINDINGS))
    hint = FINDINGS[1]
    [run] = json.loads(sarif_report((*[hint] * more, *FINDINGS)))["runs"]
    assert len(run["results"]) == len(FINDINGS)
    if not more:
        assert "invocations" not in run
        return
    assert [each["level"] for each in run["results"]] == ["error", "warning", "note"]
    [note] = run["invocations"][0]["toolExecutionNotifications"]
    assert note["message"]["text"].startswith(f"{more:,} more finding")


def test_a_file_whose_name_nothing_can_say_is_in_every_report(tmp_path: Path) -> None:
    lay_out(tmp_path)
    (tmp_path / "claims/paths/bad\udcff.md").write_text("---\n---\n")
    (tmp_path / "claims/paths" / "/".join(["d"] * 60)).mkdir(parents=True)
    found = check(KnowledgeBase.load(tmp_path))
    assert {"S010", "S012"} <= {each.code for each in found}
    for report in (json_report, github_report, markdown_report, sarif_report):
        assert report(found).encode()
