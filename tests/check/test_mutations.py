"""Whatever is in the files, checking gives findings: no traceback, no write."""

import json
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.base import KnowledgeBase
from graph.check import check, github_report, json_report, sarif_report, text_report
from graph.check.reports.github import MOST
from tests.slips import EXAMPLES, FILES, lay_out, mutated


@pytest.mark.long
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(slips=st.lists(mutated(FILES), min_size=1, max_size=3))
def test_no_slip_gives_a_traceback_or_a_write(slips: list[tuple[str, bytes]]) -> None:
    written = FILES | dict(slips)
    with TemporaryDirectory() as folder:
        root = Path(folder)
        lay_out(root, written)

        kb = KnowledgeBase.load(root)
        findings = check(kb)

        assert [each for each in findings if each.code == "X001"] == []
        assert list(findings) == sorted(set(findings))
        for finding in findings:
            assert finding.line >= 1
            assert 1 <= finding.column < finding.end_column
            file = kb.tree.by_path.get(finding.path)
            assert file is None or finding.line <= len(file.lines)
        assert text_report(findings, kb.tree).replace("\n", "").isprintable()
        assert json_report(findings).isascii()
        counts = Counter(finding.severity for finding in findings)
        shown = sum(min(count, MOST) for count in counts.values())
        lines = shown + (shown < len(findings))
        assert len(github_report(findings).splitlines()) == lines
        assert len(json.loads(sarif_report(findings))["runs"][0]["results"]) == len(findings)
        after = {
            path.relative_to(root).as_posix(): path.read_bytes()
            for path in root.rglob("*")
            if path.is_file()
        }
        assert after == written
