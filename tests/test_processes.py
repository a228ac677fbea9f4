"""Processes that are started in a folder of somebody's own, whatever files are there."""

import ast
import subprocess
import sysconfig
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

PROGRAM = Path(sysconfig.get_path("scripts"), "betoog")
# Called as modules that the program, MkDocs, Pagefind or Python itself would import.
IN_THE_WAY = ("graph", "json", "markdown", "mkdocs", "pagefind", "pydantic", "typing", "yaml")


@pytest.mark.process
def test_a_site_is_built_where_files_are_called_as_modules_are(tmp_path: Path) -> None:
    _betoog(tmp_path, "init", ".", "--title", "Buses")
    for name in IN_THE_WAY:
        (tmp_path / f"{name}.py").write_text("raise SystemExit('a script of mine')\n", "utf-8")
    _betoog(tmp_path, "build")
    assert (tmp_path / "_site/claims/free-buses-help-the-town/index.html").is_file()
    assert (tmp_path / "_site/pagefind/pagefind.js").is_file()


def _betoog(folder: Path, *words: str) -> None:
    done = subprocess.run(
        [PROGRAM, *words], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_python_is_never_started_with_the_present_folder_on_its_path() -> None:
    started = [
        (path.relative_to(ROOT).as_posix(), option)
        for path in sorted((ROOT / "graph").rglob("*.py"))
        # Most do not, and take long to be parsed.
        if "executable" in (text := path.read_text("utf-8"))
        for option in _first_options(ast.parse(text))
    ]
    assert started
    assert [each for each in started if each[1] != "'-P'"] == []


def _first_options(tree: ast.AST) -> Iterator[str]:
    """What follows the path of this Python in each list that has it, "" outside of a list."""
    mentions = sum(_is_python(node) for node in ast.walk(tree))
    commands = [node.elts for node in ast.walk(tree) if isinstance(node, ast.List)]
    options = [ast.unparse(words[1]) for words in commands if words and _is_python(words[0])]
    yield from options
    yield from [""] * (mentions - len(options))


def _is_python(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and ast.unparse(node) == "sys.executable"
