"""What is said of links in notes, which are read on the pages of their claims."""

from pathlib import Path

import pytest

from graph.base import KnowledgeBase
from graph.check import Finding, Severity
from graph.pages.proofs.proofreading import proofread
from graph.store import read_tree
from tests.pages.proofs.test_proofreading import CONFIGURATION
from tests.strict_build import lay_out_small_project

CLAIM = "top"
PATH = f"claims/d/{CLAIM}.md"


def _found(project: Path, note: str, path: str = PATH) -> list[Finding]:
    place = project / path
    text = place.read_text("utf-8") if place.exists() else ""
    place.write_text(f"{text}{note}\n", "utf-8")
    found = proofread(KnowledgeBase(read_tree(project)))
    assert found is not None
    return [each for each in found if each.path == path]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small knowledge base with its configuration."""
    lay_out_small_project(tmp_path)
    (tmp_path / "mkdocs.yml").write_text(CONFIGURATION, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("link", "code", "help_"),
    [
        ("fit.md", "R107", "`../fit/`"),
        ("../../sources/essay.yaml", "R107", "`../../sources/essay/`"),
        ("no-such.md", "R107", f"`claims/{CLAIM}/`"),
        ("claims/fit/index.html", "R107", f"`claims/{CLAIM}/`"),
        ("../../guides/none/", "R107", f"`claims/{CLAIM}/`"),
        ("/claims/fit/", "R109", f"`claims/{CLAIM}/`"),
    ],
)
def test_a_link_that_leads_nowhere_is_told(project: Path, link: str, code: str, help_: str) -> None:
    (found,) = _found(project, f"See [it]({link}).")
    assert (found.code, found.severity) == (code, Severity.WARNING)
    assert f"`{link}`" in found.message
    assert help_ in (found.help or "")


def test_a_link_that_others_call_by_a_name_is_one_too(project: Path) -> None:
    (found,) = _found(project, 'See [it][one].\n\n[one]: <no-such.md> "It"')
    assert found.code == "R107"


def test_a_note_in_another_language_leads_from_its_own_page(project: Path) -> None:
    path = f"claims/d/{CLAIM}.nl.md"
    (found,) = _found(project, "Zie [het](/x).", path)
    assert f"`nl/claims/{CLAIM}/`" in (found.help or "")


@pytest.mark.parametrize(
    "note",
    [
        "[a](../fit/) [b](../fit/index.html) [c](index.json)",
        "[a](../../sources/essay/) [b](../../claims/) [c](../../) [d](#x) [e](https://x.org/y.md)",
        "`[a](no-such.md)` [b][none]",
        "[one]: https://example.org/x.md\n[^1]: no-such.md",
        "[a](../../../elsewhere/)",
    ],
)
def test_of_what_leads_somewhere_nothing_is_said(project: Path, note: str) -> None:
    assert _found(project, note) == []


def test_of_the_page_of_no_record_only_the_rule_on_these_speaks(project: Path) -> None:
    assert _found(project, "[a](../nowhere/)") == []
