"""The plugin in MkDocs: strict builds, builds that are the same, pages served anew."""

import filecmp
import shutil
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from tests.conftest import SAMPLE, build
from tests.hostile_words import come_alive, hostile_words
from tests.pages.conftest import RECORDS

pytestmark = pytest.mark.process


@pytest.fixture
def small_project(tmp_path: Path) -> Path:
    """A project of a few records to change, built without a search index."""
    for name in ("site", "templates"):
        shutil.copytree(SAMPLE / name, tmp_path / name)
    text = (SAMPLE / "mkdocs.yml").read_text("utf-8")
    text = text.replace("- betoog", "- betoog: {search: false}")
    (tmp_path / "mkdocs.yml").write_text(text, "utf-8")
    for name in ("contribute.md", "contribute.nl.md", "visitors.md"):
        page = tmp_path / "site" / name
        # The sample's pages lead to claims of the sample.
        page.write_text(page.read_text("utf-8").replace("(claims/", "(https://example.org/"))
    for path, record in RECORDS.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(record, "utf-8")
    return tmp_path


def _strict(folder: Path) -> tuple[int, str]:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    lines = (line for line in done.stderr.splitlines() if not line.startswith("INFO"))
    return done.returncode, "\n".join(lines)


def test_a_strict_build_fails_on_a_broken_record_and_names_it(small_project: Path) -> None:
    record = small_project / "claims/d/care.md"
    record.write_text(record.read_text("utf-8").replace("kind: ", "knid: "), "utf-8")
    status, said = _strict(small_project)
    assert status == 1
    assert "claims/d/care.md" in said
    assert "knid" in said


def test_a_project_without_records_is_told_so(small_project: Path) -> None:
    shutil.rmtree(small_project / "claims")
    status, said = _strict(small_project)
    assert status == 1
    assert "claims" in said
    assert "Traceback" not in said


def test_nothing_of_a_folder_of_templates_is_copied_as_it_is(small_project: Path) -> None:
    """Without a history there is no feed; its template is none either."""
    (small_project / "templates" / "notes.txt").write_text("{{ ours }}", "utf-8")
    status, said = _strict(small_project)
    assert (status, said) == (0, "")
    copied = [
        path.name
        for path in (small_project / "_site").rglob("*")
        if path.suffix in (".atom", ".html", ".txt", ".xml") and b"{{" in path.read_bytes()
    ]
    assert copied == []
    assert not list((small_project / "_site").rglob("*.atom"))
