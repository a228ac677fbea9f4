"""The Python API is what the package lists and the page for programs shows; its examples run."""

import doctest
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import graph
from graph.cli import main
from graph.exchange.answer_schemas import ANSWERS

PAGE = (Path(__file__).parent.parent / "site" / "api.md").read_text("utf-8")
BLOCKS = re.findall(r"^```python\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


@pytest.fixture
def begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The knowledge base that the examples are about, committed."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    folder = tmp_path / "buses"
    assert main(["init", str(folder)]) == 0
    author = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "All"]):
        subprocess.run(["git", *author, *words], cwd=folder, check=True, capture_output=True)
    monkeypatch.chdir(folder)
    return folder


def test_the_examples_give_what_the_page_says(
    begun: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert len(BLOCKS) > 5
    examples = doctest.DocTestParser().get_doctest("".join(BLOCKS), {}, "api.md", None, 0)
    capsys.readouterr()
    failed, tried = doctest.DocTestRunner().run(examples)
    assert failed == 0, capsys.readouterr().out
    assert tried > 20


def test_every_name_is_on_the_page_and_the_page_has_no_other() -> None:
    shown = set(re.findall(r"`(\w+)`", PAGE))
    assert [name for name in graph.__all__ if name not in shown] == []
    imported = {
        name.strip()
        for block in BLOCKS
        for names in re.findall(r"from graph import (.+)", block)
        for name in names.split(",")
    }
    assert imported <= set(graph.__all__)
    assert not re.search(r"from graph\.|import graph\b", PAGE)


@pytest.mark.parametrize("name", graph.__all__)
def test_every_name_is_there_and_says_what_it_is(name: str) -> None:
    found = getattr(graph, name)
    assert found.__module__.startswith("graph.")
    # A dataclass without one gets its signature, a named tuple too.
    assert (found.__doc__ or "").rstrip().endswith(".")


def test_another_name_is_not_there() -> None:
    assert set(graph.__all__) <= set(dir(graph))
    with pytest.raises(AttributeError, match="no_such_name"):
        getattr(graph, "no_such_name")  # noqa: B009


@pytest.mark.process
def test_a_name_is_not_hidden_by_a_room_and_nothing_is_loaded_before_it_is_asked_for() -> None:
    program = (
        "import sys, graph; before = [name for name in sys.modules if name.startswith('graph.')];"
        "import graph.check, graph.review.review;"
        "print(before, callable(graph.check_records), callable(graph.review_change))"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[] True True\n"


def test_the_page_names_every_answer_with_its_version() -> None:
    rows = re.findall(r"^\| `betoog (\S+)` \| .+ \| \[(.+)\]\((.+)\) \| (\S+) \|$", PAGE, re.M)
    assert rows == [
        (command, f"{command}.json", f"schema/answers/{command}.json", ANSWERS[command].version)
        for command in sorted(ANSWERS)
    ]
