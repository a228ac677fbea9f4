"""The live records have no faults, and both engines build the same site of them."""

import filecmp
from pathlib import Path

import pytest

from graph.base import KnowledgeBase
from graph.check import Severity, check
from tests.conftest import ROOT, build
from tests.test_plugin import files_of


def test_the_committed_records_have_no_error_and_no_warning(live: KnowledgeBase) -> None:
    assert [each for each in check(live) if each.severity is not Severity.HINT] == []


@pytest.mark.process
def test_the_continuation_of_mkdocs_builds_the_same_site_byte_for_byte(
    live_site: Path, tmp_path: Path
) -> None:
    build(ROOT, tmp_path / "other", generator="properdocs")
    files = files_of(live_site)
    assert files_of(tmp_path / "other") == files
    _, different, failed = filecmp.cmpfiles(live_site, tmp_path / "other", files, shallow=False)
    assert (different, failed) == ([], [])
