"""What a command loads to begin with."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from graph.cli import bound_process
from graph.cli.link import LINKS, RELATED
from graph.records.claim import RELATIONS
from graph.records.link_types import LinkType
from tests.conftest import SAMPLE


@pytest.mark.process
def test_help_loads_neither_records_nor_what_lays_out_answers() -> None:
    code = (
        "import sys, graph.cli; graph.cli.main(['check', '--help']);"
        "slow = {'graph.records', 'yaml', 'rich', 'networkx', 'babel'};"
        "print(sorted(slow & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.process
def test_what_may_stand_in_a_configuration_is_known_without_what_makes_pages(
    tmp_path: Path,
) -> None:
    code = (
        "import sys, graph.cli; graph.cli.main(['--root', sys.argv[1], 'check']);"
        "asked = {'graph.plugin_options', 'mkdocs.config.defaults'};"
        "making = {'graph.plugin', 'graph.pages.crews', 'graph.pages.site'};"
        "print(sorted((asked | making) & sys.modules.keys()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(SAMPLE)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "BETOOG_CACHE": str(tmp_path)},
    )
    assert done.stdout.splitlines()[-1] == "['graph.plugin_options', 'mkdocs.config.defaults']"


def test_links_are_given_by_the_words_that_records_have_for_them() -> None:
    assert tuple(LinkType) == LINKS
    assert RELATED == RELATIONS


_TOLD = """
import os, runpy, signal, sys
class ToldAt:
    def find_spec(self, name, path=None, target=None):
        if name == os.environ["AT"]:
            os.kill(os.getpid(), int(os.environ["SIGNAL"]))
sys.meta_path.insert(0, ToldAt())
if sys.argv[1].endswith(".py"):
    sys.argv[0] = sys.argv.pop(1)
    runpy.run_path(sys.argv[0], run_name="__main__")
else:
    sys.argv[0] = "betoog"
    runpy.run_module("graph", run_name="__main__")
"""
"""A program that is told to end when it begins to load a module."""


def _told_to_end(number: signal.Signals, at: str, *words: str) -> subprocess.CompletedProcess[str]:
    ends, kept = os.pipe()
    try:
        return subprocess.run(
            [sys.executable, "-P", "-c", _TOLD, *words],
            capture_output=True,
            text=True,
            stdin=ends,
            env={
                **os.environ,
                "AT": at,
                "SIGNAL": str(int(number)),
                "PYTHONPATH": str(SAMPLE.parent.parent),
            },
        )
    finally:
        os.close(ends)
        os.close(kept)


@pytest.mark.process
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize(
    "at",
    [
        "graph.cli",
        "typer",
        "graph.cli.place",
        "graph.cli.checking",
        "graph.base",
        "pydantic",
        "graph.check.rules",
        "graph.mkdocs_rules",
    ],
)
def test_who_is_told_to_end_while_modules_are_loaded_ends_without_a_word(
    number: signal.Signals, at: str
) -> None:
    done = _told_to_end(number, at, "--root", str(SAMPLE), "check")
    assert (done.stdout, done.stderr) == ("", "")
    # 130 and 143, as a shell has it.
    assert done.returncode in (-number, 128 + number)


@pytest.mark.process
@pytest.mark.parametrize("at", ["graph.serving", "mkdocs", "graph.serving.served_site"])
def test_a_server_that_is_interrupted_while_it_is_loaded_ends_without_a_word(at: str) -> None:
    program = (bound_process.__file__, "graph.serving", str(SAMPLE / "mkdocs.yml"), "127.0.0.1:0")
    done = _told_to_end(signal.SIGINT, at, *program)
    assert (done.stdout, done.stderr) == ("", "")
    assert done.returncode in (0, -signal.SIGINT)


@pytest.mark.process
def test_an_interruption_that_python_lets_not_be_raised_counts_all_the_same(tmp_path: Path) -> None:
    """It is told of by a hook there, and goes on as if nothing had been."""
    code = (
        "import signal, sys, time\n"
        "import graph.cli, graph.__main__\n"
        "class Going:\n"
        "    def __del__(self):\n"
        "        signal.raise_signal(signal.SIGINT)\n"
        "def command():\n"
        "    Going()\n"
        "    while True: time.sleep(0.01)\n"
        "graph.cli.main = command\n"
        "sys.exit(graph.__main__.main())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, timeout=120
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
