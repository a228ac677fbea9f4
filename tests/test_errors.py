"""What a person caused is told as such, and a mistake of the program as one, at every edge."""

import ast
import importlib
import re
from pathlib import Path

import pytest
from mkdocs.config.base import load_config
from mkdocs.exceptions import PluginError

import graph
from graph.base import KnowledgeBase
from graph.cli import main
from graph.errors import AnswerError, BetoogError, NoRecordsError
from graph.pages.bundled import TEMPLATES
from graph.pages.frame import Settings
from graph.pages.site import Site
from graph.passages.download import DownloadError
from graph.plugin import BetoogPlugin
from graph.review.git_error import UnknownRevisionError
from graph.store import read_tree
from tests.drafting.test_issue_form import form
from tests.small import lay_out

PACKAGE = Path(graph.__file__).parent
MISTAKES = (ValueError("5"), KeyError("5"), RuntimeError("5"), AssertionError("5"))
CAUSED = (AnswerError("5"), BetoogError("5"), DownloadError("5"), UnknownRevisionError("5"))


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BETOOG_TRACEBACK", raising=False)
    return lay_out(tmp_path)


def plant(monkeypatch: pytest.MonkeyPatch, place: str, error: Exception) -> None:
    def fails(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(place, fails)


@pytest.mark.parametrize("error", [*MISTAKES, *CAUSED], ids=repr)
def test_a_command_tells_a_mistake_from_what_was_caused(
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: Exception,
) -> None:
    plant(monkeypatch, "graph.answers.standing.standing_text", error)
    assert main(["standing"]) == 2
    said = capsys.readouterr().err
    assert ("a mistake in this program" in said) is (error in MISTAKES)
    if error in CAUSED:
        assert said == f"betoog: {error}\n"


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("graph.answers.reject.reject", ["reject", "roads-cost-more"]),
        ("graph.drafting.from_issue.form_of", ["from-issue", "issue.md"]),
        ("graph.drafting.from_issue.draft_fields", ["from-issue", "issue.md"]),
    ],
)
def test_a_mistake_is_not_taken_for_an_answer_on_its_way_up(
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    place: str,
    words: list[str],
) -> None:
    (root / "issue.md").write_text(form(ENGLISH="Paths cost less.", KIND="fact"), "utf-8")
    plant(monkeypatch, place, ValueError("planted"))
    assert main(words) == 2
    assert "a mistake in this program: ValueError: planted" in capsys.readouterr().err


def test_a_claim_that_is_both_rejected_and_accepted_is_named(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["reject", "roads-cost-more", "--accept", "roads-cost-more"]) == 2
    said = "betoog: claim 'roads-cost-more' is both rejected and accepted\n"
    assert capsys.readouterr().err == said


def test_the_plugin_stops_a_build_for_what_was_caused_and_breaks_off_for_a_mistake(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / "mkdocs.yml").write_text("site_name: Paths\ndocs_dir: claims\n", "utf-8")
    config = load_config(str(root / "mkdocs.yml"))
    plugin = BetoogPlugin()
    plugin.load_config({"search": True})
    plugin.site = Site(KnowledgeBase.load(root), Settings((TEMPLATES,)))
    plugin._paths, plugin._unlisted = {}, set()
    plugin.site = Site(KnowledgeBase.load(root), Settings((TEMPLATES,)))
    plant(monkeypatch, "graph.plugin.make_search_index", BetoogError("no pages"))
    with pytest.raises(PluginError, match="no pages"):
        plugin.on_post_build(config=config)
    plant(monkeypatch, "graph.plugin.make_search_index", ValueError("planted"))
    with pytest.raises(ValueError, match="planted"):
        plugin.on_post_build(config=config)


def test_a_folder_without_records_is_caused_and_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(NoRecordsError) as caught:
        read_tree(tmp_path)
    assert isinstance(caught.value, BetoogError)
    assert isinstance(caught.value, FileNotFoundError)


def test_every_error_of_the_program_has_the_one_root_and_says_what_it_is() -> None:
    found = set()
    for path in PACKAGE.rglob("*.py"):
        text = path.read_text("utf-8")
        # Most modules have none, and take long to be parsed.
        if re.search(r"class\s+\w*Error\b", text) is None:
            continue
        module = ".".join(("graph", *path.relative_to(PACKAGE).with_suffix("").parts))
        classes = [
            each.name
            for each in ast.walk(ast.parse(text))
            if isinstance(each, ast.ClassDef) and each.bases and each.name.endswith("Error")
        ]
        for name in classes:
            found.add(getattr(importlib.import_module(module), name))
    assert len(found) > 5
    assert [each for each in found if not issubclass(each, BetoogError)] == []
    assert all((each.__doc__ or "").rstrip().endswith(".") for each in found)
